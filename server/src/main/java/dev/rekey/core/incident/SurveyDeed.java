package dev.rekey.core.incident;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Roles;
import dev.rekey.core.bulk.Deed;
import dev.rekey.core.bulk.Selection;
import dev.rekey.core.bulk.Target;
import dev.rekey.core.steward.Steward;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.BulkDeeds;
import java.util.Optional;

/** A steward sees what would be done to whom, and nothing is done. */
public final class SurveyDeed {

  private final Surveyor surveyor;
  private final Roles roles;

  public SurveyDeed(BulkDeeds deeds, Accounts accounts, Roles roles) {
    this.surveyor = new Surveyor(deeds, accounts, roles);
    this.roles = roles;
  }

  /**
   * What would be done to whom, and who asks.
   *
   * @param ownToo whether the own account is meant as well
   */
  public record Command(Steward by, Deed deed, Target target, boolean ownToo) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Surveyed(Survey survey) implements Outcome {}

    record NotAllowed() implements Outcome {}
  }

  public Outcome handle(Command command) {
    if (!Rights.may(command.by(), command.deed())) {
      return new Outcome.NotAllowed();
    }
    Optional<AccountId> spared = command.by().account().filter(_ -> !command.ownToo());
    return new Outcome.Surveyed(
        surveyor.survey(
            new Selection(
                command.deed(), command.target(), spared, Rights.reachOf(command.by()), roles)));
  }
}
