package dev.rekey.core.adoption;

import java.time.Instant;
import java.util.Optional;

/**
 * How an old system was found of late.
 *
 * @param lastAnswer when it last said yes or no
 * @param lastFailure when it last said nothing that could be understood
 * @param why what was wrong then, in a word such as {@code timeout}
 * @param pausedUntil until when nobody asks it, because it failed so often; whoever comes first
 *     afterwards tries it out
 */
public record Health(
    Optional<Instant> lastAnswer,
    Optional<Instant> lastFailure,
    Optional<String> why,
    Optional<Instant> pausedUntil) {

  /** Nobody has asked yet. */
  public static Health unknown() {
    return new Health(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
