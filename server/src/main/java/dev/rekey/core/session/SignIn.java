package dev.rekey.core.session;

import dev.rekey.core.account.Account;
import dev.rekey.core.alarm.Lookout;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.password.Password;
import dev.rekey.core.proof.ConfirmationRule;
import dev.rekey.core.proof.NameCheck;
import dev.rekey.core.proof.PasswordCheck;
import dev.rekey.core.proof.Proof.Reason;
import dev.rekey.core.reset.LockNotice;
import dev.rekey.core.store.Adoptions.Opening;
import dev.rekey.core.store.Grants;
import dev.rekey.core.token.Issued;
import dev.rekey.core.token.Issuer;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Somebody shows name and password once and gets a token for later. */
public final class SignIn {

  private final NameCheck names;
  private final Grants grants;
  private final Issuer issuer;
  private final int mostGrants;
  private final ConfirmationRule confirmation;
  private final Optional<LockNotice> lockNotice;
  private final Optional<Lookout> lookout;
  private final InstantSource clock;

  /** A sign-in whose owners hear nothing when failures shut their accounts. */
  public SignIn(
      PasswordCheck passwords,
      Grants grants,
      Issuer issuer,
      int mostGrants,
      ConfirmationRule confirmation,
      InstantSource clock) {
    this(
        new NameCheck(passwords),
        grants,
        issuer,
        mostGrants,
        confirmation,
        Optional.empty(),
        Optional.empty(),
        clock);
  }

  /**
   * @param issuer makes this mount's tokens
   * @param mostGrants how many of them one account may hold; the soonest to expire gives way
   * @param confirmation who has to confirm an address first
   * @param lockNotice writes to the owner of an account that failures have shut, where the mount
   *     does
   * @param lookout has owners hear of sign-ins with what was not seen before
   */
  public SignIn(
      NameCheck names,
      Grants grants,
      Issuer issuer,
      int mostGrants,
      ConfirmationRule confirmation,
      Optional<LockNotice> lockNotice,
      Optional<Lookout> lookout,
      InstantSource clock) {
    this.names = names;
    this.grants = grants;
    this.issuer = issuer;
    this.mostGrants = mostGrants;
    this.confirmation = confirmation;
    this.lockNotice = lockNotice;
    this.lookout = lookout;
    this.clock = clock;
  }

  /** Who wants in, with what. */
  public record Command(String name, Password password, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    record SignedIn(Account account, Issued issued) implements Outcome {}

    record NotSignedIn(Reason reason) implements Outcome {}

    /**
     * Too many failed before; nothing was looked at.
     *
     * @param locked whether it is the account that is shut; a wire says so only where its document
     *     does
     */
    record TooMany(Duration retryAfter, boolean locked) implements Outcome {}

    record Overloaded(Duration retryAfter) implements Outcome {}
  }

  public Outcome handle(Command command) {
    return switch (names.check(
        command.name(),
        command.password(),
        command.visit(),
        account -> opening(account, command.visit()))) {
      case NameCheck.Outcome.Checked(var result) -> outcome(command, result);
      case NameCheck.Outcome.Adopted(var account, var issued) ->
          issued
              .<Outcome>map(token -> new Outcome.SignedIn(account, token))
              .orElseGet(() -> new Outcome.NotSignedIn(new Reason.Unconfirmed()));
    };
  }

  private Outcome outcome(Command command, PasswordCheck.Result result) {
    return switch (result) {
      case PasswordCheck.Result.Right(var account, var forgiven) ->
          open(account, command.visit(), forgiven);
      case PasswordCheck.Result.Wrong(var reason) -> refuse(command, reason);
      case PasswordCheck.Result.TooMany(var retryAfter, var locked) ->
          new Outcome.TooMany(retryAfter, locked);
      case PasswordCheck.Result.Overloaded(var retryAfter) -> new Outcome.Overloaded(retryAfter);
    };
  }

  private Outcome refuse(Command command, Reason reason) {
    lockNotice.ifPresent(notice -> notice.afterFailure(command.name(), command.visit()));
    return new Outcome.NotSignedIn(reason);
  }

  /** Stores the grant, unless the password was changed or the account disabled in the meantime. */
  private Outcome open(Account account, Visit visit, List<String> forgiven) {
    return opening(account, visit)
        .map(opening -> open(account, opening, forgiven))
        .orElseGet(() -> new Outcome.NotSignedIn(new Reason.Unconfirmed()));
  }

  private Outcome open(Account account, Opening opening, List<String> forgiven) {
    boolean opened =
        grants.open(
            opening.issued().grant(),
            account.credential().version(),
            opening.most(),
            opening.entry(),
            forgiven,
            opening.arrival());
    return opened
        ? new Outcome.SignedIn(account, opening.issued())
        : new Outcome.NotSignedIn(new Reason.WrongNameOrPassword());
  }

  /** What a good sign-in leads to; empty for whoever has to confirm an address first. */
  private Optional<Opening> opening(Account account, Visit visit) {
    Instant now = clock.instant();
    if (confirmation.bars(account, now)) {
      return Optional.empty();
    }
    return Optional.of(
        new Opening(
            issuer.issue(account, visit, now),
            mostGrants,
            AuditEntry.of(now, visit, account.id(), new Event.SignedIn()),
            lookout.flatMap(one -> one.look(account, visit, now))));
  }
}
