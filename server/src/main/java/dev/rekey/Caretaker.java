package dev.rekey;

import dev.rekey.store.Broom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sweeps out what has expired, now and then, beside the work. */
final class Caretaker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Caretaker.class);
  private static final Duration PAUSE = Duration.ofMinutes(10);

  /** A dead link is explained for so long before nobody remembers it. */
  private static final Duration GRACE = Duration.ofDays(7);

  /** Longer than an address stays known to an account. */
  private static final Duration MEMORY = Duration.ofDays(400);

  private final Broom broom;
  private final InstantSource clock;
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("caretaker").daemon().factory());

  private Caretaker(Broom broom, InstantSource clock) {
    this.broom = broom;
    this.clock = clock;
  }

  static Caretaker start(Broom broom, InstantSource clock) {
    Caretaker caretaker = new Caretaker(broom, clock);
    var _ =
        caretaker.rounds.scheduleWithFixedDelay(
            caretaker::sweep, PAUSE.toSeconds(), PAUSE.toSeconds(), TimeUnit.SECONDS);
    return caretaker;
  }

  private void sweep() {
    try {
      Instant now = clock.instant();
      int gone = broom.sweep(now.minus(GRACE), now.minus(MEMORY));
      LOG.debug("{} expired rows are gone", gone);
    } catch (RuntimeException e) {
      LOG.warn("The sweep failed and is tried again later", e);
    }
  }

  @Override
  public void close() {
    rounds.shutdownNow();
  }
}
