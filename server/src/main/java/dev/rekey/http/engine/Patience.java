package dev.rekey.http.engine;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Hangs up on the clients that keep the server waiting. */
final class Patience implements AutoCloseable {

  private final Set<Line> lines = ConcurrentHashMap.newKeySet();
  private final LongSupplier nanoTime;
  private final Duration period;
  private final Thread watch;

  /**
   * @param timeout the shortest that is to be kept, to within a tenth
   */
  Patience(LongSupplier nanoTime, Duration timeout) {
    this.nanoTime = nanoTime;
    this.period = timeout.dividedBy(10);
    this.watch = Thread.ofVirtual().name("patience").start(this::watch);
  }

  void watch(Line line) {
    lines.add(line);
  }

  void forget(Line line) {
    lines.remove(line);
  }

  @Override
  public void close() {
    watch.interrupt();
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(period);
        long now = nanoTime.getAsLong();
        lines.stream().filter(line -> line.overdue(now)).forEach(Line::hangUp);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
