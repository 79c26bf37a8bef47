package dev.rekey.core.incident;

import dev.rekey.core.audit.BulkTurn;
import dev.rekey.core.bulk.BulkDeed;
import dev.rekey.core.bulk.BulkDeed.State;
import dev.rekey.core.bulk.Mandate;
import dev.rekey.core.bulk.Progress;
import dev.rekey.core.steward.Steward;
import dev.rekey.core.store.BulkDeeds;
import dev.rekey.core.store.BulkDeeds.Turn;
import dev.rekey.core.visit.Visit;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A second administrator approves or refuses what is to be done to many accounts, or the first one
 * withdraws it.
 */
public final class DecideDeed {

  private final BulkDeeds deeds;
  private final InstantSource clock;

  public DecideDeed(BulkDeeds deeds, InstantSource clock) {
    this.deeds = deeds;
    this.clock = clock;
  }

  /** What is decided. */
  public enum Decision {
    APPROVE,
    REFUSE,
    WITHDRAW
  }

  /**
   * Who decides what of which deed.
   *
   * @param visit with the reason
   */
  public record Command(Steward by, long deed, Decision decision, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Decided(BulkDeed deed) implements Outcome {}

    record NoSuchDeed() implements Outcome {}

    /** Not with these rights; and nobody approves what they proposed themselves. */
    record NotAllowed() implements Outcome {}

    /** It does not wait for a decision any more. */
    record TooLate() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return deeds
        .find(command.deed())
        .map(deed -> may(command, deed) ? decide(command) : new Outcome.NotAllowed())
        .orElseGet(() -> missing(command.by()));
  }

  private static Outcome missing(Steward by) {
    return Rights.mayLook(by) ? new Outcome.NoSuchDeed() : new Outcome.NotAllowed();
  }

  private static boolean may(Command command, BulkDeed deed) {
    boolean own = deed.proposal().by().equals(command.by().account());
    return Rights.may(command.by(), deed.deed())
        && switch (command.decision()) {
          case APPROVE, REFUSE -> !own;
          case WITHDRAW -> own;
        };
  }

  private Outcome decide(Command command) {
    return deeds
        .turn(command.deed(), deed -> turn(deed, command, clock.instant()))
        .<Outcome>map(Outcome.Decided::new)
        .orElseGet(Outcome.TooLate::new);
  }

  private static Optional<Turn> turn(BulkDeed deed, Command command, Instant now) {
    if (deed.stateAt(now) != State.PROPOSED) {
      return Optional.empty();
    }
    Mandate by = Rights.mandate(command.by(), command.visit(), now);
    BulkDeed after =
        switch (command.decision()) {
          case APPROVE ->
              deed.decided(
                  by,
                  State.RUNNING,
                  Progress.begin(deed.progress().all(), deed.progress().last(), now));
          case REFUSE -> deed.decided(by, State.REFUSED, deed.progress());
          case WITHDRAW -> deed.with(State.WITHDRAWN);
        };
    return Optional.of(
        new Turn(
            after,
            Optional.of(
                Entries.of(
                    after,
                    turnOf(command.decision()),
                    command.visit(),
                    command.by().account(),
                    now))));
  }

  private static BulkTurn turnOf(Decision decision) {
    return switch (decision) {
      case APPROVE -> BulkTurn.BEGUN;
      case REFUSE -> BulkTurn.REFUSED;
      case WITHDRAW -> BulkTurn.WITHDRAWN;
    };
  }
}
