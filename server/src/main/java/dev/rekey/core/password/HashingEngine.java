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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * Who computes Argon2 for a pool: whoever is right and quick at once to begin with, and the fastest
 * of all once a contest has shown who that is.
 */
public final class HashingEngine {

  /** Enough for the known answers alone, which the contest asks for first. */
  private static final Argon2Parameters NEXT_TO_NOTHING = Argon2Parameters.argon2id(8, 1, 1);

  /** Larger than a core's caches; a contest over more says the same and takes more memory. */
  private static final long MOST_KIB = 8192;

  private final List<Argon2Engine> candidates;
  private final AtomicReference<Argon2Engine> chosen;

  /**
   * @param candidates the first that is right computes at first
   */
  HashingEngine(List<Argon2Engine> candidates) {
    this.candidates = candidates;
    this.chosen = new AtomicReference<>(firstThatIsRight(candidates));
  }

  /**
   * Begins with the plainest engine that computes the vectors of RFC 9106 right, for that takes a
   * moment.
   *
   * @param threads how many will hash at once, each in a memory of its own that is kept
   */
  public static HashingEngine forThreads(int threads) {
    return new HashingEngine(candidates(threads));
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
    return chosen.get().name();
  }

  /** Holds a contest on the calling thread, and the fastest computes from then on. */
  public List<Showing> contest(HashCost cost, Duration budget, LongSupplier nanoTime) {
    Table table = Argon2Contest.of(nanoTime, budget).over(sample(cost)).hold(candidates);
    table.winner().ifPresent(this::choose);
    return table.entries().stream().map(HashingEngine::showing).toList();
  }

  /** The others give their memory back. */
  private void choose(Argon2Engine winner) {
    chosen.set(winner);
    candidates.stream().filter(one -> !one.equals(winner)).forEach(Argon2Engine::release);
  }

  Argon2 argon2() {
    return new EngineArgon2(chosen::get);
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
