package dev.rekey.core.steward;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Handle;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.limit.Doorkeeper;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.Sequel;
import dev.rekey.core.visit.Language;
import dev.rekey.core.visit.Visit;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * A steward deletes an account, with every session and token; what was written down of it stays.
 */
public final class DeleteAccount {

  private final Accounts accounts;
  private final Doorkeeper doorkeeper;
  private final InstantSource clock;

  public DeleteAccount(Accounts accounts, Doorkeeper doorkeeper, InstantSource clock) {
    this.accounts = accounts;
    this.doorkeeper = doorkeeper;
    this.clock = clock;
  }

  /** Whose account, and who says so. */
  public record Command(Steward by, Handle whose, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** Done, and on disk; this is what the account was. */
    record Deleted(Account account) implements Outcome {}

    record NotAllowed() implements Outcome {}

    record NoSuchAccount() implements Outcome {}
  }

  public Outcome handle(Command command) {
    if (!command.by().may(Capability.DELETE_ACCOUNTS)) {
      return new Outcome.NotAllowed();
    }
    return accounts
        .find(command.visit().realm(), command.whose())
        .map(account -> delete(command, account))
        .orElseGet(Outcome.NoSuchAccount::new);
  }

  private Outcome delete(Command command, Account account) {
    if (!command.by().reaches(account)) {
      return new Outcome.NotAllowed();
    }
    return accounts.delete(account.id(), sequel(command, account))
        ? new Outcome.Deleted(account)
        : new Outcome.NoSuchAccount();
  }

  private Sequel sequel(Command command, Account account) {
    Instant now = clock.instant();
    AuditEntry entry =
        new AuditEntry(
            now,
            command.visit(),
            Optional.of(account.id()),
            command.by().account(),
            new Event.AccountDeleted());
    List<Letter> goodbye =
        account.logins().email().stream()
            .<Letter>map(to ->
                new Letter.AccountDeleted(to, account.logins().display(), now)
                    .in(Language.of(account.profile(), command.visit())))
            .toList();
    return Sequel.of(entry)
        .withLetters(goodbye)
        .withForgiven(doorkeeper.countersOf(account.realm(), account.id()));
  }
}
