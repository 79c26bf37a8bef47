package dev.rekey.core.audit;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.visit.Visit;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of the audit trail.
 *
 * @param about whose account it concerns; empty when the name was unknown
 * @param by who did it, when it was somebody else than the owner
 */
public record AuditEntry(
    Instant at, Visit visit, Optional<AccountId> about, Optional<AccountId> by, Event event) {

  /** What the owner, or somebody unknown at the owner's door, did. */
  public static AuditEntry of(Instant at, Visit visit, AccountId about, Event event) {
    return new AuditEntry(at, visit, Optional.of(about), Optional.empty(), event);
  }
}
