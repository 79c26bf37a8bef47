package dev.rekey.core.account;

/**
 * The stable names of one account on the wires, unique within its realm.
 *
 * @param number a positive number, as the Devise family shows it
 * @param hex24 24 lower-case hex digits, as OCARIoT shows it
 * @param hex32 32 lower-case hex digits, as Onezone shows it
 */
public record WireIds(long number, String hex24, String hex32) {

  public WireIds {
    if (number < 1) {
      throw new IllegalArgumentException("a number id is positive, found: " + number);
    }
    if (!isHex(hex24, 24)) {
      throw new IllegalArgumentException("24 lower-case hex digits expected, found: " + hex24);
    }
    if (!isHex(hex32, 32)) {
      throw new IllegalArgumentException("32 lower-case hex digits expected, found: " + hex32);
    }
  }

  /** Without an expression to match: every request reads accounts. */
  private static boolean isHex(String text, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (!isHexDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHexDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }
}
