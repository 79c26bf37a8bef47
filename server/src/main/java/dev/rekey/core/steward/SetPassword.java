package dev.rekey.core.steward;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Handle;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.limit.Doorkeeper;
import dev.rekey.core.password.Hasher;
import dev.rekey.core.password.Password;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.Credentials;
import dev.rekey.core.store.Credentials.Commit;
import dev.rekey.core.store.Credentials.Swap;
import dev.rekey.core.token.Ending;
import dev.rekey.core.visit.Language;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * A steward sets the password of an account; all its sessions and tokens end, but for the one with
 * which a steward acts on the own account.
 */
public final class SetPassword {

  private final Accounts accounts;
  private final Credentials credentials;
  private final NewPassword newPassword;
  private final Hasher hasher;
  private final Doorkeeper doorkeeper;
  private final InstantSource clock;

  public SetPassword(
      Accounts accounts,
      Credentials credentials,
      NewPassword newPassword,
      Hasher hasher,
      Doorkeeper doorkeeper,
      InstantSource clock) {
    this.accounts = accounts;
    this.credentials = credentials;
    this.newPassword = newPassword;
    this.hasher = hasher;
    this.doorkeeper = doorkeeper;
    this.clock = clock;
  }

  /**
   * Whose password becomes what, and who says so.
   *
   * @param passwordLogin whether it may be used to sign in from now on; empty leaves that as it is
   */
  public record Command(
      Steward by, Handle whose, Password next, Optional<Boolean> passwordLogin, Visit visit) {

    /** The password alone. */
    public Command(Steward by, Handle whose, Password next, Visit visit) {
      this(by, whose, next, Optional.empty(), visit);
    }
  }

  /** What came of it. */
  public sealed interface Outcome {

    /** Done, and on disk. */
    record Done(Account account) implements Outcome {}

    record NotAllowed() implements Outcome {}

    record NoSuchAccount() implements Outcome {}

    /** The account is disabled; it has to be enabled first. */
    record Disabled() implements Outcome {}

    record Refused(List<Violation> violations) implements Outcome {}

    /** Another change came between; nothing was changed. */
    record Overtaken() implements Outcome {}

    record Overloaded(Duration retryAfter) implements Outcome {}
  }

  public Outcome handle(Command command) {
    if (!command.by().may(Capability.SET_PASSWORDS)) {
      return new Outcome.NotAllowed();
    }
    return accounts
        .find(command.visit().realm(), command.whose())
        .map(account -> judge(command, account))
        .orElseGet(Outcome.NoSuchAccount::new);
  }

  private Outcome judge(Command command, Account account) {
    if (!command.by().reaches(account)) {
      return new Outcome.NotAllowed();
    }
    if (account.closed()) {
      return new Outcome.Disabled();
    }
    List<Violation> violations = newPassword.judge(NewPassword.Wish.of(command.next()), account);
    if (!violations.isEmpty()) {
      return new Outcome.Refused(List.copyOf(violations));
    }
    return hasher.inSlot(
        command.by().source(command.visit()),
        slot -> commit(command, account, slot.seal(command.next())),
        Outcome.Overloaded::new);
  }

  private Outcome commit(Command command, Account account, PasswordHash hash) {
    Instant now = clock.instant();
    AuditEntry entry =
        new AuditEntry(
            now,
            command.visit(),
            Optional.of(account.id()),
            command.by().account(),
            new Event.PasswordSetBySteward());
    Swap swap =
        new Swap(
            account.id(),
            account.credential().version(),
            hash,
            edit(command),
            Optional.empty(),
            Optional.empty(),
            Ending.allBut(command.by().actingGrantOn(account)),
            Optional.empty(),
            entry,
            notices(account, command.visit(), now),
            doorkeeper.countersOf(account.realm(), account.id()));
    return credentials.swap(swap) == Commit.DONE
        ? new Outcome.Done(
            edit(command).applyTo(account.withPassword(hash, now).withSessionsEnded(now), now))
        : new Outcome.Overtaken();
  }

  private static AccountEdit edit(Command command) {
    return command
        .passwordLogin()
        .map(on -> AccountEdit.none().withPasswordLogin(on))
        .orElseGet(AccountEdit::none);
  }

  private static List<Letter> notices(Account account, Visit visit, Instant now) {
    return account.logins().email().stream()
        .<Letter>map(to ->
            new Letter.PasswordSetByAdministrator(to, account.logins().display(), now)
                .in(Language.of(account.profile(), visit)))
        .toList();
  }
}
