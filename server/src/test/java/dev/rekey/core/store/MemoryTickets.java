package dev.rekey.core.store;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.token.TokenDigest;
import java.util.List;
import java.util.Optional;

/** Tickets in memory. */
final class MemoryTickets implements Tickets {

  private final Memory memory;

  MemoryTickets(Memory memory) {
    this.memory = memory;
  }

  @Override
  public Optional<Ticket> find(TokenDigest digest) {
    return memory.alone(
        () -> memory.tickets.stream().filter(one -> one.digest().equals(digest)).findFirst());
  }

  @Override
  public void open(Ticket ticket, List<Letter> letters, AuditEntry entry) {
    memory.alone(() -> {
      if (memory.find(ticket.account()).isPresent()) {
        memory.put(ticket);
        memory.trail.add(entry);
        letters.forEach(letter -> memory.post(letter, entry.at()));
      }
    });
  }

  @Override
  public Optional<Ticket> find(AccountId account, Ticket.Purpose purpose) {
    return memory.alone(() ->
        memory.tickets.stream()
            .filter(one -> one.account().equals(account) && one.purpose() == purpose)
            .findFirst());
  }

  @Override
  public boolean renew(TokenDigest old, Ticket fresh, AuditEntry entry) {
    return memory.alone(() -> {
      if (!memory.holds(fresh.account(), old)) {
        return false;
      }
      memory.tickets.removeIf(one -> one.digest().equals(old));
      memory.put(fresh);
      memory.trail.add(entry);
      return true;
    });
  }
}
