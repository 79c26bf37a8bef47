package dev.rekey.core.incident;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.BulkTurn;
import dev.rekey.core.audit.Event;
import dev.rekey.core.bulk.BulkDeed;
import dev.rekey.core.bulk.Mandate;
import dev.rekey.core.visit.Visit;
import java.time.Instant;
import java.util.Optional;

/** The lines of the audit trail about a deed as a whole. */
final class Entries {

  private Entries() {}

  static AuditEntry of(
      BulkDeed deed, BulkTurn turn, Visit visit, Optional<AccountId> by, Instant now) {
    return new AuditEntry(now, visit, Optional.empty(), by, event(deed, turn));
  }

  private static Event event(BulkDeed deed, BulkTurn turn) {
    String approver =
        deed.decision()
            .flatMap(Mandate::by)
            .map(account -> Long.toString(account.value()))
            .orElse("");
    return new Event.BulkTurned(
        turn, Long.toString(deed.id()), deed.deed().text(), deed.target().text(), approver);
  }
}
