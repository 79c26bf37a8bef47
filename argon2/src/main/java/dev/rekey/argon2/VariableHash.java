package dev.rekey.argon2;

import java.util.Arrays;

/** The hash function H' of RFC 9106 section 3.3: BLAKE2b for results of any length. */
final class VariableHash {

  private static final int LINK_BYTES = Blake2b.MOST_DIGEST_BYTES;
  private static final int STEP_BYTES = LINK_BYTES / 2;

  private final Blake2b blake;
  private final byte[] link = new byte[LINK_BYTES];

  VariableHash(Blake2b blake) {
    this.blake = blake;
  }

  /** Fills an array with the digest of another. */
  void hash(byte[] input, byte[] result) {
    int first = Math.min(result.length, LINK_BYTES);
    blake.begin(first).update(result.length).update(input).finish(result, 0);
    if (result.length > LINK_BYTES) {
      extend(result);
    }
  }

  /** Each link is the digest of the one before it, and stands with its first half in the result. */
  private void extend(byte[] result) {
    System.arraycopy(result, 0, link, 0, LINK_BYTES);
    int at = STEP_BYTES;
    for (; result.length - at > LINK_BYTES; at += STEP_BYTES) {
      blake.begin(LINK_BYTES).update(link).finish(link, 0);
      System.arraycopy(link, 0, result, at, STEP_BYTES);
    }
    blake.begin(result.length - at).update(link).finish(result, at);
  }

  /** Forgets what was hashed last. */
  void wipe() {
    Arrays.fill(link, (byte) 0);
  }
}
