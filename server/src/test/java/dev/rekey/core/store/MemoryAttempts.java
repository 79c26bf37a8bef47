package dev.rekey.core.store;

import dev.rekey.core.audit.AuditEntry;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counters in memory. */
final class MemoryAttempts implements Attempts {

  private final Memory memory;

  MemoryAttempts(Memory memory) {
    this.memory = memory;
  }

  @Override
  public Map<String, Tally> read(List<String> wanted) {
    return memory.alone(() -> {
      Map<String, Tally> found = new HashMap<>(memory.tallies);
      found.keySet().retainAll(wanted);
      return found;
    });
  }

  @Override
  public void count(List<String> counted, Instant now, Optional<AuditEntry> entry) {
    memory.alone(() -> {
      counted.stream().distinct().forEach(key -> addOne(key, Memory.millis(now)));
      entry.ifPresent(memory.trail::add);
    });
  }

  private void addOne(String key, Instant at) {
    memory.tallies.merge(
        key, new Tally(1, at, at), (old, _) -> new Tally(old.count() + 1, old.since(), at));
  }

  @Override
  public boolean countWithin(String key, int most, Instant windowStart, Instant now) {
    return memory.alone(() -> {
      if (memory.tallies.containsKey(key)
          && memory.tallies.get(key).since().isBefore(Memory.millis(windowStart))) {
        memory.tallies.remove(key);
      }
      long count = memory.tallies.containsKey(key) ? memory.tallies.get(key).count() : 0;
      if (count >= most) {
        return false;
      }
      addOne(key, Memory.millis(now));
      return true;
    });
  }

  @Override
  public void clear(List<String> cleared, Instant now) {
    memory.alone(() -> memory.forgive(cleared, now));
  }
}
