package dev.rekey.core.steward;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.MustChange;
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
import dev.rekey.core.token.PhraseBook;
import dev.rekey.core.visit.Language;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * A steward gets a phrase for somebody who cannot get in, to be handed over in person: it opens the
 * account for a while, and nothing there but the change of the password.
 */
public final class GiveTemporaryPassword {

  private final Accounts accounts;
  private final Credentials credentials;
  private final NewPassword newPassword;
  private final Hasher hasher;
  private final Doorkeeper doorkeeper;
  private final PhraseBook phrases;
  private final Duration lifetime;
  private final InstantSource clock;

  /**
   * @param lifetime for how long the phrase opens anything
   */
  public GiveTemporaryPassword(
      Accounts accounts,
      Credentials credentials,
      NewPassword newPassword,
      Hasher hasher,
      Doorkeeper doorkeeper,
      PhraseBook phrases,
      Duration lifetime,
      InstantSource clock) {
    this.accounts = accounts;
    this.credentials = credentials;
    this.newPassword = newPassword;
    this.hasher = hasher;
    this.doorkeeper = doorkeeper;
    this.phrases = phrases;
    this.lifetime = lifetime;
    this.clock = clock;
  }

  /** For whom, and who says so. */
  public record Command(Steward by, Handle whose, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    /**
     * Done, and on disk; every session of the account has ended.
     *
     * @param phrase what the owner types; it is shown once and kept nowhere
     */
    record Given(Account account, String phrase, Instant until) implements Outcome {
      @Override
      public String toString() {
        return "Given[hidden]";
      }
    }

    record NotAllowed() implements Outcome {}

    record NoSuchAccount() implements Outcome {}

    /** The account is disabled; it has to be enabled first. */
    record Disabled() implements Outcome {}

    /** Nobody signs in to the account with a password. */
    record PasswordLoginOff() implements Outcome {}

    /** The policy lets no phrase pass. */
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
        .map(account -> give(command, account))
        .orElseGet(Outcome.NoSuchAccount::new);
  }

  private Outcome give(Command command, Account account) {
    if (!command.by().reaches(account)) {
      return new Outcome.NotAllowed();
    }
    if (account.closed()) {
      return new Outcome.Disabled();
    }
    if (!account.credential().passwordLogin()) {
      return new Outcome.PasswordLoginOff();
    }
    String phrase = phrases.offer();
    return seal(command, account, phrase, Password.of(phrase));
  }

  private Outcome seal(Command command, Account account, String phrase, Password password) {
    List<Violation> violations = newPassword.judge(NewPassword.Wish.of(password), account);
    if (!violations.isEmpty()) {
      return new Outcome.Refused(List.copyOf(violations));
    }
    return hasher.inSlot(
        command.by().source(command.visit()),
        slot -> commit(command, account, phrase, slot.seal(password)),
        Outcome.Overloaded::new);
  }

  private Outcome commit(Command command, Account account, String phrase, PasswordHash hash) {
    Instant now = clock.instant();
    MustChange.Temporary temporary = new MustChange.Temporary(now.plus(lifetime));
    AccountEdit edit = AccountEdit.none().withMustChange(temporary);
    Swap swap =
        new Swap(
            account.id(),
            account.credential().version(),
            hash,
            edit,
            Optional.empty(),
            Optional.empty(),
            Ending.allBut(command.by().actingGrantOn(account)),
            Optional.empty(),
            entry(command, account, now),
            notices(account, command.visit(), now),
            doorkeeper.countersOf(account.realm(), account.id()));
    return credentials.swap(swap) == Commit.DONE
        ? new Outcome.Given(given(account, hash, edit, now), phrase, temporary.until())
        : new Outcome.Overtaken();
  }

  private static Account given(Account account, PasswordHash hash, AccountEdit edit, Instant now) {
    return edit.applyTo(account.withPassword(hash, now).withSessionsEnded(now), now);
  }

  private static AuditEntry entry(Command command, Account account, Instant now) {
    return new AuditEntry(
        now,
        command.visit(),
        Optional.of(account.id()),
        command.by().account(),
        new Event.TemporaryPasswordGiven());
  }

  private static List<Letter> notices(Account account, Visit visit, Instant now) {
    return account.logins().email().stream()
        .<Letter>map(to ->
            new Letter.PasswordSetByAdministrator(to, account.logins().display(), now)
                .in(Language.of(account.profile(), visit)))
        .toList();
  }
}
