package dev.rekey.migrate;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * The pauses of an import on a database with one writer: SQLite lets who waits try again in ever
 * longer intervals, of a tenth of a second at most, and a server beside the import must find the
 * door open at one of its tries.
 */
public final class Breath {

  private final Duration every;
  private final Duration pause;
  private final LongSupplier nanoTime;
  private long last;

  public Breath(Duration every, Duration pause, LongSupplier nanoTime) {
    this.every = every;
    this.pause = pause;
    this.nanoTime = nanoTime;
    this.last = nanoTime.getAsLong();
  }

  void take() {
    if (!pause.isZero() && nanoTime.getAsLong() - last >= every.toNanos()) {
      LockSupport.parkNanos(pause.toNanos());
      last = nanoTime.getAsLong();
    }
  }
}
