package dev.rekey.core.account;

/**
 * What an account is, such as {@code admin} or {@code educator}; configuration says what it may.
 */
public record Role(String name) {

  public Role {
    if (!name.matches("[a-z][a-z0-9_-]{0,62}")) {
      throw new IllegalArgumentException(
          "a role is a lower-case letter, then letters, digits, - and _, found: " + name);
    }
  }
}
