package dev.rekey.core.account;

import java.util.regex.Pattern;

/** A closed user base; every unique rule holds within one. */
public record Realm(String name) {

  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  /** The realm that exists from the first start. */
  public static final Realm MAIN = new Realm("main");

  public Realm {
    if (!FORM.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a realm's name is 1 to 63 lower-case letters, digits and dashes, found: " + name);
    }
  }
}
