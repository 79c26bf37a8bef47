package dev.rekey.core.secretary;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.visit.Visit;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Knows the time, in the store's milliseconds, and words what is written down. */
final class Ledger {

  private final InstantSource clock;

  Ledger(InstantSource clock) {
    this.clock = clock;
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** What concerns no account. */
  AuditEntry entry(Caller by, Visit visit, Event event) {
    return new AuditEntry(now(), visit, Optional.empty(), Optional.of(by.account().id()), event);
  }

  /** What concerns an account, which may be the caller's own. */
  AuditEntry entryAbout(AccountId about, Caller by, Visit visit, Event event) {
    Optional<AccountId> another = Optional.of(by.account().id()).filter(id -> !id.equals(about));
    return new AuditEntry(now(), visit, Optional.of(about), another, event);
  }

  /** A group was made, changed or deleted. */
  AuditEntry groupsChanged(AccountId owner, Caller by, Visit visit) {
    return entryAbout(owner, by, visit, new Event.AccountChanged(List.of("children_groups")));
  }
}
