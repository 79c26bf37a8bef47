package dev.rekey.core.chronicle;

import java.time.Instant;
import java.util.Map;

/**
 * How many passwords were kept by what, at some time.
 *
 * @param at when the counting ended
 */
public record Census(Instant at, Map<HashKind, Long> counts) {

  public Census {
    counts = Map.copyOf(counts);
  }

  public long all() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many are not as new ones are. */
  public long weak(HashKind wanted) {
    return all() - counts.getOrDefault(wanted, 0L);
  }
}
