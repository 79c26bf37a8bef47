package dev.rekey.argon2;

import static jdk.incubator.vector.VectorOperators.ROR;
import static jdk.incubator.vector.VectorOperators.XOR;

import java.util.Arrays;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The compression on lanes of 256 bits.
 *
 * <p>The eight rows of a block are worked on side by side, as in {@link Vector512Compression}, but
 * a machine with lanes of 256 bits has sixteen registers, and the rows would fill 32. So the words
 * stay in an array, in the first level of cache, and each loop goes over 32 neighbours (a quarter
 * of every row) for one line of the function GB.
 *
 * <p>The diagonals are neighbours as well: where a quarter must be turned, its words are written
 * twice, to their place and 32 words further on, and the loops for the diagonals start in between.
 * (Where they were copied afterwards, a hash took a tenth longer.)
 *
 * <p>There are no helpers in the loops, not even one that reads a vector: whether C2 inlines a
 * helper depends on what it compiled first, and where it did not, a hash took half as long again.
 */
final class Vector256Compression implements Compression {

  private static final VectorSpecies<Long> FOUR = LongVector.SPECIES_256;
  private static final int LANES = 4;
  private static final int ROWS = 8;
  private static final int ROW = 16;
  private static final int QUARTER = BLOCK_WORDS / 4;
  private static final long LOW_HALF = 0xFFFFFFFFL;

  /** Where the first quarter is worked on: there is room in front of it. */
  private static final int START = QUARTER;

  /** From one quarter to the next: there is room for the second copy on either side. */
  private static final int GAP = 3 * QUARTER;

  private static final int SIZE = START + 4 * GAP;

  // How far each quarter is turned to bring the diagonals together.
  private static final int TURN_B = ROWS;
  private static final int TURN_C = 2 * ROWS;
  private static final int TURN_D = 3 * ROWS;

  private static final VectorShuffle<Long> SWAP_PAIRS = VectorShuffle.fromValues(FOUR, 2, 3, 0, 1);
  private static final VectorShuffle<Long> SWAP_NEIGHBOURS =
      VectorShuffle.fromValues(FOUR, 1, 0, 3, 2);
  private static final VectorMask<Long> HIGH_PAIR =
      VectorMask.fromValues(FOUR, false, false, true, true);
  private static final VectorMask<Long> ODD = VectorMask.fromValues(FOUR, false, true, false, true);

  private final long[] rows = new long[SIZE];
  private final long[] columns = new long[SIZE];

  @Override
  public int place(int word) {
    return word % ROW * ROWS + word / ROW;
  }

  @Override
  public void compress(long[] x, int xAt, long[] y, int yAt, long[] result, int resultAt) {
    for (int quarter = 0; quarter < 4; quarter++) {
      for (int i = 0; i < QUARTER; i += LANES) {
        int word = QUARTER * quarter + i;
        LongVector sum =
            LongVector.fromArray(FOUR, x, xAt + word)
                .lanewise(XOR, LongVector.fromArray(FOUR, y, yAt + word));
        sum.intoArray(rows, START + GAP * quarter + i);
        sum.intoArray(result, resultAt + word);
      }
    }
    permuteOnto(result, resultAt);
  }

  @Override
  public void compressOnto(long[] x, int xAt, long[] y, int yAt, long[] result, int resultAt) {
    for (int quarter = 0; quarter < 4; quarter++) {
      for (int i = 0; i < QUARTER; i += LANES) {
        int word = QUARTER * quarter + i;
        LongVector sum =
            LongVector.fromArray(FOUR, x, xAt + word)
                .lanewise(XOR, LongVector.fromArray(FOUR, y, yAt + word));
        sum.intoArray(rows, START + GAP * quarter + i);
        sum.lanewise(XOR, LongVector.fromArray(FOUR, result, resultAt + word))
            .intoArray(result, resultAt + word);
      }
    }
    permuteOnto(result, resultAt);
  }

  @Override
  public void wipe() {
    Arrays.fill(rows, 0);
    Arrays.fill(columns, 0);
  }

  private void permuteOnto(long[] result, int at) {
    permute(rows);
    transpose(rows, columns);
    permute(columns);
    transposeOnto(columns, result, at);
  }

  private static void permute(long[] z) {
    mix(z, GAP, 2 * GAP, 3 * GAP, QUARTER);
    mix(z, GAP + TURN_B, 2 * GAP + TURN_C, 3 * GAP + TURN_D, -QUARTER);
  }

  /**
   * The function GB, on 32 at once.
   *
   * @param b how far behind the first quarter the second one is, which is added to it, and so on
   * @param copy how far behind the quarters to be turned their words are written again
   */
  private static void mix(long[] z, int b, int c, int d, int copy) {
    for (int i = START; i < START + QUARTER; i += LANES) {
      LongVector x = LongVector.fromArray(FOUR, z, i);
      LongVector y = LongVector.fromArray(FOUR, z, b + i);
      LongVector product = x.and(LOW_HALF).mul(y.and(LOW_HALF));
      x = x.add(y).add(product.add(product));
      x.intoArray(z, i);
      LongVector.fromArray(FOUR, z, d + i).lanewise(XOR, x).lanewise(ROR, 32).intoArray(z, d + i);
    }
    for (int i = START; i < START + QUARTER; i += LANES) {
      LongVector x = LongVector.fromArray(FOUR, z, c + i);
      LongVector y = LongVector.fromArray(FOUR, z, d + i);
      LongVector product = x.and(LOW_HALF).mul(y.and(LOW_HALF));
      x = x.add(y).add(product.add(product));
      x.intoArray(z, c + i);
      LongVector.fromArray(FOUR, z, b + i).lanewise(XOR, x).lanewise(ROR, 24).intoArray(z, b + i);
    }
    for (int i = START; i < START + QUARTER; i += LANES) {
      LongVector x = LongVector.fromArray(FOUR, z, i);
      LongVector y = LongVector.fromArray(FOUR, z, b + i);
      LongVector product = x.and(LOW_HALF).mul(y.and(LOW_HALF));
      x = x.add(y).add(product.add(product));
      x.intoArray(z, i);
      LongVector turned = LongVector.fromArray(FOUR, z, d + i).lanewise(XOR, x).lanewise(ROR, 16);
      turned.intoArray(z, d + i);
      turned.intoArray(z, d + copy + i);
    }
    for (int i = START; i < START + QUARTER; i += LANES) {
      LongVector x = LongVector.fromArray(FOUR, z, c + i);
      LongVector y = LongVector.fromArray(FOUR, z, d + i);
      LongVector product = x.and(LOW_HALF).mul(y.and(LOW_HALF));
      x = x.add(y).add(product.add(product));
      x.intoArray(z, c + i);
      x.intoArray(z, c + copy + i);
      LongVector turned = LongVector.fromArray(FOUR, z, b + i).lanewise(XOR, x).lanewise(ROR, 63);
      turned.intoArray(z, b + i);
      turned.intoArray(z, b + copy + i);
    }
  }

  /** Rows become columns: of eight matrices of 4 by 4 words, each is turned and moved. */
  private static void transpose(long[] from, long[] to) {
    for (int i = 0; i < 8; i++) {
      int odd = ROWS * (i & 1);
      int row = i >> 1 & 1;
      int pair = i >> 2;
      int source = START + 2 * GAP * row + odd + LANES * pair;
      int target = START + 2 * GAP * pair + odd + LANES * row;
      LongVector v0 = LongVector.fromArray(FOUR, from, source);
      LongVector v1 = LongVector.fromArray(FOUR, from, source + ROW);
      LongVector v2 = LongVector.fromArray(FOUR, from, source + GAP);
      LongVector v3 = LongVector.fromArray(FOUR, from, source + GAP + ROW);
      LongVector low02 = v0.blend(v2.rearrange(SWAP_PAIRS), HIGH_PAIR);
      LongVector high02 = v0.rearrange(SWAP_PAIRS).blend(v2, HIGH_PAIR);
      LongVector low13 = v1.blend(v3.rearrange(SWAP_PAIRS), HIGH_PAIR);
      LongVector high13 = v1.rearrange(SWAP_PAIRS).blend(v3, HIGH_PAIR);
      LongVector w0 = low02.blend(low13.rearrange(SWAP_NEIGHBOURS), ODD);
      LongVector w1 = low02.rearrange(SWAP_NEIGHBOURS).blend(low13, ODD);
      LongVector w2 = high02.blend(high13.rearrange(SWAP_NEIGHBOURS), ODD);
      LongVector w3 = high02.rearrange(SWAP_NEIGHBOURS).blend(high13, ODD);
      w0.intoArray(to, target);
      w1.intoArray(to, target + ROW);
      w2.intoArray(to, target + GAP);
      w3.intoArray(to, target + GAP + ROW);
    }
  }

  /** Columns become rows again, and are added to the block that is made. */
  private static void transposeOnto(long[] from, long[] result, int at) {
    for (int i = 0; i < 8; i++) {
      int odd = ROWS * (i & 1);
      int row = i >> 1 & 1;
      int pair = i >> 2;
      int source = START + 2 * GAP * row + odd + LANES * pair;
      int target = at + 2 * QUARTER * pair + odd + LANES * row;
      LongVector v0 = LongVector.fromArray(FOUR, from, source);
      LongVector v1 = LongVector.fromArray(FOUR, from, source + ROW);
      LongVector v2 = LongVector.fromArray(FOUR, from, source + GAP);
      LongVector v3 = LongVector.fromArray(FOUR, from, source + GAP + ROW);
      LongVector low02 = v0.blend(v2.rearrange(SWAP_PAIRS), HIGH_PAIR);
      LongVector high02 = v0.rearrange(SWAP_PAIRS).blend(v2, HIGH_PAIR);
      LongVector low13 = v1.blend(v3.rearrange(SWAP_PAIRS), HIGH_PAIR);
      LongVector high13 = v1.rearrange(SWAP_PAIRS).blend(v3, HIGH_PAIR);
      LongVector w0 = low02.blend(low13.rearrange(SWAP_NEIGHBOURS), ODD);
      LongVector w1 = low02.rearrange(SWAP_NEIGHBOURS).blend(low13, ODD);
      LongVector w2 = high02.blend(high13.rearrange(SWAP_NEIGHBOURS), ODD);
      LongVector w3 = high02.rearrange(SWAP_NEIGHBOURS).blend(high13, ODD);
      w0 = w0.lanewise(XOR, LongVector.fromArray(FOUR, result, target));
      w1 = w1.lanewise(XOR, LongVector.fromArray(FOUR, result, target + ROW));
      w2 = w2.lanewise(XOR, LongVector.fromArray(FOUR, result, target + QUARTER));
      w3 = w3.lanewise(XOR, LongVector.fromArray(FOUR, result, target + QUARTER + ROW));
      w0.intoArray(result, target);
      w1.intoArray(result, target + ROW);
      w2.intoArray(result, target + QUARTER);
      w3.intoArray(result, target + QUARTER + ROW);
    }
  }
}
