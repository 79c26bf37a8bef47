package dev.rekey.argon2;

/**
 * What of a stored hash is accepted. Whoever can write a hash chooses what it costs to verify;
 * these bounds say how much one is willing to bear.
 *
 * @param mostMemoryKiB the largest memory, in KiB
 * @param mostPasses the most passes
 * @param mostLanes the most lanes
 * @param leastSaltBytes the shortest salt
 * @param mostSaltBytes the longest salt
 * @param leastTagBytes the shortest tag; a tag of 4 bytes is guessed by chance
 * @param mostTagBytes the longest tag
 */
public record Argon2Limits(
    long mostMemoryKiB,
    long mostPasses,
    int mostLanes,
    int leastSaltBytes,
    int mostSaltBytes,
    int leastTagBytes,
    int mostTagBytes) {

  /** Up to 1 GiB, 100 passes, 64 lanes; salts of 8 to 64 bytes, tags of 16 to 64. */
  public static Argon2Limits usual() {
    return new Argon2Limits(1 << 20, 100, 64, 8, 64, 16, 64);
  }

  /** Everything that {@link Argon2Parameters} can say: for hashes that one has written oneself. */
  public static Argon2Limits none() {
    return new Argon2Limits(
        Long.MAX_VALUE,
        Long.MAX_VALUE,
        Integer.MAX_VALUE,
        0,
        Integer.MAX_VALUE,
        0,
        Integer.MAX_VALUE);
  }

  /** The same with another bound on memory, in KiB. */
  public Argon2Limits withMostMemoryKiB(long other) {
    return new Argon2Limits(
        other, mostPasses, mostLanes, leastSaltBytes, mostSaltBytes, leastTagBytes, mostTagBytes);
  }

  boolean allow(Argon2Parameters parameters, int saltBytes) {
    return parameters.memoryKiB() <= mostMemoryKiB
        && parameters.passes() <= mostPasses
        && parameters.lanes() <= mostLanes
        && isWithin(leastSaltBytes, saltBytes, mostSaltBytes)
        && isWithin(leastTagBytes, parameters.tagBytes(), mostTagBytes);
  }

  private static boolean isWithin(int least, int found, int most) {
    return least <= found && found <= most;
  }
}
