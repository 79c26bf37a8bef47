package dev.rekey.core.password;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A hasher with its own few platform threads and a queue that has an end and is fair by source.
 *
 * <p>Platform threads, because a hash never waits for anything and would keep a virtual thread's
 * carrier from everybody else. Callers block until their hash is done; let them be virtual.
 *
 * <p>A slot that is reserved keeps nobody waiting: threads take the first of those who have
 * something to compute.
 *
 * <p>Whoever is let in is served within the patience; all others are told so at once. Half of it is
 * for the work that is there already: more is not let in than is begun by then, at the pace of
 * late. The other half is for those who come later and are fairly served first: whoever has waited
 * for half of the patience is overtaken no more, and what was there before is done in the rest.
 *
 * <p>A crowd is let in even so: where a machine is slow, or has just been started, some who come at
 * the same moment would rather wait for longer than be turned away.
 */
public final class HashingPool implements Hasher {

  /**
   * The machine can become slower after somebody was let in. Whoever waits so many times the
   * patience has surely given up.
   */
  private static final int GIVEN_UP = 10;

  private final Sealer sealer;
  private final int threads;
  private final Duration patience;
  private final Duration halfOfPatience;
  private final int crowd;
  private final HashingWatch watch;
  private final LongSupplier nanoTime;
  private final List<Thread> workers;
  private final Pace pace;

  /** Guards all that follows. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Condition work = lock.newCondition();
  private final Condition idle = lock.newCondition();
  private final FairQueue<Runnable> queue;
  private int busy;
  private boolean begun;
  private boolean closed;
  private boolean shut;

  /**
   * How much a pool takes on.
   *
   * @param threads how many hashes are computed at once
   * @param queue how many more may wait
   * @param crowd so many of those are let in however slow the machine is
   * @param patience the longest that anybody else who is let in waits for the first hash
   */
  public record Size(int threads, int queue, int crowd, Duration patience) {

    public Size {
      if (threads < 1 || queue < 0) {
        throw new IllegalArgumentException(threads + " threads with a queue of " + queue);
      }
    }

    /** Nobody is let in to wait for longer. */
    public Size(int threads, int queue, Duration patience) {
      this(threads, queue, 0, patience);
    }

    private int places() {
      return Math.addExact(threads, queue);
    }

    private Duration halfOfPatience() {
      return patience.dividedBy(2);
    }
  }

  /**
   * Who works for a pool.
   *
   * @param threads makes its threads
   * @param watch is told what they do
   */
  public record Crew(ThreadFactory threads, HashingWatch watch) {

    /** Daemon threads whom nobody watches. */
    public static Crew standard() {
      return new Crew(Thread.ofPlatform().name("hash-", 1).daemon().factory(), HashingWatch.none());
    }
  }

  /**
   * What some hashes need beside the password.
   *
   * @param pepper the server's own keys outside the store, if there are any
   * @param importKeys those of other systems
   */
  public record Keys(Optional<Pepper> pepper, ImportKeys importKeys) {}

  /** Starts a pool that nobody watches. */
  public HashingPool(
      HashCost cost,
      Optional<Pepper> pepper,
      int threads,
      int queue,
      Duration patience,
      SecureRandom random) {
    this(
        cost,
        new Keys(pepper, ImportKeys.none()),
        new Size(threads, queue, patience),
        Crew.standard(),
        HashingEngine.forThreads(threads),
        random);
  }

  /**
   * Starts a pool.
   *
   * @param cost what a new hash costs
   * @param keys what some hashes need beside the password
   * @param engine computes
   * @param random where salts come from
   */
  public HashingPool(
      HashCost cost, Keys keys, Size size, Crew crew, HashingEngine engine, SecureRandom random) {
    this(
        new Argon2Sealer(
            engine.argon2(),
            cost,
            keys.pepper(),
            keys.importKeys(),
            random,
            new Stopwatch(crew.watch(), System::nanoTime)),
        size,
        crew,
        System::nanoTime);
  }

  HashingPool(Sealer sealer, Size size, Crew crew, LongSupplier nanoTime) {
    this.sealer = sealer;
    this.threads = size.threads();
    this.patience = size.patience();
    this.halfOfPatience = size.halfOfPatience();
    this.crowd = size.crowd();
    this.watch = crew.watch();
    this.nanoTime = nanoTime;
    this.queue = new FairQueue<>(size.places());
    this.pace = new Pace(size.threads());
    this.workers =
        Stream.generate(() -> crew.threads().newThread(this::serve)).limit(threads).toList();
  }

  @Override
  public Admission reserve(Source source) {
    Admission admission = locked(() -> admit(source));
    if (admission instanceof Full) {
      watch.shed();
    }
    return admission;
  }

  /** How many hashes are being computed now. */
  public int busy() {
    return locked(() -> busy);
  }

  /** How many slots are handed out and not being worked for. */
  public int waiting() {
    return locked(() -> Math.max(0, queue.held() - busy));
  }

  /** How many threads there are. */
  public int threads() {
    return threads;
  }

  /** How many slots there are, for those whose hash is computed and those who wait. */
  public int capacity() {
    return queue.places();
  }

  @Override
  public void close() {
    if (locked(this::isFirstToClose)) {
      drain();
    }
  }

  private boolean isFirstToClose() {
    boolean first = !closed;
    closed = true;
    return first;
  }

  /** Those who hold a slot may use it, but not for longer than anybody is made to wait. */
  private void drain() {
    try {
      awaitIdle();
      shut();
      for (Thread worker : begun()) {
        worker.join(patience);
      }
    } catch (InterruptedException hurry) {
      shut();
      Thread.currentThread().interrupt();
    }
  }

  private void awaitIdle() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = patience.toNanos();
      while (queue.held() > 0 && left > 0) {
        left = idle.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** What waits is computed still, and nothing after it. */
  private void shut() {
    locked(() -> {
      shut = true;
      work.signalAll();
      return shut;
    });
  }

  private Admission admit(Source source) {
    return !closed && isWelcome(source) ? new Place(enter(source)) : new Full(retryAfter());
  }

  private FairQueue.Turn enter(Source source) {
    return queue.enter(source, nanoTime.getAsLong() + halfOfPatience.toNanos());
  }

  /** Nobody is turned away from a thread that has nothing to do. */
  private boolean isWelcome(Source source) {
    int limit = Math.max(crowd, pace.turnsWithin(halfOfPatience));
    return queue.held() < threads || queue.isOpenTo(source, limit);
  }

  /** Until all that is here now has been worked off. */
  private Duration retryAfter() {
    Duration wait = pace.of(queue.held());
    return Duration.ofSeconds(Math.max(1, wait.plusNanos(999_999_999).toSeconds()));
  }

  /** The threads wait for the first hash: a server that starts has other things to do. */
  private void begin() {
    if (!begun) {
      workers.forEach(Thread::start);
      begun = true;
    }
  }

  private List<Thread> begun() {
    return locked(() -> begun ? workers : List.of());
  }

  /** What a thread does all its life. */
  private void serve() {
    Optional<Runnable> next = take();
    while (next.isPresent()) {
      next.get().run();
      next = take();
    }
  }

  private Optional<Runnable> take() {
    return locked(() -> {
      Optional<Runnable> next = queue.next(nanoTime.getAsLong());
      while (next.isEmpty() && !shut) {
        work.awaitUninterruptibly();
        next = queue.next(nanoTime.getAsLong());
      }
      next.ifPresent(_ -> busy++);
      return next;
    });
  }

  private <T> T timed(Supplier<T> hash, long asked) {
    long start = nanoTime.getAsLong();
    watch.waited(Duration.ofNanos(start - asked));
    try {
      return hash.get();
    } finally {
      done(nanoTime.getAsLong() - start);
    }
  }

  private void done(long nanos) {
    locked(() -> {
      pace.hashed(nanos);
      return --busy;
    });
  }

  private <T> T locked(Supplier<T> step) {
    lock.lock();
    try {
      return step.get();
    } finally {
      lock.unlock();
    }
  }

  /** A slot of this pool; used by one thread at a time. */
  private final class Place implements Slot {

    private final FairQueue.Turn turn;
    private int hashes;
    private boolean given;

    Place(FairQueue.Turn turn) {
      this.turn = turn;
    }

    @Override
    public Verdict verify(Password password, Optional<PasswordHash> stored) {
      return compute(() -> sealer.verify(password, stored));
    }

    @Override
    public PasswordHash seal(Password password) {
      return compute(() -> sealer.seal(password));
    }

    @Override
    public void close() {
      locked(() -> given || leave());
    }

    private boolean leave() {
      queue.leave(turn);
      pace.left(hashes);
      if (queue.held() == 0) {
        idle.signalAll();
      }
      given = true;
      return given;
    }

    private <T> T compute(Supplier<T> hash) {
      long asked = nanoTime.getAsLong();
      FutureTask<T> task = new FutureTask<>(() -> timed(hash, asked));
      locked(() -> line(task));
      return await(task);
    }

    /** The second hash keeps the turn of the first: what is half done is done first. */
    private int line(Runnable task) {
      if (given || shut) {
        throw new IllegalStateException(
            given ? "this slot was given back" : "no more hashes are computed");
      }
      begin();
      queue.ready(turn, task);
      work.signal();
      return ++hashes;
    }

    private <T> T await(FutureTask<T> task) {
      try {
        if (hashes == 1 && isTooLate(task)) {
          watch.shed();
          throw new TooLateException(locked(HashingPool.this::retryAfter));
        }
        return task.get();
      } catch (InterruptedException interrupted) {
        withdraw();
        Thread.currentThread().interrupt();
        throw new CancellationException("interrupted while waiting for a hash");
      } catch (ExecutionException failed) {
        throw new IllegalStateException("a hash could not be computed", failed.getCause());
      }
    }

    private boolean isTooLate(FutureTask<?> task) throws InterruptedException, ExecutionException {
      try {
        task.get(GIVEN_UP * patience.toNanos(), TimeUnit.NANOSECONDS);
        return false;
      } catch (TimeoutException late) {
        return withdraw();
      }
    }

    /** False when a thread has begun with it. */
    private boolean withdraw() {
      return locked(() -> queue.withdraw(turn));
    }
  }
}
