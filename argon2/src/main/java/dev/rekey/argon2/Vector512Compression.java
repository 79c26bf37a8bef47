package dev.rekey.argon2;

import static jdk.incubator.vector.VectorOperators.ROR;
import static jdk.incubator.vector.VectorOperators.XOR;

import java.util.Arrays;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The compression on lanes of 512 bits.
 *
 * <p>The eight rows of a block are worked on side by side, one in each of the eight lanes of a
 * vector: vector {@code k} holds word {@code k} of every row, and blocks lie in memory in that
 * order. So the permutation P is the same sixteen words of arithmetic that a scalar form would do,
 * eight times at once, and needs no shuffle; the diagonals are a matter of names. Only between the
 * rows and the columns, and after the columns, 8 by 8 words are transposed.
 *
 * <p>Why {@link #permuteOnto} is one long method without helpers: C2 gives a method a budget of
 * inlined bytecode, and the calls of the Vector API use it up. They are inlined all the same, for
 * they are marked so in the JDK; a helper of our own is not, once the budget is spent, and each
 * call of it then boxes its vectors: that took seven times as long. Why both halves and both steps
 * are loops: unrolled, the method would be four times as long, and the budget is the same.
 */
final class Vector512Compression implements Compression {

  private static final VectorSpecies<Long> EIGHT = LongVector.SPECIES_512;
  private static final int LANES = 8;
  private static final int ROW = 16;
  private static final long LOW_HALF = 0xFFFFFFFFL;

  // How two vectors, of lanes 0 to 7 and 8 to 15, exchange halves, quarters and neighbours.
  private static final long[] LOW_4 = {0, 1, 2, 3, 8, 9, 10, 11};
  private static final long[] HIGH_4 = {4, 5, 6, 7, 12, 13, 14, 15};
  private static final long[] LOW_2 = {0, 1, 8, 9, 4, 5, 12, 13};
  private static final long[] HIGH_2 = {2, 3, 10, 11, 6, 7, 14, 15};
  private static final long[] LOW_1 = {0, 8, 2, 10, 4, 12, 6, 14};
  private static final long[] HIGH_1 = {1, 9, 3, 11, 5, 13, 7, 15};

  private final long[] words = new long[BLOCK_WORDS];

  @Override
  public int place(int word) {
    return word % ROW * LANES + word / ROW;
  }

  @Override
  public void compress(long[] x, int xAt, long[] y, int yAt, long[] result, int resultAt) {
    for (int i = 0; i < BLOCK_WORDS; i += LANES) {
      LongVector sum =
          LongVector.fromArray(EIGHT, x, xAt + i)
              .lanewise(XOR, LongVector.fromArray(EIGHT, y, yAt + i));
      sum.intoArray(words, i);
      sum.intoArray(result, resultAt + i);
    }
    permuteOnto(words, result, resultAt);
  }

  @Override
  public void compressOnto(long[] x, int xAt, long[] y, int yAt, long[] result, int resultAt) {
    for (int i = 0; i < BLOCK_WORDS; i += LANES) {
      LongVector sum =
          LongVector.fromArray(EIGHT, x, xAt + i)
              .lanewise(XOR, LongVector.fromArray(EIGHT, y, yAt + i));
      sum.intoArray(words, i);
      sum.lanewise(XOR, LongVector.fromArray(EIGHT, result, resultAt + i))
          .intoArray(result, resultAt + i);
    }
    permuteOnto(words, result, resultAt);
  }

  @Override
  public void wipe() {
    Arrays.fill(words, 0);
  }

  private static void permuteOnto(long[] words, long[] result, int at) {
    LongVector low = LongVector.broadcast(EIGHT, LOW_HALF);
    LongVector t;

    LongVector low4 = LongVector.fromArray(EIGHT, LOW_4, 0);
    LongVector high4 = LongVector.fromArray(EIGHT, HIGH_4, 0);
    LongVector low2 = LongVector.fromArray(EIGHT, LOW_2, 0);
    LongVector high2 = LongVector.fromArray(EIGHT, HIGH_2, 0);
    LongVector low1 = LongVector.fromArray(EIGHT, LOW_1, 0);
    LongVector high1 = LongVector.fromArray(EIGHT, HIGH_1, 0);
    LongVector a0 = LongVector.fromArray(EIGHT, words, 0);
    LongVector a1 = LongVector.fromArray(EIGHT, words, 8);
    LongVector a2 = LongVector.fromArray(EIGHT, words, 16);
    LongVector a3 = LongVector.fromArray(EIGHT, words, 24);
    LongVector b0 = LongVector.fromArray(EIGHT, words, 32);
    LongVector b1 = LongVector.fromArray(EIGHT, words, 40);
    LongVector b2 = LongVector.fromArray(EIGHT, words, 48);
    LongVector b3 = LongVector.fromArray(EIGHT, words, 56);
    LongVector c0 = LongVector.fromArray(EIGHT, words, 64);
    LongVector c1 = LongVector.fromArray(EIGHT, words, 72);
    LongVector c2 = LongVector.fromArray(EIGHT, words, 80);
    LongVector c3 = LongVector.fromArray(EIGHT, words, 88);
    LongVector d0 = LongVector.fromArray(EIGHT, words, 96);
    LongVector d1 = LongVector.fromArray(EIGHT, words, 104);
    LongVector d2 = LongVector.fromArray(EIGHT, words, 112);
    LongVector d3 = LongVector.fromArray(EIGHT, words, 120);
    // First the rows, then the columns.
    for (int half = 0; half < 2; half++) {
      // First the words that stand below each other, then, turned, the diagonals.
      for (int step = 0; step < 2; step++) {
        t = a0.and(low).mul(b0.and(low));
        a0 = a0.add(b0).add(t.add(t));
        d0 = d0.lanewise(XOR, a0).lanewise(ROR, 32L);
        t = a1.and(low).mul(b1.and(low));
        a1 = a1.add(b1).add(t.add(t));
        d1 = d1.lanewise(XOR, a1).lanewise(ROR, 32L);
        t = a2.and(low).mul(b2.and(low));
        a2 = a2.add(b2).add(t.add(t));
        d2 = d2.lanewise(XOR, a2).lanewise(ROR, 32L);
        t = a3.and(low).mul(b3.and(low));
        a3 = a3.add(b3).add(t.add(t));
        d3 = d3.lanewise(XOR, a3).lanewise(ROR, 32L);
        t = c0.and(low).mul(d0.and(low));
        c0 = c0.add(d0).add(t.add(t));
        b0 = b0.lanewise(XOR, c0).lanewise(ROR, 24L);
        t = c1.and(low).mul(d1.and(low));
        c1 = c1.add(d1).add(t.add(t));
        b1 = b1.lanewise(XOR, c1).lanewise(ROR, 24L);
        t = c2.and(low).mul(d2.and(low));
        c2 = c2.add(d2).add(t.add(t));
        b2 = b2.lanewise(XOR, c2).lanewise(ROR, 24L);
        t = c3.and(low).mul(d3.and(low));
        c3 = c3.add(d3).add(t.add(t));
        b3 = b3.lanewise(XOR, c3).lanewise(ROR, 24L);
        t = a0.and(low).mul(b0.and(low));
        a0 = a0.add(b0).add(t.add(t));
        d0 = d0.lanewise(XOR, a0).lanewise(ROR, 16L);
        t = a1.and(low).mul(b1.and(low));
        a1 = a1.add(b1).add(t.add(t));
        d1 = d1.lanewise(XOR, a1).lanewise(ROR, 16L);
        t = a2.and(low).mul(b2.and(low));
        a2 = a2.add(b2).add(t.add(t));
        d2 = d2.lanewise(XOR, a2).lanewise(ROR, 16L);
        t = a3.and(low).mul(b3.and(low));
        a3 = a3.add(b3).add(t.add(t));
        d3 = d3.lanewise(XOR, a3).lanewise(ROR, 16L);
        t = c0.and(low).mul(d0.and(low));
        c0 = c0.add(d0).add(t.add(t));
        b0 = b0.lanewise(XOR, c0).lanewise(ROR, 63L);
        t = c1.and(low).mul(d1.and(low));
        c1 = c1.add(d1).add(t.add(t));
        b1 = b1.lanewise(XOR, c1).lanewise(ROR, 63L);
        t = c2.and(low).mul(d2.and(low));
        c2 = c2.add(d2).add(t.add(t));
        b2 = b2.lanewise(XOR, c2).lanewise(ROR, 63L);
        t = c3.and(low).mul(d3.and(low));
        c3 = c3.add(d3).add(t.add(t));
        b3 = b3.lanewise(XOR, c3).lanewise(ROR, 63L);
        t = b0;
        b0 = b1;
        b1 = b2;
        b2 = b3;
        b3 = t;
        t = c0;
        c0 = c2;
        c2 = t;
        t = c1;
        c1 = c3;
        c3 = t;
        t = d3;
        d3 = d2;
        d2 = d1;
        d1 = d0;
        d0 = t;
      }
      // Even words and odd words of the rows make a matrix each.
      t = low4.selectFrom(a0, c0);
      c0 = high4.selectFrom(a0, c0);
      a0 = t;
      t = low4.selectFrom(a2, c2);
      c2 = high4.selectFrom(a2, c2);
      a2 = t;
      t = low4.selectFrom(b2, d2);
      d2 = high4.selectFrom(b2, d2);
      b2 = t;
      t = low4.selectFrom(b0, d0);
      d0 = high4.selectFrom(b0, d0);
      b0 = t;
      t = low2.selectFrom(a0, b2);
      b2 = high2.selectFrom(a0, b2);
      a0 = t;
      t = low2.selectFrom(a2, b0);
      b0 = high2.selectFrom(a2, b0);
      a2 = t;
      t = low2.selectFrom(c0, d2);
      d2 = high2.selectFrom(c0, d2);
      c0 = t;
      t = low2.selectFrom(c2, d0);
      d0 = high2.selectFrom(c2, d0);
      c2 = t;
      t = low1.selectFrom(a0, a2);
      a2 = high1.selectFrom(a0, a2);
      a0 = t;
      t = low1.selectFrom(b2, b0);
      b0 = high1.selectFrom(b2, b0);
      b2 = t;
      t = low1.selectFrom(c0, c2);
      c2 = high1.selectFrom(c0, c2);
      c0 = t;
      t = low1.selectFrom(d2, d0);
      d0 = high1.selectFrom(d2, d0);
      d2 = t;
      t = low4.selectFrom(a1, c1);
      c1 = high4.selectFrom(a1, c1);
      a1 = t;
      t = low4.selectFrom(a3, c3);
      c3 = high4.selectFrom(a3, c3);
      a3 = t;
      t = low4.selectFrom(b3, d3);
      d3 = high4.selectFrom(b3, d3);
      b3 = t;
      t = low4.selectFrom(b1, d1);
      d1 = high4.selectFrom(b1, d1);
      b1 = t;
      t = low2.selectFrom(a1, b3);
      b3 = high2.selectFrom(a1, b3);
      a1 = t;
      t = low2.selectFrom(a3, b1);
      b1 = high2.selectFrom(a3, b1);
      a3 = t;
      t = low2.selectFrom(c1, d3);
      d3 = high2.selectFrom(c1, d3);
      c1 = t;
      t = low2.selectFrom(c3, d1);
      d1 = high2.selectFrom(c3, d1);
      c3 = t;
      t = low1.selectFrom(a1, a3);
      a3 = high1.selectFrom(a1, a3);
      a1 = t;
      t = low1.selectFrom(b3, b1);
      b1 = high1.selectFrom(b3, b1);
      b3 = t;
      t = low1.selectFrom(c1, c3);
      c3 = high1.selectFrom(c1, c3);
      c1 = t;
      t = low1.selectFrom(d3, d1);
      d1 = high1.selectFrom(d3, d1);
      d3 = t;
      t = b0;
      b0 = b2;
      b2 = t;
      t = b1;
      b1 = b3;
      b3 = t;
      t = d0;
      d0 = d2;
      d2 = t;
      t = d1;
      d1 = d3;
      d3 = t;
    }
    a0.lanewise(XOR, LongVector.fromArray(EIGHT, result, at)).intoArray(result, at);
    a1.lanewise(XOR, LongVector.fromArray(EIGHT, result, at + 8)).intoArray(result, at + 8);
    a2.lanewise(XOR, LongVector.fromArray(EIGHT, result, at + 16)).intoArray(result, at + 16);
    a3.lanewise(XOR, LongVector.fromArray(EIGHT, result, at + 24)).intoArray(result, at + 24);
    b0.lanewise(XOR, LongVector.fromArray(EIGHT, result, at + 32)).intoArray(result, at + 32);
    b1.lanewise(XOR, LongVector.fromArray(EIGHT, result, at + 40)).intoArray(result, at + 40);
    b2.lanewise(XOR, LongVector.fromArray(EIGHT, result, at + 48)).intoArray(result, at + 48);
    b3.lanewise(XOR, LongVector.fromArray(EIGHT, result, at + 56)).intoArray(result, at + 56);
    c0.lanewise(XOR, LongVector.fromArray(EIGHT, result, at + 64)).intoArray(result, at + 64);
    c1.lanewise(XOR, LongVector.fromArray(EIGHT, result, at + 72)).intoArray(result, at + 72);
    c2.lanewise(XOR, LongVector.fromArray(EIGHT, result, at + 80)).intoArray(result, at + 80);
    c3.lanewise(XOR, LongVector.fromArray(EIGHT, result, at + 88)).intoArray(result, at + 88);
    d0.lanewise(XOR, LongVector.fromArray(EIGHT, result, at + 96)).intoArray(result, at + 96);
    d1.lanewise(XOR, LongVector.fromArray(EIGHT, result, at + 104)).intoArray(result, at + 104);
    d2.lanewise(XOR, LongVector.fromArray(EIGHT, result, at + 112)).intoArray(result, at + 112);
    d3.lanewise(XOR, LongVector.fromArray(EIGHT, result, at + 120)).intoArray(result, at + 120);
  }
}
