package dev.rekey.store.database;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Lets work through until it is shut, and knows when the last has left. */
public final class Gate {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private volatile boolean shut;

  /**
   * Does the work.
   *
   * @throws IllegalStateException when the gate is shut
   */
  public <T> T pass(Supplier<T> work) {
    refuseWhenShut();
    lock.readLock().lock();
    try {
      refuseWhenShut();
      return work.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  private void refuseWhenShut() {
    if (shut) {
      throw new IllegalStateException("the store is closed");
    }
  }

  /** Lets nobody in any more and waits, for five seconds at most, until everybody has left. */
  public void shut() {
    shut = true;
    try {
      if (lock.writeLock().tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        lock.writeLock().unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
