package dev.rekey.core.delegation;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Capability;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.visit.Visit;
import java.time.Instant;
import java.util.Optional;

/** Somebody who may do something to an account's tokens: its owner, or a steward. */
final class Keeper {

  private Keeper() {}

  static boolean mayKeep(Caller caller, AccountId owner) {
    return isOwner(caller, owner) || caller.may(Capability.MANAGE_SESSIONS);
  }

  static boolean isOwner(Caller caller, AccountId owner) {
    return caller.account().id().equals(owner) && !caller.byTicket() && !caller.mustChange();
  }

  static AuditEntry entry(Instant now, Visit visit, AccountId owner, Caller by, Event event) {
    return new AuditEntry(
        now,
        visit,
        Optional.of(owner),
        Optional.of(by.account().id()).filter(id -> !id.equals(owner)),
        event);
  }
}
