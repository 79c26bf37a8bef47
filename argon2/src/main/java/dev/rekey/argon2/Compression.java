package dev.rekey.argon2;

/**
 * The compression function G of RFC 9106 section 3.5, which makes a block of two others.
 *
 * <p>It keeps the words of a block in an order of its own, and it has a place to work in: it
 * belongs to one computation at a time.
 */
interface Compression {

  /** How many words of 64 bits make a block of 1 KiB. */
  int BLOCK_WORDS = 128;

  /** Where in a block the word lies that RFC 9106 counts as number {@code word}; 0 lies first. */
  int place(int word);

  /**
   * Makes {@code result} G of {@code x} and {@code y}; each block lies in an array at an offset.
   */
  void compress(long[] x, int xAt, long[] y, int yAt, long[] result, int resultAt);

  /** Adds G of {@code x} and {@code y} to {@code result}, by exclusive or. */
  void compressOnto(long[] x, int xAt, long[] y, int yAt, long[] result, int resultAt);

  /** Forgets what was worked on. */
  void wipe();
}
