package dev.rekey.core.password;

/**
 * What one Argon2id hash costs, in the terms of RFC 9106 section 3.1.
 *
 * @param memoryKiB memory in KiB: at least 8 for each lane, at most 1 GiB
 * @param passes how often the memory is walked through: 1 to 64
 * @param lanes how many parts of the memory could be filled side by side: 1 to 64
 */
public record HashCost(int memoryKiB, int passes, int lanes) {

  private static final int LEAST_MEMORY_PER_LANE = 8;
  private static final int MOST_MEMORY = 1024 * 1024;
  private static final int MOST_PASSES = 64;
  private static final int MOST_LANES = 64;

  public HashCost {
    if (!isBearable(memoryKiB, passes, lanes)) {
      throw new IllegalArgumentException(
          "m=%d,t=%d,p=%d is outside of m=8p..%d,t=1..%d,p=1..%d"
              .formatted(memoryKiB, passes, lanes, MOST_MEMORY, MOST_PASSES, MOST_LANES));
    }
  }

  /** 19 MiB, two passes, one lane: on the lists of OWASP and of ASVS 5.0 appendix C. */
  public static HashCost standard() {
    return new HashCost(19456, 2, 1);
  }

  /**
   * True within the bounds, which hold for foreign hashes too: nobody may import one that takes the
   * server down when it is verified.
   */
  static boolean isBearable(int memoryKiB, int passes, int lanes) {
    return isWithin(1, passes, MOST_PASSES)
        && isWithin(1, lanes, MOST_LANES)
        && isWithin(LEAST_MEMORY_PER_LANE * lanes, memoryKiB, MOST_MEMORY);
  }

  /** As it stands in a PHC string. */
  public String text() {
    return "m=%d,t=%d,p=%d".formatted(memoryKiB, passes, lanes);
  }

  /** How many KiB are written in all: what its duration is in proportion to. */
  long work() {
    return (long) memoryKiB * passes;
  }

  private static boolean isWithin(int least, int value, int most) {
    return least <= value && value <= most;
  }
}
