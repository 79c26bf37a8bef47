package dev.rekey.core.password;

/** The base64 of crypt(3): an alphabet of its own, and the low bits first. */
final class CryptBase64 {

  static final String ALPHABET = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private static final int BITS = 6;
  private static final int MASK = 63;

  private CryptBase64() {}

  /** Writes up to three bytes, the first of them as the highest, in so many characters. */
  static void append(StringBuilder text, int high, int middle, int low, int characters) {
    int bits = ((high & 0xff) << 16) | ((middle & 0xff) << 8) | (low & 0xff);
    for (int i = 0; i < characters; i++) {
      text.append(ALPHABET.charAt(bits & MASK));
      bits >>>= BITS;
    }
  }
}
