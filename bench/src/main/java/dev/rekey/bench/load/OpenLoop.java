package dev.rekey.bench.load;

import dev.rekey.bench.load.Shot.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * So many requests are begun in every second, whatever became of those before. Each latency counts
 * from the moment at which the request was due, so that what the server's slowness holds up is not
 * left out.
 */
public final class OpenLoop {

  private static final long LATE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final double perSecond;
  private final long begin = System.nanoTime();
  private final long count;
  private final AtomicLong next = new AtomicLong();
  private final Mistakes mistakes = new Mistakes();
  private final List<Worker> workers = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  private OpenLoop(double perSecond, Duration time) {
    this.perSecond = perSecond;
    this.count = Math.round(perSecond * time.toNanos() / 1e9);
  }

  /**
   * Begins at once.
   *
   * @param hands how many requests can be under way
   * @param shots what each of the hands does
   */
  public static OpenLoop start(
      double perSecond, Duration time, int hands, IntFunction<Shot> shots) {
    OpenLoop loop = new OpenLoop(perSecond, time);
    for (int hand = 0; hand < hands; hand++) {
      Worker worker = loop.new Worker(shots.apply(hand));
      loop.workers.add(worker);
      loop.threads.add(Thread.ofPlatform().daemon().start(worker));
    }
    return loop;
  }

  /** Waits for the last answer. */
  public Volley await() {
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    Volley volley = new Volley(count, mistakes);
    workers.forEach(worker -> volley.add(worker.answers, worker.late));
    return volley;
  }

  /**
   * One answer.
   *
   * @param due nanoseconds after the loop's beginning
   * @param sinceDue nanoseconds from then until the answer was there
   * @param sinceSent nanoseconds from the first byte that was sent
   */
  public record Answered(Verdict verdict, long due, long sinceDue, long sinceSent) {}

  /** What came of it. */
  public static final class Volley {
    private final long offered;
    private final Mistakes mistakes;
    private final List<Answered> answers = new ArrayList<>();
    private long late;

    private Volley(long offered, Mistakes mistakes) {
      this.offered = offered;
      this.mistakes = mistakes;
    }

    private void add(List<Answered> some, long lateOnes) {
      answers.addAll(some);
      late += lateOnes;
    }

    /** How many requests were due. */
    public long offered() {
      return offered;
    }

    /** How many of them were begun more than 10 ms late: the client had no hand free. */
    public long late() {
      return late;
    }

    /** Wrong answers and lost ones. */
    public Mistakes mistakes() {
      return mistakes;
    }

    /** Every answer. */
    public List<Answered> answers() {
      return answers;
    }

    /** How many of a kind there were. */
    public long count(Verdict verdict) {
      return answers.stream().filter(answer -> answer.verdict() == verdict).count();
    }

    /** Latencies from when the requests were due. */
    public Latencies sinceDue(Verdict verdict) {
      Latencies latencies = new Latencies();
      answers.stream()
          .filter(answer -> answer.verdict() == verdict)
          .forEach(answer -> latencies.add(answer.sinceDue()));
      return latencies;
    }

    /** Latencies from when they were sent. */
    public Latencies sinceSent(Verdict verdict) {
      Latencies latencies = new Latencies();
      answers.stream()
          .filter(answer -> answer.verdict() == verdict)
          .forEach(answer -> latencies.add(answer.sinceSent()));
      return latencies;
    }

    /** How many were done within the time in which they were offered, in each second of it. */
    public double donePerSecond(Duration time) {
      long done =
          answers.stream()
              .filter(answer -> answer.verdict() == Verdict.DONE)
              .filter(answer -> answer.due() + answer.sinceDue() <= time.toNanos())
              .count();
      return done / (time.toNanos() / 1e9);
    }

    /** How many of each kind, in words. */
    public Map<Verdict, Long> counts() {
      Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
      answers.forEach(answer -> counts.merge(answer.verdict(), 1L, Long::sum));
      return counts;
    }
  }

  private final class Worker implements Runnable {
    private final Shot shot;
    private final List<Answered> answers = new ArrayList<>();
    private long late;

    Worker(Shot shot) {
      this.shot = shot;
    }

    @Override
    public void run() {
      for (long mine = next.getAndIncrement(); mine < count; mine = next.getAndIncrement()) {
        fire(mine);
      }
    }

    private void fire(long mine) {
      long due = begin + Math.round(mine * 1e9 / perSecond);
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      long sent = System.nanoTime();
      late += sent - due > LATE_NANOS ? 1 : 0;
      try {
        Verdict verdict = shot.fire(mine);
        long now = System.nanoTime();
        answers.add(new Answered(verdict, due - begin, now - due, now - sent));
      } catch (IOException | RuntimeException e) {
        mistakes.add(e);
      }
    }
  }
}
