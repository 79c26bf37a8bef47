package dev.rekey.mail;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.rekey.core.letter.Letter;
import dev.rekey.core.store.Outbox;
import dev.rekey.core.store.Outbox.Due;
import dev.rekey.mail.Carrier.Receipt;
import dev.rekey.mail.Carrier.Receipt.Later;
import dev.rekey.mail.Carrier.Receipt.Never;
import dev.rekey.mail.Carrier.Receipt.Taken;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Empties the outbox in the background, a few letters at a time. A letter stays owed until somebody
 * has taken its mail, however often that fails; only one that is refused for good is given up.
 */
public final class Postman implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

  /** So many deliveries at once: one slow mail server does not hold up all letters. */
  private static final int COURIERS = 4;

  /** How long to sleep when nobody wakes us: other nodes put letters into the same outbox. */
  private static final Duration NAP = Duration.ofSeconds(2);

  private static final Duration SHORTEST_NAP = Duration.ofMillis(50);

  /** Longer than any delivery takes, so that no other node sends the letter as well. */
  private static final Duration LEASE = Duration.ofMinutes(5);

  private static final Duration LONGEST_DELIVERY = Duration.ofMinutes(3);

  private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  /** From so many failures on, which take five minutes, an operator should look. */
  private static final int ALARMING = 6;

  private static final int REFUSALS_BEFORE_DROPPING = 3;

  private static final Duration CLOSING_TIME = Duration.ofSeconds(5);

  private final Outbox outbox;
  private final Letters letters;
  private final Stationery stationery;
  private final Carrier carrier;
  private final InstantSource clock;

  private final Thread rounds = Thread.ofVirtual().name("postman").unstarted(this::goRounds);
  private final Semaphore bell = new Semaphore(0);
  private final Semaphore free = new Semaphore(COURIERS);
  private final Map<Thread, Instant> out = new ConcurrentHashMap<>();
  private volatile boolean closing;

  public Postman(
      Outbox outbox, Letters letters, Stationery stationery, Carrier carrier, InstantSource clock) {
    this.outbox = outbox;
    this.letters = letters;
    this.stationery = stationery;
    this.carrier = carrier;
    this.clock = clock;
  }

  public void start() {
    rounds.start();
  }

  /** A letter was put into the outbox: it goes out now rather than at the next round. */
  public void nudge() {
    bell.release();
  }

  /** Takes no more letters; the deliveries under way may end, within a few seconds. */
  @Override
  public void close() {
    closing = true;
    nudge();
    try {
      if (rounds.isAlive()) {
        rounds.join(CLOSING_TIME);
      }
      if (!allAreBack()) {
        out.keySet().forEach(this::interrupt);
        allAreBack();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean allAreBack() throws InterruptedException {
    boolean back = free.tryAcquire(COURIERS, CLOSING_TIME.toMillis(), MILLISECONDS);
    free.release(back ? COURIERS : 0);
    return back;
  }

  private void goRounds() {
    try {
      while (!closing) {
        nap(round());
      }
    } catch (InterruptedException e) {
      LOG.warn("the mail room was interrupted: no more letters go out");
    }
  }

  private void nap(Duration duration) throws InterruptedException {
    bell.tryAcquire(duration.toMillis(), MILLISECONDS);
    bell.drainPermits();
  }

  /** Sends out what is due; how long to sleep before the next round. */
  private Duration round() throws InterruptedException {
    try {
      hurry();
      return handOut() ? Duration.ZERO : untilNextDue();
    } catch (RuntimeException e) {
      LOG.error("the outbox cannot be read; the next try is in {} s", NAP.toSeconds(), e);
      return NAP;
    }
  }

  /** Nobody shall wait for ever for a mail server that dictates its answers letter by letter. */
  private void hurry() {
    Instant now = clock.instant();
    out.forEach((courier, latest) -> {
      if (now.isAfter(latest)) {
        interrupt(courier);
      }
    });
  }

  /** Only on the way: whoever is back and writes down how it went is left in peace. */
  private void interrupt(Thread courier) {
    if (out.remove(courier) != null) {
      courier.interrupt();
    }
  }

  /** Whether there may be more to hand out. */
  private boolean handOut() throws InterruptedException {
    if (!free.tryAcquire(NAP.toMillis(), MILLISECONDS)) {
      return true;
    }
    int hands = 1 + free.drainPermits();
    try {
      Instant now = clock.instant();
      List<Due> letters = outbox.take(hands, now, now.plus(LEASE));
      letters.forEach(this::send);
      hands -= letters.size();
      return !letters.isEmpty();
    } finally {
      free.release(hands);
    }
  }

  private Duration untilNextDue() {
    Duration wait =
        outbox.nextDue().map(next -> Duration.between(clock.instant(), next)).orElse(NAP);
    return max(SHORTEST_NAP, min(wait, NAP));
  }

  private void send(Due due) {
    Thread courier = Thread.ofVirtual().name("postman-" + due.id()).unstarted(() -> deliver(due));
    out.put(courier, clock.instant().plus(LONGEST_DELIVERY));
    courier.start();
  }

  private void deliver(Due due) {
    try {
      Receipt receipt = carry(due);
      comeBack();
      settle(due, receipt);
    } catch (RuntimeException e) {
      LOG.error(
          "what became of letter {} cannot be written down; it may go out twice", due.id(), e);
    } finally {
      free.release();
    }
  }

  private Receipt carry(Due due) {
    Letter letter = due.letter();
    try {
      Written written = letters.write(letter);
      return carrier.carry(
          stationery.seal(due.id(), Form.of(letter), letter.to(), written, clock.instant()));
    } catch (AddressException e) {
      return new Never("not an address");
    } catch (MessagingException e) {
      return new Later(e.getClass().getSimpleName());
    } catch (RuntimeException e) {
      return new Later(place(e));
    }
  }

  private void comeBack() {
    out.remove(Thread.currentThread());
    Thread.interrupted();
  }

  private void settle(Due due, Receipt receipt) {
    switch (receipt) {
      case Taken() -> outbox.delivered(due.id());
      case Later(String why) -> postpone(due, why);
      case Never(String why) when due.failures() + 1 < REFUSALS_BEFORE_DROPPING ->
          postpone(due, why);
      case Never(String why) -> drop(due, why);
    }
  }

  private void postpone(Due due, String why) {
    Duration wait = waitAfter(due.failures());
    int failures = due.failures() + 1;
    LOG.atLevel(failures < ALARMING ? Level.WARN : Level.ERROR)
        .log(
            "letter {} could not be delivered ({}), failure {}; the next try is in {} s",
            due.id(),
            why,
            failures,
            wait.toSeconds());
    outbox.postponed(due.id(), clock.instant().plus(wait));
  }

  private void drop(Due due, String why) {
    LOG.error(
        "letter {} is dropped: it was refused for good ({}), try {}",
        due.id(),
        why,
        due.failures() + 1);
    outbox.delivered(due.id());
  }

  /** Twice as long each time; ten doublings are beyond the longest wait. */
  private static Duration waitAfter(int failures) {
    return min(FIRST_WAIT.multipliedBy(1L << Math.min(failures, 10)), LONGEST_WAIT);
  }

  /** Without the message, which may hold anything. */
  private static String place(RuntimeException failure) {
    return failure.getClass().getSimpleName()
        + Arrays.stream(failure.getStackTrace()).findFirst().map(at -> " at " + at).orElse("");
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
