package dev.rekey.web;

/**
 * What the first page shows of an account.
 *
 * @param emailTag what there is to say of the address, such as that it is confirmed
 */
public record HomeView(
    String name,
    String username,
    String email,
    String emailTag,
    String passwordAge,
    int sessions,
    String lastSignIn) {}
