package dev.rekey.store;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.store.Sequel;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Does what follows from a change of an account, inside the transaction of the change. */
final class Finisher {

  private final SqlOutbox outbox;

  Finisher(SqlOutbox outbox) {
    this.outbox = outbox;
  }

  /** All of it but the ticket that is spent, which is a condition and comes first. */
  void finish(Handle handle, AccountId account, Sequel sequel) {
    Instant at = sequel.entry().at();
    GrantRows.end(handle, account, sequel.ending(), at);
    if (sequel.ticketsEnd()) {
      SqlTickets.endAll(handle, account);
    }
    sequel.opened().ifPresent(ticket -> SqlTickets.put(handle, ticket));
    tell(handle, sequel);
    SqlAttempts.clear(handle, sequel.forgiven(), at);
  }

  /** Writes it down, and to whom it may concern. */
  void tell(Handle handle, Sequel sequel) {
    SqlAuditTrail.append(handle, sequel.entry());
    sequel.letters().forEach(letter -> outbox.post(handle, letter, sequel.entry().at()));
  }
}
