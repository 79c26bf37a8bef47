package dev.rekey.core.password;

import dev.rekey.argon2.Argon2Contest;
import dev.rekey.argon2.Argon2Contest.Disqualified;
import dev.rekey.argon2.Argon2Contest.Entry;
import dev.rekey.argon2.Argon2Contest.Table;
import dev.rekey.argon2.Argon2Contest.Timed;
import dev.rekey.argon2.Argon2Engine;
import dev.rekey.argon2.Argon2Engines;
import dev.rekey.argon2.Argon2Parameters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Who computes Argon2 for a pool: whoever is right and quick at once to begin with, and the fastest
 * of all once a contest has shown who that is.
 */
public final class HashingEngine {

  /** Enough for the known answers alone, which the contest asks for first. */
  private static final Argon2Parameters NEXT_TO_NOTHING = Argon2Parameters.argon2id(8, 1, 1);

  /**
   * A contest over more says the same; and what Bouncy Castle allocates for each hash dies young.
   */
  private static final long MOST_KIB = 1024;

  private final Supplier<List<Argon2Engine>> candidates;
  private final List<Argon2Engine> beginners;
  private final AtomicReference<Optional<Argon2Engine>> chosen =
      new AtomicReference<>(Optional.empty());

  /**
   * @param candidates the first that is right computes at first
   */
  HashingEngine(List<Argon2Engine> candidates) {
    this(candidates, () -> candidates);
  }

  /**
   * @param beginners the first that is right computes at first
   * @param candidates take part in the contest, as they are then
   */
  private HashingEngine(List<Argon2Engine> beginners, Supplier<List<Argon2Engine>> candidates) {
    this.beginners = List.copyOf(beginners);
    this.candidates = candidates;
  }

  /**
   * Begins with the plainest engine that computes the vectors of RFC 9106 right, for that takes a
   * moment.
   *
   * @param threads how many will hash at once, each in a memory of its own that is kept
   */
  public static HashingEngine forThreads(int threads) {
    return new HashingEngine(
        List.of(Argon2Engines.scalar(threads), new BouncyCastleEngine()),
        () -> candidates(threads));
  }

  /** Everybody, the plainest first: it needs the least time to begin with. */
  static List<Argon2Engine> candidates(int threads) {
    List<Argon2Engine> candidates = new ArrayList<>(Argon2Engines.available(threads).reversed());
    candidates.add(new BouncyCastleEngine());
    return List.copyOf(candidates);
  }

  /** What an engine did in a contest. */
  public sealed interface Showing {

    String engine();

    /** It computes the vectors right, and the hash in this time. */
    record Right(String engine, Duration median) implements Showing {}

    /** It may not be used on this machine. */
    record Wrong(String engine, String reason) implements Showing {}
  }

  /** Whose hashes they are now. */
  public String name() {
    return current().name();
  }

  /** Holds a contest on the calling thread, and the fastest computes from then on. */
  public List<Showing> contest(HashCost cost, Duration budget, LongSupplier nanoTime) {
    Table table = Argon2Contest.of(nanoTime, budget).over(sample(cost)).hold(candidates.get());
    table.winner().ifPresent(winner -> choose(winner, table));
    return table.entries().stream().map(HashingEngine::showing).toList();
  }

  /** All give their memory back; the winner takes what the first hash needs. */
  private void choose(Argon2Engine winner, Table table) {
    chosen.getAndSet(Optional.of(winner)).ifPresent(Argon2Engine::release);
    table.entries().stream().map(Entry::engine).forEach(Argon2Engine::release);
  }

  Argon2 argon2() {
    return new EngineArgon2(this::current);
  }

  /** Examined when the first hash is wanted: a start need not wait for it. */
  private Argon2Engine current() {
    return chosen.get().orElseGet(this::begin);
  }

  private synchronized Argon2Engine begin() {
    if (chosen.get().isEmpty()) {
      chosen.set(Optional.of(firstThatIsRight(beginners)));
    }
    return chosen.get().orElseThrow();
  }

  private static Argon2Parameters sample(HashCost cost) {
    return EngineArgon2.parameters(
        new HashCost(
            (int) Math.max(Math.min(cost.memoryKiB(), MOST_KIB), 8L * cost.lanes()),
            1,
            cost.lanes()));
  }

  private static Argon2Engine firstThatIsRight(List<Argon2Engine> candidates) {
    return candidates.stream()
        .filter(HashingEngine::isRight)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("nobody here computes the vectors of RFC 9106 right"));
  }

  private static boolean isRight(Argon2Engine engine) {
    Argon2Contest examination = Argon2Contest.of(() -> 0, Duration.ZERO).over(NEXT_TO_NOTHING);
    return examination.hold(List.of(engine)).winner().isPresent();
  }

  private static Showing showing(Entry entry) {
    String name = entry.engine().name();
    return switch (entry.verdict()) {
      case Timed(Duration median, int _) -> new Showing.Right(name, median);
      case Disqualified(String reason) -> new Showing.Wrong(name, reason);
    };
  }
}
