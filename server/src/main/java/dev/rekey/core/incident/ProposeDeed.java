package dev.rekey.core.incident;

import dev.rekey.core.account.Roles;
import dev.rekey.core.audit.BulkTurn;
import dev.rekey.core.bulk.BulkDeed;
import dev.rekey.core.bulk.BulkDeed.State;
import dev.rekey.core.bulk.Deed;
import dev.rekey.core.bulk.Progress;
import dev.rekey.core.bulk.Target;
import dev.rekey.core.steward.Steward;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.BulkDeeds;
import dev.rekey.core.visit.Visit;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * A steward wants something done to many accounts: it begins, or waits for a second administrator
 * where two are needed.
 */
public final class ProposeDeed {

  private final BulkDeeds deeds;
  private final SurveyDeed survey;
  private final boolean two;
  private final InstantSource clock;

  /**
   * @param two whether a second administrator has to approve it
   */
  public ProposeDeed(
      BulkDeeds deeds, Accounts accounts, Roles roles, boolean two, InstantSource clock) {
    this.deeds = deeds;
    this.survey = new SurveyDeed(deeds, accounts, roles);
    this.two = two;
    this.clock = clock;
  }

  /**
   * What is to be done to whom, and who says so.
   *
   * @param ownToo whether the own account is meant as well
   * @param visit with the reason
   */
  public record Command(Steward by, Deed deed, Target target, boolean ownToo, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** It begins in a moment. */
    record Begun(BulkDeed deed) implements Outcome {}

    /** It waits for a second administrator. */
    record Waiting(BulkDeed deed) implements Outcome {}

    /** There is nobody to whom it would be done. */
    record NobodyMeant() implements Outcome {}

    record NotAllowed() implements Outcome {}
  }

  public Outcome handle(Command command) {
    SurveyDeed.Command question =
        new SurveyDeed.Command(command.by(), command.deed(), command.target(), command.ownToo());
    return switch (survey.handle(question)) {
      case SurveyDeed.Outcome.NotAllowed() -> new Outcome.NotAllowed();
      case SurveyDeed.Outcome.Surveyed(Survey seen) ->
          seen.count() == 0 ? new Outcome.NobodyMeant() : propose(command, seen);
    };
  }

  private Outcome propose(Command command, Survey seen) {
    Instant now = clock.instant();
    BulkDeed draft =
        new BulkDeed(
            0,
            command.deed(),
            command.target(),
            command.ownToo(),
            Rights.reachOf(command.by()),
            Rights.mandate(command.by(), command.visit(), now),
            Optional.empty(),
            Optional.empty(),
            two ? State.PROPOSED : State.RUNNING,
            Progress.begin(seen.count(), seen.youngest(), now));
    BulkTurn turn = two ? BulkTurn.PROPOSED : BulkTurn.BEGUN;
    BulkDeed deed =
        deeds.propose(
            draft,
            made -> List.of(Entries.of(made, turn, command.visit(), command.by().account(), now)));
    return two ? new Outcome.Waiting(deed) : new Outcome.Begun(deed);
  }
}
