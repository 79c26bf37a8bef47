package dev.rekey.core.account;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Why the owner has to change the password before anything else; any change of the password, or a
 * reset, settles it.
 */
public sealed interface MustChange {

  /** A steward gave it to the owner; from that moment on it opens nothing any more. */
  record Temporary(Instant until) implements MustChange {}

  /**
   * A steward wants another.
   *
   * @param deed the bulk deed that it was part of, by which it can be taken back
   */
  record Forced(Instant since, Optional<Long> deed) implements MustChange {}

  /** When the password opens nothing any more, if there is such a moment. */
  default Optional<Instant> endsAt() {
    return switch (this) {
      case Temporary(Instant until) -> Optional.of(until);
      case Forced _ -> Optional.empty();
    };
  }

  /** The same with its time in the store's milliseconds. */
  default MustChange inMillis() {
    return switch (this) {
      case Temporary(Instant until) -> new Temporary(until.truncatedTo(ChronoUnit.MILLIS));
      case Forced(Instant since, Optional<Long> deed) ->
          new Forced(since.truncatedTo(ChronoUnit.MILLIS), deed);
    };
  }
}
