package dev.rekey.dialect.onezone;

import dev.rekey.dialect.onezone.OnezoneDialect.Profile;
import java.util.regex.Pattern;

/**
 * What names may be made of and how long they may be, in one release line of Onezone: counted in
 * code points, and a line feed at the end is none of them.
 */
final class NameRules {

  private final int usernameLength;
  private final int nameLength;

  NameRules(Profile profile) {
    this.usernameLength =
        switch (profile) {
          case LINE_20_02 -> 20;
          case LINE_21_02, LINE_25_0 -> 32;
        };
    this.nameLength =
        switch (profile) {
          case LINE_20_02 -> 50;
          case LINE_21_02, LINE_25_0 -> 128;
        };
  }

  boolean isUsername(String text) {
    return matches("[a-zA-Z0-9][a-zA-Z0-9._-]{0,%d}[a-zA-Z0-9]", usernameLength, text);
  }

  boolean isFullName(String text) {
    return matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ',.-]{0,%d}[\\p{L}\\p{N}.]", nameLength, text);
  }

  boolean isTokenName(String text) {
    return matches(
        "[()_\\p{L}\\p{N}][()_\\p{L}\\p{N} .-]{0,%d}[()_\\p{L}\\p{N}]", nameLength, text);
  }

  String aboutUsernames() {
    return "Username must be 2-%d characters long and composed only of letters and digits."
            .formatted(usernameLength)
        + " Dashes and underscores are allowed (but not at the beginning or the end).";
  }

  String aboutFullNames() {
    return "Full name must be 2-%d characters long and composed only of UTF-8 letters and digits."
            .formatted(nameLength)
        + " Dashes, spaces, dots, commas and apostrophes are allowed (but not at the beginning or"
        + " the end).";
  }

  String aboutTokenNames() {
    return "Name must be 2-%d characters long and composed only of UTF-8 letters, digits, brackets"
            .formatted(nameLength)
        + " and underscores. Dashes, spaces and dots are allowed (but not at the beginning or the"
        + " end).";
  }

  /** The first and the last character stand outside the repetition. */
  private static boolean matches(String pattern, int length, String text) {
    return Pattern.matches(pattern.formatted(length - 2), text);
  }
}
