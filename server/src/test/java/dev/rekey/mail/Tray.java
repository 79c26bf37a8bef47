package dev.rekey.mail;

import dev.rekey.core.letter.Letter;
import dev.rekey.core.store.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** An outbox in memory, which can be waited for and can fail. */
final class Tray implements Outbox {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Map<Long, Row> rows = new TreeMap<>();
  private final List<Long> gone = new ArrayList<>();
  private final List<Instant> postponements = new ArrayList<>();
  private long lastId;
  private int brokenTakes;
  private boolean brokenPen;

  private record Row(int failures, Letter letter, Instant due, Instant since) {}

  synchronized long put(Letter letter, Instant now) {
    rows.put(++lastId, new Row(0, letter, now, now));
    return lastId;
  }

  synchronized void breakTakes(int times) {
    brokenTakes = times;
  }

  synchronized void breakPen(boolean broken) {
    brokenPen = broken;
  }

  @Override
  public synchronized List<Due> take(int limit, Instant now, Instant leaseUntil) {
    notifyAll();
    if (brokenTakes > 0) {
      brokenTakes--;
      throw new IllegalStateException("no database");
    }
    List<Due> due =
        rows.entrySet().stream()
            .filter(row -> !row.getValue().due().isAfter(now))
            .limit(limit)
            .map(row -> new Due(row.getKey(), row.getValue().failures(), row.getValue().letter()))
            .toList();
    due.forEach(one ->
        rows.computeIfPresent(
            one.id(), (_, row) -> new Row(row.failures(), row.letter(), leaseUntil, row.since())));
    return due;
  }

  @Override
  public synchronized void delivered(long id) {
    write();
    rows.remove(id);
    gone.add(id);
  }

  @Override
  public synchronized void postponed(long id, Instant next) {
    write();
    rows.computeIfPresent(
        id, (_, row) -> new Row(row.failures() + 1, row.letter(), next, row.since()));
    postponements.add(next);
  }

  @Override
  public synchronized long waiting() {
    return rows.size();
  }

  @Override
  public synchronized Optional<Instant> waitingSince() {
    return rows.values().stream().map(Row::since).min(Instant::compareTo);
  }

  @Override
  public synchronized Optional<Instant> nextDue() {
    return rows.values().stream().map(Row::due).min(Instant::compareTo);
  }

  /** The letters that left, in order; each once if all is well. */
  synchronized List<Long> gone() {
    return List.copyOf(gone);
  }

  synchronized List<Instant> postponements() {
    return List.copyOf(postponements);
  }

  void awaitEmpty() {
    await(rows::isEmpty);
  }

  void awaitGone(long id) {
    await(() -> gone.contains(id));
  }

  void awaitPostponements(int count) {
    await(() -> postponements.size() >= count);
  }

  void awaitTakes() {
    await(() -> brokenTakes == 0);
  }

  private void write() {
    notifyAll();
    if (brokenPen) {
      throw new IllegalStateException("no database");
    }
  }

  private synchronized void await(BooleanSupplier done) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (!done.getAsBoolean()) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          throw new AssertionError("waited in vain; owed: " + rows.keySet() + ", gone: " + gone);
        }
        wait(left);
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
