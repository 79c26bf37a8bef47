package dev.rekey.core.account;

import java.util.regex.Pattern;

/**
 * What an account is, such as {@code admin} or {@code educator}; configuration says what it may.
 */
public record Role(String name) {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_-]{0,62}");

  public Role {
    if (!FORM.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a role is a lower-case letter, then letters, digits, - and _, found: " + name);
    }
  }
}
