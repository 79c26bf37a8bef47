package dev.rekey.core.password;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A hasher with its own few platform threads and a queue that has an end.
 *
 * <p>Platform threads, because a hash never waits for anything and would keep a virtual thread's
 * carrier from everybody else. Callers block until their hash is done; let them be virtual.
 */
public final class HashingPool implements Hasher {

  /** The newest duration weighs an eighth in the moving average. */
  private static final int MEMORY = 8;

  private final Sealer sealer;
  private final ExecutorService workers;
  private final int threads;
  private final int capacity;
  private final Duration patience;
  private final LongSupplier nanoTime;
  private final Semaphore slots;
  private final AtomicInteger busy = new AtomicInteger();
  private final AtomicLong averageNanos = new AtomicLong();
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Starts a pool.
   *
   * @param cost what a new hash costs
   * @param pepper the keys outside the store, if there are any
   * @param threads how many hashes are computed at once
   * @param queue how many more may wait
   * @param patience the longest expected wait with which somebody is still let in
   * @param random where salts come from
   */
  public HashingPool(
      HashCost cost,
      Optional<Pepper> pepper,
      int threads,
      int queue,
      Duration patience,
      SecureRandom random) {
    this(
        new Argon2Sealer(new BouncyCastleArgon2(), cost, pepper, random),
        threads,
        queue,
        patience,
        System::nanoTime);
  }

  HashingPool(Sealer sealer, int threads, int queue, Duration patience, LongSupplier nanoTime) {
    if (threads < 1 || queue < 0) {
      throw new IllegalArgumentException(threads + " threads with a queue of " + queue);
    }
    this.sealer = sealer;
    this.workers =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().name("hash-", 1).daemon().factory());
    this.threads = threads;
    this.capacity = threads + queue;
    this.patience = patience;
    this.nanoTime = nanoTime;
    this.slots = new Semaphore(capacity);
  }

  @Override
  public Admission reserve() {
    Duration wait = expectedWait();
    if (closed.get() || wait.compareTo(patience) > 0 || !slots.tryAcquire()) {
      return new Full(wholeSeconds(wait));
    }
    return new Place();
  }

  /** How many hashes are being computed now. */
  public int busy() {
    return busy.get();
  }

  /** How many slots are handed out and not being worked for. */
  public int waiting() {
    return Math.max(0, slotsInUse() - busy());
  }

  /** How many threads there are. */
  public int threads() {
    return threads;
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      drain();
    }
  }

  /** Those who hold a slot may use it, but not for longer than anybody is made to wait. */
  private void drain() {
    try {
      var _ = slots.tryAcquire(capacity, patience.toNanos(), TimeUnit.NANOSECONDS);
      workers.shutdown();
      var _ = workers.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException hurry) {
      workers.shutdown();
      Thread.currentThread().interrupt();
    }
  }

  private int slotsInUse() {
    return capacity - slots.availablePermits();
  }

  private Duration expectedWait() {
    return Duration.ofNanos(averageNanos.get() * slotsInUse() / threads);
  }

  private static Duration wholeSeconds(Duration wait) {
    return Duration.ofSeconds(Math.max(1, wait.plusNanos(999_999_999).toSeconds()));
  }

  private <T> T compute(Supplier<T> work) {
    Future<T> result = workers.submit(() -> timed(work));
    try {
      return result.get();
    } catch (InterruptedException interrupted) {
      result.cancel(false);
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for a hash");
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a hash could not be computed", failed.getCause());
    }
  }

  private <T> T timed(Supplier<T> work) {
    busy.incrementAndGet();
    long start = nanoTime.getAsLong();
    try {
      return work.get();
    } finally {
      remember(nanoTime.getAsLong() - start);
      busy.decrementAndGet();
    }
  }

  private void remember(long nanos) {
    averageNanos.updateAndGet(
        average -> average == 0 ? nanos : average + (nanos - average) / MEMORY);
  }

  /** A slot of this pool. */
  private final class Place implements Slot {

    private final AtomicBoolean given = new AtomicBoolean();

    @Override
    public Verdict verify(Password password, Optional<PasswordHash> stored) {
      requireHeld();
      return compute(() -> sealer.verify(password, stored));
    }

    @Override
    public PasswordHash seal(Password password) {
      requireHeld();
      return compute(() -> sealer.seal(password));
    }

    @Override
    public void close() {
      if (given.compareAndSet(false, true)) {
        slots.release();
      }
    }

    private void requireHeld() {
      if (given.get()) {
        throw new IllegalStateException("this slot was given back");
      }
    }
  }
}
