package dev.rekey.argon2;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * A search for the parameters that take a given time on this machine: the rows of OWASP's list for
 * passwords, and larger ones.
 */
public final class Argon2Calibration {

  private static final int HASHES = 3;

  /** The least that OWASP's Password Storage Cheat Sheet recommends, whatever time it takes. */
  private static final List<Argon2Parameters> OWASP =
      List.of(
          Argon2Parameters.argon2id(7 * 1024, 5, 1),
          Argon2Parameters.argon2id(9 * 1024, 4, 1),
          Argon2Parameters.argon2id(12 * 1024, 3, 1),
          Argon2Parameters.argon2id(19 * 1024, 2, 1),
          Argon2Parameters.argon2id(46 * 1024, 1, 1));

  private static final long LARGER_FROM_KIB = 64 * 1024;
  private static final long LARGER_TO_KIB = 4 * 1024 * 1024;

  private final Argon2Engine engine;
  private final LongSupplier nanoTime;

  /** A calibration of one engine by a clock, such as {@code System::nanoTime}. */
  public Argon2Calibration(Argon2Engine engine, LongSupplier nanoTime) {
    this.engine = engine;
    this.nanoTime = nanoTime;
  }

  /** How long a hash takes: the median of three. */
  public Duration measure(Argon2Parameters parameters) {
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < HASHES; i++) {
      times.add(time(parameters));
    }
    times.sort(Comparator.naturalOrder());
    return Duration.ofNanos(times.get(HASHES / 2));
  }

  /**
   * Suggests parameters, those with the most memory first, for RFC 9106 section 4 says to take as
   * much memory as one can, and then as many passes as time allows.
   *
   * <p>Rows of OWASP's list are there even when they take longer than the target, for less is not
   * to be recommended: compare {@link Suggestion#expected}.
   *
   * @param target how long a hash may take
   * @param mostMemoryKiB how much memory one hash may fill, in KiB
   */
  public List<Suggestion> suggest(Duration target, long mostMemoryKiB) {
    List<Suggestion> found = new ArrayList<>();
    for (Argon2Parameters row : OWASP) {
      if (row.memoryKiB() <= mostMemoryKiB) {
        found.add(suggest(row, target));
      }
    }
    for (long memory = LARGER_FROM_KIB;
        memory <= Math.min(mostMemoryKiB, LARGER_TO_KIB);
        memory *= 2) {
      Suggestion larger = suggest(Argon2Parameters.argon2id(memory, 1, 1), target);
      if (larger.expected().compareTo(target) > 0) {
        break;
      }
      found.add(larger);
    }
    return found.reversed();
  }

  /** Time grows with the passes. */
  private Suggestion suggest(Argon2Parameters least, Duration target) {
    long perPass = Math.max(1, measure(least).toNanos() / least.passes());
    long passes = Math.max(least.passes(), target.toNanos() / perPass);
    return new Suggestion(
        Argon2Parameters.argon2id(least.memoryKiB(), passes, least.lanes()),
        Duration.ofNanos(perPass * passes));
  }

  private long time(Argon2Parameters parameters) {
    byte[] password = "correct horse battery staple".getBytes(StandardCharsets.US_ASCII);
    Argon2Input input = Argon2Input.of(password, new byte[16]);
    long start = nanoTime.getAsLong();
    engine.hash(parameters, input);
    return nanoTime.getAsLong() - start;
  }

  /**
   * Parameters and what they take.
   *
   * @param parameters Argon2id with one lane
   * @param expected how long a hash takes by what was measured
   */
  public record Suggestion(Argon2Parameters parameters, Duration expected) {}
}
