package dev.rekey;

import dev.rekey.core.bulk.BulkDeed;
import dev.rekey.core.bulk.Deed;
import dev.rekey.core.incident.WorkOnDeed;
import dev.rekey.core.store.BulkDeeds;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what is to be done to many accounts: in handfuls, so that nobody else waits for long, one
 * node at a time, and from where it was left when a node falls.
 */
public final class Foreman implements Beside {

  private static final Logger LOG = LoggerFactory.getLogger(Foreman.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** After that long another node takes over what a fallen one has left. */
  static final Duration LEASE = Duration.ofSeconds(15);

  /** So many letters a second, and no more, join those that are owed. */
  private static final int LETTERS = 10;

  private static final Duration PER_LETTERS = Duration.ofSeconds(1);

  private final BulkDeeds deeds;
  private final WorkOnDeed work;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final Rounds rounds = new Rounds("foreman");

  /** Makes one that has not begun. */
  public Foreman(BulkDeeds deeds, WorkOnDeed work, InstantSource clock, LongSupplier nanoTime) {
    this.deeds = deeds;
    this.work = work;
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  Foreman start() {
    rounds.every(PAUSE, this::round);
    return this;
  }

  private void round() {
    try {
      while (work()) {
        LOG.debug("what was to be done to many accounts is done, or somebody else goes on");
      }
    } catch (RuntimeException e) {
      LOG.warn("What is to be done to many accounts failed and is tried again later", e);
    }
  }

  /**
   * Works on the oldest deed that nobody has, until it is done or stopped or the thread is
   * interrupted; whether there was one.
   */
  public boolean work() {
    Instant now = clock.instant();
    Optional<BulkDeed> deed = deeds.lease(now, now.plus(LEASE));
    deed.ifPresent(this::work);
    return deed.isPresent() && !Thread.currentThread().isInterrupted();
  }

  private void work(BulkDeed begun) {
    Optional<BulkDeed> deed = Optional.of(begun);
    Handful handful = Handful.first();
    while (deed.filter(BulkDeed::isUnderWay).isPresent()
        && !Thread.currentThread().isInterrupted()) {
      BulkDeed seen = deed.get();
      long begin = nanoTime.getAsLong();
      deed = work(seen, handful);
      Duration took = Duration.ofNanos(nanoTime.getAsLong() - begin);
      handful = handful.after(took);
      Rounds.rest(isPosting(seen) ? PER_LETTERS : took);
    }
    deed.ifPresent(last -> deeds.release(last.id()));
  }

  private Optional<BulkDeed> work(BulkDeed seen, Handful handful) {
    int most = isPosting(seen) ? LETTERS : handful.size();
    return switch (work.handle(new WorkOnDeed.Command(seen, most, LEASE))) {
      case WorkOnDeed.Outcome.Worked(BulkDeed now) -> Optional.of(now);
      case WorkOnDeed.Outcome.Overtaken() -> Optional.empty();
    };
  }

  private static boolean isPosting(BulkDeed deed) {
    return deed.state() == BulkDeed.State.RUNNING
        && deed.deed() instanceof Deed.ForceChange(boolean letters)
        && letters;
  }

  /** The handful under way is finished first, for the store is closed afterwards. */
  @Override
  public void close() {
    if (!rounds.end(PATIENCE)) {
      LOG.warn("Work on many accounts is still under way");
    }
  }
}
