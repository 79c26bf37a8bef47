package dev.rekey.core.register;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.limit.Doorkeeper;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.Sequel;
import dev.rekey.core.visit.Language;
import dev.rekey.core.visit.Visit;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The owner gives the account up: it is gone at once, with every session and token. */
public final class CancelAccount {

  private final Accounts accounts;
  private final Doorkeeper doorkeeper;
  private final InstantSource clock;

  public CancelAccount(Accounts accounts, Doorkeeper doorkeeper, InstantSource clock) {
    this.accounts = accounts;
    this.doorkeeper = doorkeeper;
    this.clock = clock;
  }

  /** Who gives up. */
  public record Command(Caller caller, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** Done, and on disk; this is what the account was. */
    record Cancelled(Account account) implements Outcome {}

    /** The role may not delete its own account. */
    record NotAllowed() implements Outcome {}

    /** Somebody else's deletion was quicker. */
    record Gone() implements Outcome {}
  }

  public Outcome handle(Command command) {
    if (!command.caller().may(Capability.CLOSE_OWN_ACCOUNT)) {
      return new Outcome.NotAllowed();
    }
    Account account = command.caller().account();
    return accounts.delete(account.id(), sequel(account, command.visit()))
        ? new Outcome.Cancelled(account)
        : new Outcome.Gone();
  }

  private Sequel sequel(Account account, Visit visit) {
    Instant now = clock.instant();
    List<Letter> goodbye =
        account.logins().email().stream()
            .<Letter>map(to ->
                new Letter.AccountDeleted(to, account.logins().display(), now)
                    .in(Language.of(account.profile(), visit)))
            .toList();
    return Sequel.of(AuditEntry.of(now, visit, account.id(), new Event.AccountDeleted()))
        .withLetters(goodbye)
        .withForgiven(doorkeeper.countersOf(account.realm(), account.id()));
  }
}
