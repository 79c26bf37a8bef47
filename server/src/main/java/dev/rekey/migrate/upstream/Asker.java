package dev.rekey.migrate.upstream;

import dev.rekey.core.adoption.Health;
import dev.rekey.core.adoption.Testimony;
import dev.rekey.core.adoption.Upstream;
import dev.rekey.core.password.Password;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * An old system over HTTP: asked by a few at a time, for a bounded time, and not at all while it is
 * down.
 */
public final class Asker implements Upstream, AutoCloseable {

  private final Settings settings;
  private final Speaker speaker;
  private final Line line;
  private final Breaker breaker;
  private final Semaphore places;
  private final Consumer<String> failures;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private volatile Health seen = Health.unknown();

  /**
   * @param failures hears in a word why there was no answer
   * @param nanoTime a monotonic clock
   */
  public Asker(
      Settings settings,
      Speaker speaker,
      Consumer<String> failures,
      InstantSource clock,
      LongSupplier nanoTime) {
    this.settings = settings;
    this.speaker = speaker;
    this.line = new Line(settings.base(), settings.patience(), nanoTime);
    this.breaker = new Breaker(nanoTime);
    this.places = new Semaphore(settings.atOnce(), true);
    this.failures = failures;
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  /**
   * How an old system is asked.
   *
   * @param base where the wire's paths begin there
   * @param patience how long somebody waits, for a place and for the answer together
   * @param atOnce how many ask at the same moment
   */
  public record Settings(URI base, Duration patience, int atOnce) {}

  @Override
  public Testimony ask(String name, Password password) {
    Optional<Duration> pause = breaker.knock();
    return pause
        .<Testimony>map(Testimony.Unreachable::new)
        .orElseGet(() -> password.lend(bytes -> ask(name, bytes)));
  }

  private Testimony ask(String name, byte[] password) {
    boolean told = false;
    try {
      Testimony testimony = inPlace(name, password);
      breaker.answered();
      told = true;
      noteAnswer();
      return testimony;
    } catch (Unanswered unanswered) {
      tell(unanswered);
      told = true;
      return new Testimony.Unreachable(unanswered.retryAfter());
    } finally {
      if (!told) {
        breaker.leftAlone();
      }
    }
  }

  private void tell(Unanswered unanswered) {
    switch (unanswered.kind()) {
      case DOWN -> {
        breaker.failed();
        noteFailure(unanswered.why());
      }
      case ODD -> {
        breaker.answered();
        noteFailure(unanswered.why());
      }
      case CROWDED -> {
        breaker.leftAlone();
        failures.accept(unanswered.why());
      }
    }
  }

  private Testimony inPlace(String name, byte[] password) {
    long deadline = nanoTime.getAsLong() + settings.patience().toNanos();
    if (!enter()) {
      throw Unanswered.crowded();
    }
    try {
      return speaker.ask(line.call(deadline), name, password);
    } finally {
      places.release();
    }
  }

  /** Half of the patience is left for the answer. */
  private boolean enter() {
    try {
      return places.tryAcquire(settings.patience().toNanos() / 2, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Unanswered.crowded();
    }
  }

  private synchronized void noteAnswer() {
    seen =
        new Health(Optional.of(clock.instant()), seen.lastFailure(), seen.why(), Optional.empty());
  }

  private void noteFailure(String why) {
    failures.accept(why);
    note(why);
  }

  private synchronized void note(String why) {
    seen =
        new Health(
            seen.lastAnswer(), Optional.of(clock.instant()), Optional.of(why), Optional.empty());
  }

  @Override
  public Health health() {
    Instant now = clock.instant();
    Health last = seen;
    return new Health(
        last.lastAnswer(), last.lastFailure(), last.why(), breaker.pause().map(now::plus));
  }

  @Override
  public void close() {
    line.close();
  }
}
