package dev.rekey.migrate.upstream;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Keeps people from waiting for a system that is down.
 *
 * <p>After a few failures in a row nobody asks for a while. Whoever comes first afterwards tries it
 * out, alone: an answer opens the way for all, another failure doubles the while.
 */
final class Breaker {

  private static final int FAILURES = 5;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final Duration TRYING_OUT = Duration.ofSeconds(1);

  private final LongSupplier nanoTime;
  private int failures;
  private Duration pause = FIRST_PAUSE;
  private long pausedUntil;
  private boolean paused;
  private boolean beingTried;

  Breaker(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Empty for whoever may ask, and has to tell then how it went; else when to come again. */
  synchronized Optional<Duration> knock() {
    if (!paused) {
      return Optional.empty();
    }
    Duration left = left();
    if (left.isPositive()) {
      return Optional.of(left);
    }
    if (beingTried) {
      return Optional.of(TRYING_OUT);
    }
    beingTried = true;
    return Optional.empty();
  }

  /** It answered. */
  synchronized void answered() {
    failures = 0;
    paused = false;
    beingTried = false;
    pause = FIRST_PAUSE;
  }

  /** It did not. */
  synchronized void failed() {
    failures++;
    if (beingTried) {
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
              ? pause.multipliedBy(2)
              : LONGEST_PAUSE;
    }
    if (beingTried || (!paused && failures >= FAILURES)) {
      paused = true;
      pausedUntil = nanoTime.getAsLong() + pause.toNanos();
    }
    beingTried = false;
  }

  /** Whoever was to try it out could not. */
  synchronized void leftAlone() {
    beingTried = false;
  }

  /** For how long nobody asks yet; empty when somebody may. */
  synchronized Optional<Duration> pause() {
    return paused && left().isPositive() ? Optional.of(left()) : Optional.empty();
  }

  private Duration left() {
    return Duration.ofNanos(pausedUntil - nanoTime.getAsLong());
  }
}
