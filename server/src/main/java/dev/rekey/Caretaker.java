package dev.rekey;

import dev.rekey.store.Broom;
import dev.rekey.store.Broom.Litter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sweeps out what has expired, now and then, beside the work: a handful at a time, and between two
 * of them the others have the database for as long as the last one took.
 */
public final class Caretaker implements Beside {

  private static final Logger LOG = LoggerFactory.getLogger(Caretaker.class);
  private static final Duration PAUSE = Duration.ofMinutes(10);

  /** Longer than a handful takes. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A dead link is explained for so long before nobody remembers it. */
  private static final Duration GRACE = Duration.ofDays(7);

  /** Longer than an address stays known to an account. */
  private static final Duration MEMORY = Duration.ofDays(400);

  private final Broom broom;
  private final Optional<Duration> auditKeep;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final IntConsumer swept;
  private final Rounds rounds = new Rounds("caretaker");

  /**
   * Makes one that has not begun.
   *
   * @param auditKeep for how long it is kept what happened; empty for ever
   * @param swept is told of every handful
   */
  public Caretaker(
      Broom broom,
      Optional<Duration> auditKeep,
      InstantSource clock,
      LongSupplier nanoTime,
      IntConsumer swept) {
    this.broom = broom;
    this.auditKeep = auditKeep;
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.swept = swept;
  }

  Caretaker start() {
    rounds.every(PAUSE, this::round);
    return this;
  }

  private void round() {
    try {
      LOG.debug("{} rows that mean nothing any more are gone", sweep());
    } catch (RuntimeException e) {
      LOG.warn("The sweep failed and is tried again later", e);
    }
  }

  /** Sweeps until nothing is left that is old, or the thread is interrupted. */
  public long sweep() {
    Instant now = clock.instant();
    Instant expired = now.minus(GRACE);
    return sweep(Litter.GRANTS, expired)
        + sweep(Litter.DENIALS, expired)
        + sweep(Litter.TICKETS, expired)
        + sweep(Litter.ALARMS, now)
        + sweep(Litter.DEVICES, now)
        + sweep(Litter.ANSWERS, expired)
        + sweep(Litter.COUNTERS, now.minus(MEMORY))
        + auditKeep.map(now::minus).map(old -> sweep(Litter.AUDIT, old)).orElse(0L);
  }

  private long sweep(Litter what, Instant until) {
    Handful handful = Handful.first();
    long gone = 0;
    boolean more = true;
    while (more && !Thread.currentThread().isInterrupted()) {
      long begin = nanoTime.getAsLong();
      int last = broom.sweep(what, until, handful.size());
      Duration took = Duration.ofNanos(nanoTime.getAsLong() - begin);
      swept.accept(last);
      gone += last;
      more = last == handful.size();
      handful = handful.after(took);
      Rounds.rest(took);
    }
    return gone;
  }

  /** The handful under way is finished first, for the store is closed afterwards. */
  @Override
  public void close() {
    if (!rounds.end(PATIENCE)) {
      LOG.warn("The sweep is still at work");
    }
  }
}
