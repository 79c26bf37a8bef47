package dev.rekey.core.steward;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Handle;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.visit.Visit;
import java.time.InstantSource;
import java.util.Optional;

/** A steward closes an account to everybody, its owner included, or opens it again. */
public final class DisableAccount {

  private final Accounts accounts;
  private final InstantSource clock;

  public DisableAccount(Accounts accounts, InstantSource clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  /** Whose account, and whether it is closed from now on. */
  public record Command(Steward by, Handle whose, boolean disabled, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** Done, and on disk; when closed, every session and token has ended. */
    record Done(Account account) implements Outcome {}

    record NotAllowed() implements Outcome {}

    record NoSuchAccount() implements Outcome {}
  }

  public Outcome handle(Command command) {
    if (!command.by().may(Capability.UPDATE_ACCOUNTS)) {
      return new Outcome.NotAllowed();
    }
    return accounts
        .find(command.visit().realm(), command.whose())
        .map(account -> close(command, account))
        .orElseGet(Outcome.NoSuchAccount::new);
  }

  private Outcome close(Command command, Account account) {
    if (!command.by().reaches(account)) {
      return new Outcome.NotAllowed();
    }
    return accounts.setDisabled(account.id(), command.disabled(), entry(command, account))
        ? accounts
            .find(account.id())
            .<Outcome>map(Outcome.Done::new)
            .orElseGet(Outcome.NoSuchAccount::new)
        : new Outcome.NoSuchAccount();
  }

  private AuditEntry entry(Command command, Account account) {
    return new AuditEntry(
        clock.instant(),
        command.visit(),
        Optional.of(account.id()),
        command.by().account(),
        command.disabled() ? new Event.AccountDisabled() : new Event.AccountEnabled());
  }
}
