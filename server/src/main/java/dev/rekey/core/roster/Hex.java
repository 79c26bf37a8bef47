package dev.rekey.core.roster;

/** Checks ids. */
final class Hex {

  private Hex() {}

  static void require24(String digits) {
    if (!is24(digits)) {
      throw new IllegalArgumentException("24 lower-case hex digits expected, found: " + digits);
    }
  }

  static boolean is24(String digits) {
    return digits.matches("[0-9a-f]{24}");
  }
}
