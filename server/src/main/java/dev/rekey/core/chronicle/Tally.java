package dev.rekey.core.chronicle;

import java.time.Duration;
import java.time.Instant;

/**
 * How often something happened, on all nodes together.
 *
 * @param slot when the slot of time began in which it did
 */
public record Tally(Instant slot, Happening what, long count) {

  /** How long a slot is. */
  public static final Duration SLOT = Duration.ofMinutes(5);

  /** The slot to which a moment belongs. */
  public static Instant slotOf(Instant moment) {
    long length = SLOT.toMillis();
    return Instant.ofEpochMilli(Math.floorDiv(moment.toEpochMilli(), length) * length);
  }
}
