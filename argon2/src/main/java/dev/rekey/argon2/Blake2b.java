package dev.rekey.argon2;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** BLAKE2b without a key (RFC 7693), one digest after the other. */
final class Blake2b {

  static final int MOST_DIGEST_BYTES = 64;

  private static final int BLOCK_BYTES = 128;
  private static final int ROUNDS = 12;

  /** Digest length, no key, fan-out 1, depth 1: RFC 7693 section 2.5. */
  private static final long PARAMETERS = 0x01010000L;

  private static final long LAST_BLOCK = -1;
  private static final long MORE_BLOCKS = 0;

  private static final long[] IV = {
    0x6a09e667f3bcc908L, 0xbb67ae8584caa73bL, 0x3c6ef372fe94f82bL, 0xa54ff53a5f1d36f1L,
    0x510e527fade682d1L, 0x9b05688c2b3e6c1fL, 0x1f83d9abfb41bd6bL, 0x5be0cd19137e2179L,
  };

  private static final byte[][] SIGMA = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
    {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
    {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
    {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
    {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
    {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
  };

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final long[] chain = new long[8];
  private final long[] work = new long[16];
  private final long[] message = new long[16];
  private final byte[] pending = new byte[BLOCK_BYTES];
  private final byte[] number = new byte[Integer.BYTES];
  private int digestBytes;
  private int filled;
  private long consumed;

  /** Writes a number the way that is hashed: least byte first. */
  static void put(int number, byte[] bytes, int at) {
    INTS.set(bytes, at, number);
  }

  /** Begins a digest of 1 to 64 bytes. */
  Blake2b begin(int length) {
    digestBytes = length;
    System.arraycopy(IV, 0, chain, 0, chain.length);
    chain[0] ^= PARAMETERS ^ length;
    filled = 0;
    consumed = 0;
    return this;
  }

  /** Takes in four bytes, least first. */
  Blake2b update(int value) {
    put(value, number, 0);
    return update(number);
  }

  /** Takes in bytes; a full block waits, for it might be the last one, which is marked. */
  Blake2b update(byte[] input) {
    for (int at = 0; at < input.length; ) {
      if (filled == BLOCK_BYTES) {
        compress(MORE_BLOCKS);
      }
      int step = Math.min(input.length - at, BLOCK_BYTES - filled);
      System.arraycopy(input, at, pending, filled, step);
      filled += step;
      at += step;
    }
    return this;
  }

  /** Takes in the length of a field and the field. */
  Blake2b updateSized(byte[] field) {
    return update(field.length).update(field);
  }

  /** Writes the digest to its place. */
  void finish(byte[] digest, int at) {
    Arrays.fill(pending, filled, BLOCK_BYTES, (byte) 0);
    compress(LAST_BLOCK);
    for (int i = 0; i < digestBytes; i++) {
      digest[at + i] = (byte) (chain[i / Long.BYTES] >>> (Byte.SIZE * (i % Long.BYTES)));
    }
  }

  /** Forgets everything. */
  void wipe() {
    Arrays.fill(chain, 0);
    Arrays.fill(work, 0);
    Arrays.fill(message, 0);
    Arrays.fill(pending, (byte) 0);
  }

  private void compress(long mark) {
    consumed += filled;
    filled = 0;
    System.arraycopy(chain, 0, work, 0, 8);
    System.arraycopy(IV, 0, work, 8, 8);
    work[12] ^= consumed;
    work[14] ^= mark;
    for (int i = 0; i < message.length; i++) {
      message[i] = (long) LONGS.get(pending, Long.BYTES * i);
    }
    for (int round = 0; round < ROUNDS; round++) {
      mix(SIGMA[round % SIGMA.length]);
    }
    for (int i = 0; i < chain.length; i++) {
      chain[i] ^= work[i] ^ work[i + 8];
    }
  }

  private void mix(byte[] sigma) {
    mix(0, 4, 8, 12, message[sigma[0]], message[sigma[1]]);
    mix(1, 5, 9, 13, message[sigma[2]], message[sigma[3]]);
    mix(2, 6, 10, 14, message[sigma[4]], message[sigma[5]]);
    mix(3, 7, 11, 15, message[sigma[6]], message[sigma[7]]);
    mix(0, 5, 10, 15, message[sigma[8]], message[sigma[9]]);
    mix(1, 6, 11, 12, message[sigma[10]], message[sigma[11]]);
    mix(2, 7, 8, 13, message[sigma[12]], message[sigma[13]]);
    mix(3, 4, 9, 14, message[sigma[14]], message[sigma[15]]);
  }

  private void mix(int a, int b, int c, int d, long x, long y) {
    work[a] += work[b] + x;
    work[d] = Long.rotateRight(work[d] ^ work[a], 32);
    work[c] += work[d];
    work[b] = Long.rotateRight(work[b] ^ work[c], 24);
    work[a] += work[b] + y;
    work[d] = Long.rotateRight(work[d] ^ work[a], 16);
    work[c] += work[d];
    work[b] = Long.rotateRight(work[b] ^ work[c], 63);
  }
}
