package dev.rekey.argon2;

/** The random numbers of Argon2i, which depend on no input (RFC 9106 section 3.4.1.2). */
final class Addresses {

  private static final int PASS = 0;
  private static final int LANE = 1;
  private static final int SLICE = 2;
  private static final int BLOCKS = 3;
  private static final int PASSES = 4;
  private static final int VARIANT = 5;
  private static final int COUNTER = 6;

  private final Compression compression;
  private final long[] zero = new long[Compression.BLOCK_WORDS];
  private final long[] input = new long[Compression.BLOCK_WORDS];
  private final long[] numbers = new long[Compression.BLOCK_WORDS];

  Addresses(Argon2Parameters parameters, Layout layout, Compression compression) {
    this.compression = compression;
    put(BLOCKS, layout.blocks());
    put(PASSES, parameters.passes());
    put(VARIANT, parameters.variant().number());
  }

  /** Turns to another segment. */
  void enter(long pass, int slice, int lane) {
    put(PASS, pass);
    put(LANE, lane);
    put(SLICE, slice);
    put(COUNTER, 0);
    next();
  }

  /** The number for the block at {@code index} of the segment, asked for in turn. */
  long at(long index) {
    int word = (int) index % Compression.BLOCK_WORDS;
    if (word == 0 && index > 0) {
      next();
    }
    return numbers[compression.place(word)];
  }

  private void next() {
    input[compression.place(COUNTER)]++;
    compression.compress(zero, 0, input, 0, numbers, 0);
    compression.compress(zero, 0, numbers, 0, numbers, 0);
  }

  private void put(int word, long value) {
    input[compression.place(word)] = value;
  }
}
