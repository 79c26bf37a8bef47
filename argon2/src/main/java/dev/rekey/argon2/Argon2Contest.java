package dev.rekey.argon2;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A contest of engines: whoever computes the known answers right is timed for a moment, and the
 * fastest wins.
 *
 * <p>Nobody knows beforehand who that is: it depends on the processor, on the version of the JVM
 * and on its options.
 */
public final class Argon2Contest {

  /** Fewer hashes say nothing, even when the budget is spent. */
  private static final int LEAST_HASHES = 3;

  private final LongSupplier nanoTime;
  private final Duration budget;
  private final Argon2Parameters timed;

  private Argon2Contest(LongSupplier nanoTime, Duration budget, Argon2Parameters timed) {
    this.nanoTime = nanoTime;
    this.budget = budget;
    this.timed = timed;
  }

  /**
   * A contest over {@link Argon2Parameters#standard}.
   *
   * @param nanoTime a clock, such as {@code System::nanoTime}; where other work goes on meanwhile,
   *     the processor time of the thread is fairer ({@code ThreadMXBean::getCurrentThreadCpuTime}),
   *     and the contest then takes longer than its budget
   * @param budget how long all timing may take together, warming up included, but for the three
   *     hashes that everybody computes; it is not used up when all have settled before, which takes
   *     about half a second each on a machine with nothing else to do
   */
  public static Argon2Contest of(LongSupplier nanoTime, Duration budget) {
    return new Argon2Contest(nanoTime, budget, Argon2Parameters.standard());
  }

  /** The same over other parameters. */
  public Argon2Contest over(Argon2Parameters parameters) {
    return new Argon2Contest(nanoTime, budget, parameters);
  }

  /** Holds the contest, on the calling thread. */
  public Table hold(List<? extends Argon2Engine> engines) {
    List<Contestant> contestants =
        engines.stream().map(engine -> new Contestant(engine, nanoTime)).toList();
    contestants.forEach(Contestant::examine);
    time(contestants);
    contestants.forEach(Contestant::examine);
    return new Table(contestants.stream().map(Contestant::entry).toList());
  }

  /**
   * It is the turn of whoever has had the least time, of those who may still become faster: code on
   * the Vector API takes a hundred times as long until the compiler has come to it.
   */
  private void time(List<Contestant> contestants) {
    for (Optional<Contestant> next = next(contestants);
        next.isPresent();
        next = next(contestants)) {
      next.get().hash(timed);
    }
  }

  private Optional<Contestant> next(List<Contestant> contestants) {
    boolean isOver = contestants.stream().mapToLong(Contestant::nanos).sum() >= budget.toNanos();
    return contestants.stream()
        .filter(Contestant::isIn)
        .filter(one -> one.hashes() < LEAST_HASHES || !(isOver || one.isSettled()))
        .min(Comparator.comparingLong(Contestant::nanos));
  }

  /**
   * What came out, in the order in which the engines were named.
   *
   * @param entries one for each engine
   */
  public record Table(List<Entry> entries) {

    /** Copies the list. */
    public Table {
      entries = List.copyOf(entries);
    }

    /** The fastest of those that are right; empty when none is. */
    public Optional<Argon2Engine> winner() {
      return entries.stream()
          .filter(entry -> entry.verdict() instanceof Timed)
          .min(Comparator.comparing(Table::median))
          .map(Entry::engine);
    }

    private static Duration median(Entry entry) {
      return switch (entry.verdict()) {
        case Timed(Duration median, int _) -> median;
        case Disqualified(String _) -> Duration.ofNanos(Long.MAX_VALUE);
      };
    }
  }

  /**
   * A line of the table.
   *
   * @param engine who took part
   * @param verdict how that went
   */
  public record Entry(Argon2Engine engine, Verdict verdict) {}

  /** How an engine did. */
  public sealed interface Verdict permits Timed, Disqualified {}

  /**
   * It is right, before and after it was compiled.
   *
   * @param median how long a hash takes, of the later half of the hashes
   * @param hashes how many there were
   */
  public record Timed(Duration median, int hashes) implements Verdict {}

  /**
   * It is not to be used here.
   *
   * @param reason what it got wrong
   */
  public record Disqualified(String reason) implements Verdict {}
}
