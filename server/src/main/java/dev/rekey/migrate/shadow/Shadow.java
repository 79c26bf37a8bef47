package dev.rekey.migrate.shadow;

import dev.rekey.migrate.relay.Onlooker;
import dev.rekey.migrate.relay.Passed;
import dev.rekey.transcript.Letterbox;
import dev.rekey.transcript.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Follows what passes through the relay: asks Rekey the same, in the same order and when the client
 * has its answer, and records how both compare.
 */
public final class Shadow implements Onlooker, AutoCloseable {

  /** The header fields that clients of the wires look at. */
  public static final Set<String> HEADERS =
      Set.of(
          "content-type",
          "location",
          "www-authenticate",
          "authorization",
          "access-token",
          "client",
          "uid",
          "expiry",
          "token-type",
          "allow",
          "x-auth-token",
          "access-control-allow-origin",
          "access-control-expose-headers",
          "access-control-allow-methods",
          "access-control-allow-headers");

  /** So many exchanges may wait for Rekey; what comes then is missed. */
  private static final int MOST_WAITING = 500;

  private static final Duration GLANCE = Duration.ofMillis(100);

  private final BlockingQueue<Passed> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicLong missed = new AtomicLong();
  private final AtomicLong followed = new AtomicLong();
  private final Substitutions substitutions = new Substitutions();
  private final Set<String> headers;
  private final Understudy understudy;
  private final Tickets tickets;
  private final Recording recording;
  private final InstantSource clock;
  private final Thread thread;
  private volatile boolean ending;
  private volatile Optional<RuntimeException> broken = Optional.empty();

  private Shadow(Plan plan, Recording recording, InstantSource clock, Optional<Letterbox> letters) {
    this.headers = plan.headers();
    this.understudy = new Understudy(plan.rekey(), substitutions);
    this.tickets = new Tickets(letters, substitutions);
    this.recording = recording;
    this.clock = clock;
    this.thread = Thread.ofPlatform().name("shadow").daemon().unstarted(this::follow);
  }

  /**
   * What to compare with, and where to write it.
   *
   * @param letters the folder of Rekey's letters, if they can be read
   * @param headers the header fields that must be alike, in lower case
   */
  public record Plan(Site rekey, Path file, Optional<Path> letters, Set<String> headers) {}

  /** Begins a new recording and waits for what passes. */
  public static Shadow begin(Plan plan, InstantSource clock, SecureRandom random) {
    Veil veil = new Veil(new Digests(random));
    Recording recording = Recording.begin(plan.file(), veil, plan.headers(), clock.instant());
    Shadow shadow = new Shadow(plan, recording, clock, plan.letters().map(Letterbox::new));
    shadow.thread.start();
    return shadow;
  }

  /** Takes no time: the exchange is looked at later, or not at all if too many wait. */
  @Override
  public void sees(Passed passed) {
    if (ending || broken.isPresent() || !waiting.offer(passed)) {
      missed.incrementAndGet();
    }
  }

  /** How many exchanges were compared so far. */
  public long followed() {
    return followed.get();
  }

  /** What made the recording end before its time, if something did. */
  public Optional<RuntimeException> broken() {
    return broken;
  }

  private void follow() {
    try {
      while (!ending || !waiting.isEmpty()) {
        Passed next = waiting.poll(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
        if (next != null) {
          compare(next);
          followed.incrementAndGet();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      broken = Optional.of(e);
    }
  }

  private void compare(Passed passed) {
    Request request = new Request(passed);
    Said old =
        new Said(
            passed.answer().status(),
            passed.answer().headers(),
            Body.of(
                passed.answer().headers(), passed.answered().bytes(), passed.answered().whole()));
    if (!passed.asked().whole()) {
      note(request, old, Optional.empty(), new Verdict.Unasked("its body was long, or cut short"));
      return;
    }
    boolean strange =
        tickets.strangeIn(request, old) || new Lineage(substitutions).strange(request);
    try {
      Said own = understudy.ask(request);
      new Lineage(substitutions).rotate(request, old, own);
      note(request, old, Optional.of(own), verdict(old, own, strange));
    } catch (IOException e) {
      note(request, old, Optional.empty(), new Verdict.Unasked("Rekey did not answer"));
    }
  }

  private Verdict verdict(Said old, Said own, boolean strange) {
    List<Difference> differences = new Comparison(headers, substitutions, old, own).differences();
    if (differences.isEmpty()) {
      return new Verdict.Equal();
    }
    return strange && old.status() < 400 && own.status() >= 400
        ? new Verdict.Unfollowed("it lives on something that the old system gave out unseen")
        : new Verdict.Different(differences);
  }

  private void note(Request request, Said old, Optional<Said> own, Verdict verdict) {
    recording.add(request, old, own, verdict, missed.get());
  }

  /** Waits, but not for ever, until what has passed is compared, and ends the recording. */
  @Override
  public void close() {
    if (ending) {
      return;
    }
    ending = true;
    try {
      thread.join(Duration.ofSeconds(30));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    missed.addAndGet(waiting.size());
    if (broken.isEmpty()) {
      recording.end(clock.instant(), substitutions, missed.get());
    }
    recording.close();
  }
}
