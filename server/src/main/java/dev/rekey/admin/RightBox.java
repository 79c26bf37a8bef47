package dev.rekey.admin;

/**
 * One thing that an account may be let do beyond its role, as a form offers it.
 *
 * @param name of the privilege
 * @param checked whether the account is to have it
 * @param byRole whether its role lets it anyway
 */
public record RightBox(String name, String sentence, boolean checked, boolean byRole) {}
