package dev.rekey.core.store;

import dev.rekey.core.audit.AuditEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counters of failed and of limited attempts, by key; they outlive a restart. */
public interface Attempts {

  /** The tallies that exist among the keys. */
  Map<String, Tally> read(List<String> keys);

  /** Adds one to each key, and writes the entry down, in one commit. */
  void count(List<String> keys, Instant now, Optional<AuditEntry> entry);

  /**
   * Adds one to the key unless it stands at {@code most} since {@code windowStart}; a tally that
   * began before then starts anew at one. True when it was counted.
   */
  boolean countWithin(String key, int most, Instant windowStart, Instant now);

  /** Marks the key as seen now, with a count of zero; for lanes of known addresses. */
  void clear(List<String> keys, Instant now);

  /** How often since when. */
  record Tally(long count, Instant since, Instant latest) {}
}
