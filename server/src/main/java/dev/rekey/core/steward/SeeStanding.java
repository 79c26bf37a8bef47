package dev.rekey.core.steward;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Handle;
import dev.rekey.core.audit.AuditLine;
import dev.rekey.core.limit.Doorkeeper;
import dev.rekey.core.limit.Doorkeeper.Standing;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.AuditTrail;
import dev.rekey.core.visit.Visit;
import java.util.List;

/** A steward sees an account and how it stands: what failed at it, and what was done with it. */
public final class SeeStanding {

  private static final int MOST_LINES = 10;

  private final Accounts accounts;
  private final AuditTrail audit;
  private final Doorkeeper doorkeeper;

  public SeeStanding(Accounts accounts, AuditTrail audit, Doorkeeper doorkeeper) {
    this.accounts = accounts;
    this.audit = audit;
    this.doorkeeper = doorkeeper;
  }

  /** Whose account, and who wants to see it. */
  public record Command(Steward by, Handle whose, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    /**
     * The account as it is.
     *
     * @param within whether the steward may lay hands on it: it may nothing that the steward may
     *     not
     * @param lines what was done with it of late, newest first; none for whoever may not read that
     */
    record Seen(Account account, boolean within, Standing standing, List<AuditLine> lines)
        implements Outcome {

      public Seen {
        lines = List.copyOf(lines);
      }
    }

    record NotAllowed() implements Outcome {}

    record NoSuchAccount() implements Outcome {}
  }

  public Outcome handle(Command command) {
    if (!command.by().may(Capability.VIEW_ACCOUNTS)) {
      return new Outcome.NotAllowed();
    }
    return accounts
        .find(command.visit().realm(), command.whose())
        .<Outcome>map(account -> seen(command.by(), account))
        .orElseGet(Outcome.NoSuchAccount::new);
  }

  private Outcome.Seen seen(Steward by, Account account) {
    return new Outcome.Seen(
        account,
        by.reaches(account),
        doorkeeper.standing(account.realm(), account.id()),
        by.may(Capability.VIEW_AUDIT) ? audit.about(account.id(), MOST_LINES) : List.of());
  }
}
