package dev.rekey.argon2;

import java.util.Arrays;

/** The blocks that a computation fills, in arrays of at most 1 GiB. */
final class Memory {

  private static final int ARRAY_BITS = 20;
  private static final int BLOCKS_PER_ARRAY = 1 << ARRAY_BITS;

  private final long blocks;
  private final long[][] arrays;

  Memory(long blocks) {
    this.blocks = blocks;
    this.arrays = new long[Math.toIntExact((blocks + BLOCKS_PER_ARRAY - 1) >>> ARRAY_BITS)][];
    for (int i = 0; i < arrays.length; i++) {
      arrays[i] = new long[wordsIn(i, blocks)];
    }
  }

  /** How many blocks there are. */
  long blocks() {
    return blocks;
  }

  /** The array that a block lies in. */
  long[] array(long block) {
    return arrays[(int) (block >>> ARRAY_BITS)];
  }

  /** Where in its array a block begins. */
  static int at(long block) {
    return ((int) block & (BLOCKS_PER_ARRAY - 1)) * Compression.BLOCK_WORDS;
  }

  /** Writes zeros over the first blocks. */
  void wipe(long used) {
    for (int i = 0; i < arrays.length; i++) {
      Arrays.fill(arrays[i], 0, wordsIn(i, used), 0);
    }
  }

  /** How many words of an array belong to the first {@code count} blocks. */
  private static int wordsIn(int array, long count) {
    long rest = count - ((long) array << ARRAY_BITS);
    return Math.clamp(rest, 0, BLOCKS_PER_ARRAY) * Compression.BLOCK_WORDS;
  }
}
