package dev.rekey.argon2;

import java.util.Arrays;
import java.util.Random;

/** Bytes to hash. */
final class Bytes {

  private Bytes() {}

  static byte[] repeated(int count, int value) {
    byte[] bytes = new byte[count];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  /** The same bytes for the same seed. */
  static byte[] random(int count, long seed) {
    byte[] bytes = new byte[count];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
