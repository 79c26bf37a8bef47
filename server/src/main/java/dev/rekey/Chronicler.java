package dev.rekey;

import dev.rekey.core.chronicle.Census;
import dev.rekey.core.chronicle.Happening;
import dev.rekey.core.chronicle.HashKind;
import dev.rekey.core.chronicle.Node;
import dev.rekey.core.chronicle.Tallies;
import dev.rekey.core.chronicle.Tally;
import dev.rekey.core.store.Chronicle;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down, beside the work, how the server fares: what happened every few seconds, by what
 * passwords are kept every few hours.
 */
public final class Chronicler implements Beside {

  private static final Logger LOG = LoggerFactory.getLogger(Chronicler.class);

  private static final Duration ROUND = Duration.ofSeconds(10);

  /** A node of which nothing was heard for longer is gone. */
  private static final Duration SIGN_OF_LIFE = Duration.ofMinutes(1);

  private static final Duration CENSUS = Duration.ofHours(6);
  private static final Duration KEPT = Duration.ofDays(60);
  private static final int HANDFUL = 2_000;

  private final Chronicle chronicle;
  private final Tallies tallies;
  private final Node node;
  private final InstantSource clock;
  private final Rounds rounds = new Rounds("chronicler");

  private Instant seen = Instant.EPOCH;

  public Chronicler(Chronicle chronicle, Tallies tallies, Node node, InstantSource clock) {
    this.chronicle = chronicle;
    this.tallies = tallies;
    this.node = node;
    this.clock = clock;
  }

  /** By which an operator knows the machine. */
  static String nameOfMachine(int port) {
    try {
      return InetAddress.getLocalHost().getHostName() + ':' + port;
    } catch (UnknownHostException nameless) {
      return "localhost:" + port;
    }
  }

  Chronicler start() {
    rounds.every(ROUND, this::round);
    return this;
  }

  private void round() {
    try {
      write();
      countPasswords();
    } catch (RuntimeException e) {
      LOG.warn("The chronicle could not be written; it is tried again", e);
    }
  }

  /** Writes down what was counted; nothing where there is nothing to say. */
  public void write() {
    Instant now = clock.instant();
    Map<Happening, Long> taken = tallies.take();
    if (taken.isEmpty() && now.isBefore(seen.plus(SIGN_OF_LIFE))) {
      return;
    }
    try {
      chronicle.add(seenAt(now), Tally.slotOf(now), taken);
      seen = now;
    } catch (RuntimeException e) {
      tallies.giveBack(taken);
      throw e;
    }
  }

  private Node seenAt(Instant now) {
    return new Node(node.name(), node.version(), node.startedAt(), now);
  }

  /** Counts, unless some node did so not long ago. */
  public void countPasswords() {
    Instant now = clock.instant();
    boolean recent =
        chronicle.censuses(now.minus(CENSUS)).stream()
            .anyMatch(census -> census.at().isAfter(now.minus(CENSUS)));
    if (!recent) {
      chronicle.note(new Census(now, counts()));
      chronicle.forget(now.minus(KEPT));
    }
  }

  private Map<HashKind, Long> counts() {
    Map<HashKind, Long> counts = new HashMap<>();
    OptionalLong after = OptionalLong.of(0);
    while (after.isPresent() && !Thread.currentThread().isInterrupted()) {
      Chronicle.Handful handful = chronicle.count(after, HANDFUL);
      handful.counts().forEach((kind, count) -> counts.merge(kind, count, Long::sum));
      after = handful.last();
    }
    return counts;
  }

  /** What was counted last is written down; the node is not expected back. */
  @Override
  public void close() {
    try {
      if (rounds.end(ROUND)) {
        write();
      }
    } catch (RuntimeException e) {
      LOG.warn("The last counts are lost", e);
    }
  }
}
