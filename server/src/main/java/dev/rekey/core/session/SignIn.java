package dev.rekey.core.session;

import dev.rekey.core.account.Account;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.password.Password;
import dev.rekey.core.proof.PasswordCheck;
import dev.rekey.core.proof.Proof.Reason;
import dev.rekey.core.store.Grants;
import dev.rekey.core.token.Issued;
import dev.rekey.core.token.Issuer;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Somebody shows name and password once and gets a token for later. */
public final class SignIn {

  private final PasswordCheck passwords;
  private final Grants grants;
  private final Issuer issuer;
  private final int mostGrants;
  private final InstantSource clock;

  /**
   * @param issuer makes this mount's tokens
   * @param mostGrants how many of them one account may hold; the soonest to expire gives way
   */
  public SignIn(
      PasswordCheck passwords, Grants grants, Issuer issuer, int mostGrants, InstantSource clock) {
    this.passwords = passwords;
    this.grants = grants;
    this.issuer = issuer;
    this.mostGrants = mostGrants;
    this.clock = clock;
  }

  /** Who wants in, with what. */
  public record Command(String name, Password password, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    record SignedIn(Account account, Issued issued) implements Outcome {}

    record NotSignedIn(Reason reason) implements Outcome {}

    record TooMany(Duration retryAfter) implements Outcome {}

    record Overloaded(Duration retryAfter) implements Outcome {}
  }

  public Outcome handle(Command command) {
    return switch (passwords.byName(command.name(), command.password(), command.visit())) {
      case PasswordCheck.Result.Right(var account, var forgiven) ->
          open(account, command.visit(), forgiven);
      case PasswordCheck.Result.Wrong(var reason) -> new Outcome.NotSignedIn(reason);
      case PasswordCheck.Result.TooMany(var retryAfter) -> new Outcome.TooMany(retryAfter);
      case PasswordCheck.Result.Overloaded(var retryAfter) -> new Outcome.Overloaded(retryAfter);
    };
  }

  /** Stores the grant, unless the password was changed or the account disabled in the meantime. */
  private Outcome open(Account account, Visit visit, List<String> forgiven) {
    Instant now = clock.instant();
    Issued issued = issuer.issue(account, visit, now);
    AuditEntry entry = AuditEntry.of(now, visit, account.id(), new Event.SignedIn());
    boolean opened =
        grants.open(issued.grant(), account.credential().version(), mostGrants, entry, forgiven);
    return opened
        ? new Outcome.SignedIn(account, issued)
        : new Outcome.NotSignedIn(new Reason.WrongNameOrPassword());
  }
}
