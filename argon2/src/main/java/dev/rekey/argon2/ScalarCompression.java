package dev.rekey.argon2;

import java.util.Arrays;

/**
 * The compression word by word, as RFC 9106 section 3.5 writes it: for any machine, and to compare
 * the others with.
 *
 * <p>Each mixing reads four words into registers and writes them back. With all sixteen words of a
 * row in local variables there would be twice as many as a machine has registers, and it was
 * slower.
 */
final class ScalarCompression implements Compression {

  private static final long LOW_HALF = 0xFFFFFFFFL;
  private static final int ROW = 16;

  private final long[] words = new long[BLOCK_WORDS];

  @Override
  public int place(int word) {
    return word;
  }

  @Override
  public void compress(long[] x, int xAt, long[] y, int yAt, long[] result, int resultAt) {
    sum(x, xAt, y, yAt);
    permute();
    for (int i = 0; i < BLOCK_WORDS; i++) {
      result[resultAt + i] = words[i] ^ x[xAt + i] ^ y[yAt + i];
    }
  }

  @Override
  public void compressOnto(long[] x, int xAt, long[] y, int yAt, long[] result, int resultAt) {
    sum(x, xAt, y, yAt);
    permute();
    for (int i = 0; i < BLOCK_WORDS; i++) {
      result[resultAt + i] ^= words[i] ^ x[xAt + i] ^ y[yAt + i];
    }
  }

  @Override
  public void wipe() {
    Arrays.fill(words, 0);
  }

  private void sum(long[] x, int xAt, long[] y, int yAt) {
    for (int i = 0; i < BLOCK_WORDS; i++) {
      words[i] = x[xAt + i] ^ y[yAt + i];
    }
  }

  /** The permutation P on every row of eight pairs of words, then on every column of them. */
  private void permute() {
    for (int row = 0; row < BLOCK_WORDS; row += ROW) {
      permute(row, 2);
    }
    for (int column = 0; column < ROW; column += 2) {
      permute(column, ROW);
    }
  }

  /** The permutation P on eight pairs of words, {@code step} apart. */
  private void permute(int v0, int step) {
    int v2 = v0 + step;
    int v4 = v2 + step;
    int v6 = v4 + step;
    int v8 = v6 + step;
    int v10 = v8 + step;
    int v12 = v10 + step;
    int v14 = v12 + step;
    mix(v0, v4, v8, v12);
    mix(v0 + 1, v4 + 1, v8 + 1, v12 + 1);
    mix(v2, v6, v10, v14);
    mix(v2 + 1, v6 + 1, v10 + 1, v14 + 1);
    mix(v0, v4 + 1, v10, v14 + 1);
    mix(v0 + 1, v6, v10 + 1, v12);
    mix(v2, v6 + 1, v8, v12 + 1);
    mix(v2 + 1, v4, v8 + 1, v14);
  }

  /** The function GB. */
  private void mix(int aAt, int bAt, int cAt, int dAt) {
    long a = words[aAt];
    long b = words[bAt];
    long c = words[cAt];
    long d = words[dAt];
    a = add(a, b);
    d = Long.rotateRight(d ^ a, 32);
    c = add(c, d);
    b = Long.rotateRight(b ^ c, 24);
    a = add(a, b);
    d = Long.rotateRight(d ^ a, 16);
    c = add(c, d);
    b = Long.rotateRight(b ^ c, 63);
    words[aAt] = a;
    words[bAt] = b;
    words[cAt] = c;
    words[dAt] = d;
  }

  private static long add(long x, long y) {
    return x + y + 2 * (x & LOW_HALF) * (y & LOW_HALF);
  }
}
