package dev.rekey.core.store;

import static java.util.Comparator.comparing;

import dev.rekey.core.store.Memory.Owed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The outbox in memory. */
final class MemoryOutbox implements Outbox {

  private final Memory memory;

  MemoryOutbox(Memory memory) {
    this.memory = memory;
  }

  @Override
  public List<Due> take(int limit, Instant now, Instant leaseUntil) {
    return memory.alone(() -> {
      List<Long> due =
          memory.outbox.entrySet().stream()
              .filter(entry -> !entry.getValue().dueAt().isAfter(now))
              .sorted(comparing(entry -> entry.getValue().dueAt()))
              .limit(limit)
              .map(Map.Entry::getKey)
              .sorted()
              .toList();
      return due.stream().map(id -> lease(id, Memory.millis(leaseUntil))).toList();
    });
  }

  private Due lease(long id, Instant until) {
    Owed owed = memory.outbox.get(id);
    memory.outbox.put(id, new Owed(owed.letter(), owed.failures(), until, owed.since()));
    return new Due(id, owed.failures(), owed.letter());
  }

  @Override
  public void delivered(long id) {
    memory.alone(() -> memory.outbox.remove(id));
  }

  @Override
  public void postponed(long id, Instant next) {
    memory.alone(() ->
        memory.outbox.computeIfPresent(
            id,
            (_, owed) ->
                new Owed(owed.letter(), owed.failures() + 1, Memory.millis(next), owed.since())));
  }

  @Override
  public long waiting() {
    return memory.alone(() -> (long) memory.outbox.size());
  }

  @Override
  public Optional<Instant> waitingSince() {
    return memory.alone(
        () -> memory.outbox.values().stream().map(Owed::since).min(Instant::compareTo));
  }

  @Override
  public Optional<Instant> nextDue() {
    return memory.alone(
        () -> memory.outbox.values().stream().map(Owed::dueAt).min(Instant::compareTo));
  }
}
