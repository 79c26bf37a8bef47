package dev.rekey.argon2;

import java.util.Arrays;

/**
 * The compression in plain loops, which C2 turns into vector instructions where the machine has
 * them; it needs no module for that.
 *
 * <p>Blocks lie in memory with the same word of all eight rows side by side, so that P on all rows
 * at once is a few loops over 32 neighbours (a quarter of every row), without a shuffle inside. The
 * diagonals are such neighbours as well: each quarter is followed by a copy of its own beginning,
 * and the loops for the diagonals start further on. What was rows becomes columns by a {@linkplain
 * #turn transposition}.
 */
final class LoopCompression implements Compression {

  private static final long LOW_HALF = 0xFFFFFFFFL;

  /** How many rows there are side by side. */
  private static final int ROWS = 8;

  private static final int ROW = 16;
  private static final int QUARTER = BLOCK_WORDS / 4;

  // Where the quarters are worked on. The first one stays where it is and needs no copy.
  private static final int A = 0;
  private static final int B = A + QUARTER;
  private static final int C = B + 2 * QUARTER;
  private static final int D = C + 2 * QUARTER;
  private static final int END = D + 2 * QUARTER;

  /** How far each quarter is turned to bring the diagonals together. */
  private static final int TURN_B = ROWS;

  private static final int TURN_C = 2 * ROWS;
  private static final int TURN_D = 3 * ROWS;

  /** Where each of the sixteen words of the rows is found when the diagonals are done. */
  private static final int[] AFTER_DIAGONALS = {
    A, A + 8, A + 16, A + 24, B + 32, B + 8, B + 16, B + 24, C + 32, C + 40, C + 16, C + 24, D + 32,
    D + 40, D + 48, D + 24,
  };

  private final long[] words = new long[BLOCK_WORDS];
  private final long[] quarters = new long[END];

  @Override
  public int place(int word) {
    return word % ROW * ROWS + word / ROW;
  }

  @Override
  public void compress(long[] x, int xAt, long[] y, int yAt, long[] result, int resultAt) {
    for (int i = 0; i < BLOCK_WORDS; i++) {
      long sum = x[xAt + i] ^ y[yAt + i];
      words[i] = sum;
      result[resultAt + i] = sum;
    }
    permuteOnto(result, resultAt);
  }

  @Override
  public void compressOnto(long[] x, int xAt, long[] y, int yAt, long[] result, int resultAt) {
    for (int i = 0; i < BLOCK_WORDS; i++) {
      long sum = x[xAt + i] ^ y[yAt + i];
      words[i] = sum;
      result[resultAt + i] ^= sum;
    }
    permuteOnto(result, resultAt);
  }

  @Override
  public void wipe() {
    Arrays.fill(words, 0);
    Arrays.fill(quarters, 0);
  }

  private void permuteOnto(long[] result, int at) {
    permute(words, quarters);
    permute(words, quarters);
    for (int i = 0; i < BLOCK_WORDS; i++) {
      result[at + i] ^= words[i];
    }
  }

  /** The permutation P on all rows at once; then rows and columns change places. */
  private static void permute(long[] words, long[] quarters) {
    spread(words, quarters);
    mix(quarters, A, B, C, D);
    repeatBeginnings(quarters);
    mix(quarters, A, B + TURN_B, C + TURN_C, D + TURN_D);
    turn(quarters, words);
  }

  private static void spread(long[] words, long[] quarters) {
    System.arraycopy(words, 0, quarters, A, QUARTER);
    System.arraycopy(words, QUARTER, quarters, B, QUARTER);
    System.arraycopy(words, 2 * QUARTER, quarters, C, QUARTER);
    System.arraycopy(words, 3 * QUARTER, quarters, D, QUARTER);
  }

  private static void repeatBeginnings(long[] quarters) {
    System.arraycopy(quarters, B, quarters, B + QUARTER, TURN_B);
    System.arraycopy(quarters, C, quarters, C + QUARTER, TURN_C);
    System.arraycopy(quarters, D, quarters, D + QUARTER, TURN_D);
  }

  /** The function GB, on 32 at once. */
  private static void mix(long[] quarters, int a, int b, int c, int d) {
    addAndTurn(quarters, a, b, d, 32);
    addAndTurn(quarters, c, d, b, 24);
    addAndTurn(quarters, a, b, d, 16);
    addAndTurn(quarters, c, d, b, 63);
  }

  private static void addAndTurn(long[] quarters, int a, int b, int d, int bits) {
    for (int i = 0; i < QUARTER; i++) {
      long x = quarters[a + i];
      long y = quarters[b + i];
      x += y + 2 * (x & LOW_HALF) * (y & LOW_HALF);
      quarters[a + i] = x;
      quarters[d + i] = Long.rotateRight(quarters[d + i] ^ x, bits);
    }
  }

  /** Rows become columns. Words move in pairs, as RFC 9106 section 3.6 has them in its matrix. */
  private static void turn(long[] quarters, long[] words) {
    for (int pair = 0; pair < ROWS; pair++) {
      int even = AFTER_DIAGONALS[2 * pair];
      int odd = AFTER_DIAGONALS[2 * pair + 1];
      for (int row = 0; row < ROWS; row++) {
        words[ROW * row + pair] = quarters[even + row];
        words[ROW * row + ROWS + pair] = quarters[odd + row];
      }
    }
  }
}
