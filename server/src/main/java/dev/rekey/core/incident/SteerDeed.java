package dev.rekey.core.incident;

import dev.rekey.core.audit.BulkTurn;
import dev.rekey.core.bulk.BulkDeed;
import dev.rekey.core.bulk.BulkDeed.State;
import dev.rekey.core.steward.Steward;
import dev.rekey.core.store.BulkDeeds;
import dev.rekey.core.store.BulkDeeds.Turn;
import dev.rekey.core.visit.Visit;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** A steward stops what is being done to many accounts, lets it go on, or takes it back. */
public final class SteerDeed {

  private final BulkDeeds deeds;
  private final InstantSource clock;

  public SteerDeed(BulkDeeds deeds, InstantSource clock) {
    this.deeds = deeds;
    this.clock = clock;
  }

  /** What is wished. */
  public enum Wish {
    STOP,
    RESUME,
    UNDO
  }

  /**
   * Who wishes what of which deed.
   *
   * @param visit with the reason
   */
  public record Command(Steward by, long deed, Wish wish, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Steered(BulkDeed deed) implements Outcome {}

    record NoSuchDeed() implements Outcome {}

    record NotAllowed() implements Outcome {}

    /** As it stands with the deed, that cannot be done. */
    record NotNow() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return deeds
        .find(command.deed())
        .map(deed ->
            Rights.may(command.by(), deed.deed()) ? steer(command) : new Outcome.NotAllowed())
        .orElseGet(() -> missing(command.by()));
  }

  private static Outcome missing(Steward by) {
    return Rights.mayLook(by) ? new Outcome.NoSuchDeed() : new Outcome.NotAllowed();
  }

  private Outcome steer(Command command) {
    return deeds
        .turn(command.deed(), deed -> turn(deed, command, clock.instant()))
        .<Outcome>map(Outcome.Steered::new)
        .orElseGet(Outcome.NotNow::new);
  }

  private static Optional<Turn> turn(BulkDeed deed, Command command, Instant now) {
    return after(deed, command, now)
        .map(next ->
            new Turn(
                next,
                Optional.of(
                    Entries.of(
                        next,
                        turnOf(command.wish()),
                        command.visit(),
                        command.by().account(),
                        now))));
  }

  private static Optional<BulkDeed> after(BulkDeed deed, Command command, Instant now) {
    return Optional.of(deed)
        .filter(one -> mayTurn(one, command.wish()))
        .map(one ->
            switch (command.wish()) {
              case STOP -> one.with(State.STOPPED);
              case RESUME -> one.with(State.RUNNING, one.progress().resumed(now));
              case UNDO -> one.turnedBack(Rights.mandate(command.by(), command.visit(), now));
            });
  }

  /** Whether that can be done, as it stands with the deed. */
  public static boolean mayTurn(BulkDeed deed, Wish wish) {
    return switch (wish) {
      case STOP -> deed.state() == State.RUNNING;
      case RESUME -> deed.state() == State.STOPPED;
      case UNDO ->
          deed.deed().canBeUndone()
              && (deed.state() == State.STOPPED || deed.state() == State.DONE);
    };
  }

  private static BulkTurn turnOf(Wish wish) {
    return switch (wish) {
      case STOP -> BulkTurn.STOPPED;
      case RESUME -> BulkTurn.RESUMED;
      case UNDO -> BulkTurn.TURNED_BACK;
    };
  }
}
