package dev.rekey.core.steward;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Handle;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.limit.Doorkeeper;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.Accounts.Revision;
import dev.rekey.core.store.Sequel;
import dev.rekey.core.visit.Visit;
import java.time.InstantSource;
import java.util.Optional;

/** A steward opens an account again that too many failures have shut. */
public final class ForgiveFailures {

  private final Accounts accounts;
  private final Doorkeeper doorkeeper;
  private final InstantSource clock;

  public ForgiveFailures(Accounts accounts, Doorkeeper doorkeeper, InstantSource clock) {
    this.accounts = accounts;
    this.doorkeeper = doorkeeper;
    this.clock = clock;
  }

  /** Whose failures, and who says so. */
  public record Command(Steward by, Handle whose, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** Done, and on disk: no failure stands against the account any more. */
    record Forgiven(Account account) implements Outcome {}

    record NotAllowed() implements Outcome {}

    record NoSuchAccount() implements Outcome {}
  }

  public Outcome handle(Command command) {
    if (!command.by().may(Capability.UPDATE_ACCOUNTS)) {
      return new Outcome.NotAllowed();
    }
    return accounts
        .find(command.visit().realm(), command.whose())
        .map(account -> forgive(command, account))
        .orElseGet(Outcome.NoSuchAccount::new);
  }

  private Outcome forgive(Command command, Account account) {
    AuditEntry entry =
        new AuditEntry(
            clock.instant(),
            command.visit(),
            Optional.of(account.id()),
            command.by().account(),
            new Event.Unlocked());
    Sequel sequel =
        Sequel.of(entry).withForgiven(doorkeeper.countersOf(account.realm(), account.id()));
    return switch (accounts.revise(account.id(), AccountEdit.none(), sequel)) {
      case Revision.Revised(Account forgiven) -> new Outcome.Forgiven(forgiven);
      case Revision.Gone _, Revision.Taken _, Revision.TicketGone _, Revision.Overtaken _ ->
          new Outcome.NoSuchAccount();
    };
  }
}
