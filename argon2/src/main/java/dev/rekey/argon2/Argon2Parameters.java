package dev.rekey.argon2;

/**
 * What one computation of Argon2 costs and gives, in the terms of RFC 9106 section 3.1.
 *
 * <p>Everything that the RFC allows is allowed here. What a server is willing to bear is another
 * matter: see {@link Argon2Limits}.
 *
 * @param variant how memory is addressed
 * @param version 0x13, or 0x10 for hashes of former days
 * @param memoryKiB how much memory is filled: at least 8 for each lane, at most 2^32-1
 * @param passes how often memory is walked through: 1 to 2^32-1
 * @param lanes into how many rows memory is divided: 1 to 2^24-1
 * @param tagBytes how long the result is: at least 4; a Java array ends at 2^31-1
 */
public record Argon2Parameters(
    Variant variant, Version version, long memoryKiB, long passes, int lanes, int tagBytes) {

  private static final long LEAST_KIB_PER_LANE = 8;
  private static final long MOST_KIB = 0xFFFFFFFFL;
  private static final long MOST_PASSES = 0xFFFFFFFFL;
  private static final int MOST_LANES = 0xFFFFFF;
  private static final int LEAST_TAG_BYTES = 4;
  private static final int USUAL_TAG_BYTES = 32;

  /** The ways to choose the block that the next one is made of (RFC 9106 section 3.4). */
  public enum Variant {
    /** By the password: hardest to save memory on, but it shows to whoever shares a cache. */
    ARGON2D("argon2d", 0),
    /** By the cost alone: nothing is to be seen, memory is easier to save. */
    ARGON2I("argon2i", 1),
    /** Half of the first pass as Argon2i, the rest as Argon2d: what RFC 9106 recommends. */
    ARGON2ID("argon2id", 2);

    private final String id;
    private final int number;

    Variant(String id, int number) {
      this.id = id;
      this.number = number;
    }

    /** How it is called in a PHC string. */
    String id() {
      return id;
    }

    /** The number y that is hashed. */
    int number() {
      return number;
    }
  }

  /** What a later pass does with the block that it finds in its place. */
  public enum Version {
    /** It writes over it; before 2016. */
    V10(0x10),
    /** It adds to it, by exclusive or: the version of RFC 9106. */
    V13(0x13);

    private final int number;

    Version(int number) {
      this.number = number;
    }

    /** The number v that is hashed and written down: 16 or 19. */
    public int number() {
      return number;
    }
  }

  /** Refuses what RFC 9106 does not allow. */
  public Argon2Parameters {
    requireWithin("lanes", 1, lanes, MOST_LANES);
    requireWithin("KiB of memory", LEAST_KIB_PER_LANE * lanes, memoryKiB, MOST_KIB);
    requireWithin("passes", 1, passes, MOST_PASSES);
    requireWithin("bytes of the tag", LEAST_TAG_BYTES, tagBytes, Integer.MAX_VALUE);
  }

  /** Argon2id of the current version with a tag of 32 bytes. */
  public static Argon2Parameters argon2id(long memoryKiB, long passes, int lanes) {
    return new Argon2Parameters(
        Variant.ARGON2ID, Version.V13, memoryKiB, passes, lanes, USUAL_TAG_BYTES);
  }

  /** 19 MiB, two passes, one lane: on OWASP's list for passwords. */
  public static Argon2Parameters standard() {
    return argon2id(19 * 1024, 2, 1);
  }

  /** The same in another variant. */
  public Argon2Parameters withVariant(Variant other) {
    return new Argon2Parameters(other, version, memoryKiB, passes, lanes, tagBytes);
  }

  /** The same in another version. */
  public Argon2Parameters withVersion(Version other) {
    return new Argon2Parameters(variant, other, memoryKiB, passes, lanes, tagBytes);
  }

  /** The same with a tag of another length. */
  public Argon2Parameters withTagBytes(int other) {
    return new Argon2Parameters(variant, version, memoryKiB, passes, lanes, other);
  }

  private static void requireWithin(String what, long least, long found, long most) {
    if (found < least || found > most) {
      throw new IllegalArgumentException(
          "%d %s are outside of %d to %d".formatted(found, what, least, most));
    }
  }
}
