package dev.rekey.core.store;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.token.TokenDigest;
import java.util.List;
import java.util.Optional;

/** The tickets that are out, by digest. */
public interface Tickets {

  Optional<Ticket> find(TokenDigest digest);

  /**
   * Stores the ticket in place of an older one of its purpose, the letters and the entry with it.
   */
  void open(Ticket ticket, List<Letter> letters, AuditEntry entry);

  /** The same with one letter. */
  default void open(Ticket ticket, Letter letter, AuditEntry entry) {
    open(ticket, List.of(letter), entry);
  }

  /** The account's ticket of this purpose, if one is out. */
  Optional<Ticket> find(AccountId account, Ticket.Purpose purpose);

  /**
   * Puts a ticket in the place of the one of this digest, and writes the entry down; false, and
   * nothing happened, when that one is not there any more.
   */
  boolean renew(TokenDigest old, Ticket fresh, AuditEntry entry);
}
