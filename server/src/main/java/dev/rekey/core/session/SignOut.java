package dev.rekey.core.session;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.store.Grants;
import dev.rekey.core.token.Ending;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Revocation;
import dev.rekey.core.visit.Visit;
import java.time.InstantSource;
import java.util.Optional;

/** Somebody signed in goes: what was shown admits nobody any more. */
public final class SignOut {

  private final Grants grants;
  private final Revocation revocation;
  private final InstantSource clock;

  /**
   * @param revocation how this mount's tokens are ended
   */
  public SignOut(Grants grants, Revocation revocation, InstantSource clock) {
    this.grants = grants;
    this.revocation = revocation;
    this.clock = clock;
  }

  /** Who goes. */
  public record Command(Caller caller, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    record SignedOut() implements Outcome {}

    /** There was no session to end, or it had ended meanwhile. */
    record NotSignedIn() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return command
        .caller()
        .grant()
        .filter(grant -> grant.ref().kind() != Grant.Kind.TICKET)
        .filter(grant -> end(grant, command.visit()))
        .<Outcome>map(_ -> new Outcome.SignedOut())
        .orElseGet(Outcome.NotSignedIn::new);
  }

  private boolean end(Grant grant, Visit visit) {
    AccountId account = grant.ref().account();
    AuditEntry entry = AuditEntry.of(clock.instant(), visit, account, new Event.SignedOut());
    return switch (revocation) {
      case ALLOW_LIST -> grants.end(grant.ref(), entry);
      case DENY_LIST -> {
        grants.deny(grant.ref(), grant.expiresAt(), entry);
        yield true;
      }
      case JTI_MATCHER -> grants.endAll(account, new Ending.All(), Optional.empty(), entry) > 0;
      case NONE -> true;
    };
  }
}
