package dev.rekey.mail;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.store.Tickets;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.token.TokenDigest;
import java.util.List;
import java.util.Optional;

/** Tickets whose letters the postman hears of as soon as they are committed. */
public record NudgingTickets(Tickets tickets, Runnable nudge) implements Tickets {

  @Override
  public Optional<Ticket> find(TokenDigest digest) {
    return tickets.find(digest);
  }

  @Override
  public void open(Ticket ticket, List<Letter> letters, AuditEntry entry) {
    tickets.open(ticket, letters, entry);
    nudge.run();
  }

  @Override
  public Optional<Ticket> find(AccountId account, Ticket.Purpose purpose) {
    return tickets.find(account, purpose);
  }

  @Override
  public boolean renew(TokenDigest old, Ticket fresh, AuditEntry entry) {
    return tickets.renew(old, fresh, entry);
  }
}
