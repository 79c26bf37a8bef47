package dev.rekey.core.password;

import dev.rekey.argon2.Argon2Calibration;
import dev.rekey.argon2.Argon2Calibration.Suggestion;
import dev.rekey.argon2.Argon2Contest;
import dev.rekey.argon2.Argon2Contest.Disqualified;
import dev.rekey.argon2.Argon2Contest.Entry;
import dev.rekey.argon2.Argon2Contest.Table;
import dev.rekey.argon2.Argon2Contest.Timed;
import dev.rekey.argon2.Argon2Engine;
import dev.rekey.argon2.Argon2Input;
import dev.rekey.argon2.Argon2Parameters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;

/** What hashing takes on this machine, engine by engine, and which cost fits a given time. */
public final class Calibration {

  private static final int SALT_BYTES = 16;
  private static final int MOST_KIB = 1024 * 1024;

  private final Argon2Parameters parameters;
  private final int threads;
  private final Duration budget;
  private final LongSupplier nanoTime;
  private final Table table;

  /**
   * Holds the contest, which takes a while.
   *
   * @param cost of the hashes that are timed
   * @param threads how many are to hash at once
   * @param budget how long to time all engines together at most, and then all on all threads
   */
  public Calibration(HashCost cost, int threads, Duration budget, LongSupplier nanoTime) {
    this.parameters = EngineArgon2.parameters(cost);
    this.threads = threads;
    this.budget = budget;
    this.nanoTime = nanoTime;
    this.table =
        Argon2Contest.of(nanoTime, budget).over(parameters).hold(HashingEngine.candidates(threads));
  }

  /** What came out for one engine. */
  public sealed interface Row {

    String engine();

    /** It is right, and this fast: one hash on one thread, and all hashes on all threads. */
    record Right(String engine, Duration hash, double perSecond) implements Row {}

    /** It may not be used here. */
    record Wrong(String engine, String reason) implements Row {}
  }

  /** A cost, and how long the fastest engine takes for it. */
  public record Offer(HashCost cost, Duration expected) {}

  /** Every engine's row; those that are right hash on all threads for it, one engine at a time. */
  public List<Row> rows() throws InterruptedException {
    List<Row> rows = new ArrayList<>();
    for (Entry entry : table.entries()) {
      rows.add(row(entry));
    }
    return rows;
  }

  /** Whoever is the fastest on one thread; empty when none is right. */
  public Optional<String> fastest() {
    return table.winner().map(Argon2Engine::name);
  }

  /**
   * Costs that take about this time, most memory first; those that take longer are the least that
   * is recommended with that memory.
   *
   * @param memory what all hashes together may take, in bytes
   */
  public List<Offer> offersFor(Duration target, long memory) {
    long most = Math.min(MOST_KIB, memory / 1024 / threads);
    return table.winner().stream()
        .map(engine -> new Argon2Calibration(engine, nanoTime))
        .flatMap(calibration -> calibration.suggest(target, most).stream())
        .flatMap(suggestion -> offer(suggestion).stream())
        .toList();
  }

  private Row row(Entry entry) throws InterruptedException {
    String name = entry.engine().name();
    return switch (entry.verdict()) {
      case Timed(Duration median, int _) -> new Row.Right(name, median, rate(entry.engine()));
      case Disqualified(String reason) -> new Row.Wrong(name, reason);
    };
  }

  private static Optional<Offer> offer(Suggestion suggestion) {
    Argon2Parameters found = suggestion.parameters();
    int memory = Math.toIntExact(found.memoryKiB());
    int passes = (int) Math.min(found.passes(), Integer.MAX_VALUE);
    return HashCost.isBearable(memory, passes, found.lanes())
        ? Optional.of(new Offer(new HashCost(memory, passes, found.lanes()), suggestion.expected()))
        : Optional.empty();
  }

  private double rate(Argon2Engine engine) throws InterruptedException {
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      long start = nanoTime.getAsLong();
      long share = budget.dividedBy(table.entries().size()).toNanos();
      List<Future<Integer>> counts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        counts.add(workers.submit(() -> hashUntil(start + share, engine)));
      }
      int all = 0;
      for (Future<Integer> count : counts) {
        all += count.get();
      }
      return all * 1e9 / (nanoTime.getAsLong() - start);
    } catch (ExecutionException failed) {
      throw new IllegalStateException(engine.name() + " fails on all threads", failed.getCause());
    }
  }

  private int hashUntil(long end, Argon2Engine engine) {
    int count = 0;
    do {
      engine.hash(parameters, Argon2Input.of(new byte[SALT_BYTES], new byte[SALT_BYTES]));
      count++;
    } while (nanoTime.getAsLong() < end);
    return count;
  }
}
