package dev.rekey.core.steward;

import dev.rekey.core.account.Capability;
import dev.rekey.core.chronicle.Census;
import dev.rekey.core.chronicle.HashKind;
import dev.rekey.core.chronicle.HashingLoad;
import dev.rekey.core.chronicle.Node;
import dev.rekey.core.chronicle.Tally;
import dev.rekey.core.store.Chronicle;
import dev.rekey.core.store.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A steward sees how the server fares. */
public final class ViewServer {

  /** A node that said nothing for longer is not counted on. */
  private static final Duration SILENCE = Duration.ofMinutes(3);

  private static final Duration CENSUSES = Duration.ofDays(30);

  private final Chronicle chronicle;
  private final Outbox outbox;
  private final Supplier<HashingLoad> load;
  private final HashKind wanted;
  private final InstantSource clock;

  /**
   * Looks at these.
   *
   * @param load of this node
   * @param wanted what new hashes are
   */
  public ViewServer(
      Chronicle chronicle,
      Outbox outbox,
      Supplier<HashingLoad> load,
      HashKind wanted,
      InstantSource clock) {
    this.chronicle = chronicle;
    this.outbox = outbox;
    this.load = load;
    this.wanted = wanted;
    this.clock = clock;
  }

  /**
   * Who looks.
   *
   * @param span how far back
   */
  public record Command(Steward by, Duration span) {}

  /** What came of it. */
  public sealed interface Outcome {

    /**
     * How the server fares.
     *
     * @param now when this was so
     * @param from when the tallies begin
     * @param load of the node that answers
     * @param letters that are owed
     * @param oldest since when the letter is owed that has waited longest
     */
    record Seen(
        Instant now,
        Instant from,
        List<Tally> tallies,
        List<Node> nodes,
        HashingLoad load,
        Hashes hashes,
        long letters,
        Optional<Instant> oldest)
        implements Outcome {}

    record NotAllowed() implements Outcome {}
  }

  /**
   * By what passwords are kept.
   *
   * @param wanted what new hashes are
   * @param latest nothing before the first was counted
   * @param gone when none would be left that is weaker, at the pace of the last weeks
   */
  public record Hashes(HashKind wanted, Optional<Census> latest, Optional<Instant> gone) {}

  public Outcome handle(Command command) {
    return command.by().may(Capability.VIEW_SERVER)
        ? look(command.span())
        : new Outcome.NotAllowed();
  }

  private Outcome look(Duration span) {
    Instant now = clock.instant();
    Instant from = Tally.slotOf(now.minus(span));
    return new Outcome.Seen(
        now,
        from,
        chronicle.since(from),
        chronicle.nodes(now.minus(SILENCE)),
        load.get(),
        hashes(now),
        outbox.waiting(),
        outbox.waitingSince());
  }

  private Hashes hashes(Instant now) {
    List<Census> censuses = chronicle.censuses(now.minus(CENSUSES));
    Optional<Census> latest =
        censuses.isEmpty() ? Optional.empty() : Optional.of(censuses.getLast());
    return new Hashes(wanted, latest, gone(censuses));
  }

  /** A straight line through the first and the last count, where it leads down. */
  private Optional<Instant> gone(List<Census> censuses) {
    if (censuses.size() < 2) {
      return Optional.empty();
    }
    Census first = censuses.getFirst();
    Census last = censuses.getLast();
    long fewer = first.weak(wanted) - last.weak(wanted);
    long took = Duration.between(first.at(), last.at()).toSeconds();
    return fewer <= 0 || last.weak(wanted) == 0
        ? Optional.empty()
        : Optional.of(last.at().plusSeconds(Math.ceilDiv(took * last.weak(wanted), fewer)));
  }
}
