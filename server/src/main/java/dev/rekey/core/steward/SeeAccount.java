package dev.rekey.core.steward;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Handle;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.visit.Visit;

/** A steward sees what is known of an account; who may not is not told whether it is there. */
public final class SeeAccount {

  private final Accounts accounts;

  public SeeAccount(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Whose account, and who wants to see it. */
  public record Command(Steward by, Handle whose, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Seen(Account account) implements Outcome {}

    record NotAllowed() implements Outcome {}

    record NoSuchAccount() implements Outcome {}
  }

  public Outcome handle(Command command) {
    if (!command.by().may(Capability.VIEW_ACCOUNTS)) {
      return new Outcome.NotAllowed();
    }
    return accounts
        .find(command.visit().realm(), command.whose())
        .<Outcome>map(Outcome.Seen::new)
        .orElseGet(Outcome.NoSuchAccount::new);
  }
}
