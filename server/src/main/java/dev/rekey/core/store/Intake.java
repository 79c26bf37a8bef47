package dev.rekey.core.store;

import dev.rekey.core.account.Realm;
import dev.rekey.core.arrival.Arrival;
import dev.rekey.core.arrival.OnConflict;
import dev.rekey.core.arrival.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes people of another system in, many at a time, each exactly once. */
public interface Intake extends AutoCloseable {

  /** Much is about to come. */
  default void brace() {}

  /** How far the source was taken; empty when nothing of it ever was. */
  Optional<Progress> progress(Source source);

  /**
   * Takes a batch and writes down how far that was, in one commit, or nothing of it. Audit entries
   * are one for the batch.
   *
   * @param witness hears what is about to be committed, once more if that has to be done again
   * @throws Overtaken when somebody else has taken part of the source meanwhile
   */
  List<Verdict> take(Source source, Batch batch, Instant now, Consumer<List<Verdict>> witness);

  /** Forgets how far a source was taken, so that it is read from its beginning once more. */
  void forget(Source source);

  /** Lets go of what it held for itself; the store stays open. */
  @Override
  default void close() {}

  /**
   * What is being imported.
   *
   * @param key the digest that tells its content from any other's
   * @param format such as {@code devise}
   * @param policy what becomes of whom somebody stands in the way of
   */
  record Source(Realm realm, String key, String format, OnConflict policy) {}

  /**
   * Rows that follow each other.
   *
   * @param behind the place of the last row that was dealt with before
   * @param upTo the place of the last row that is dealt with now, whether it is an arrival or not
   * @param refused how many of them were refused by the reader
   * @param last nothing comes behind them
   */
  record Batch(long behind, long upTo, List<Arrival> arrivals, long refused, boolean last) {

    public Batch {
      arrivals = List.copyOf(arrivals);
    }
  }

  /**
   * How far a source was taken.
   *
   * @param place of the last row that was dealt with
   * @param taken how many of them became accounts
   * @param merged how many were merged into accounts
   * @param refused how many were not taken
   * @param done nothing comes behind them
   */
  record Progress(
      long place, long taken, long merged, long refused, boolean done, Instant updatedAt) {}

  /** Somebody else is at the same source. */
  final class Overtaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Overtaken(String message) {
      super(message);
    }
  }
}
