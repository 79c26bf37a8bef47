package dev.rekey.core.reset;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.limit.Doorkeeper;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.Accounts.Revision;
import dev.rekey.core.store.Sequel;
import dev.rekey.core.store.Tickets;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.core.visit.Visit;
import java.time.InstantSource;
import java.util.Optional;

/** The owner opens an account that others' failures have shut, with a letter's ticket, once. */
public final class Unlock {

  private final Accounts accounts;
  private final Tickets tickets;
  private final Doorkeeper doorkeeper;
  private final InstantSource clock;

  public Unlock(Accounts accounts, Tickets tickets, Doorkeeper doorkeeper, InstantSource clock) {
    this.accounts = accounts;
    this.tickets = tickets;
    this.doorkeeper = doorkeeper;
    this.clock = clock;
  }

  /**
   * The ticket.
   *
   * @param token as sent; empty when absent or null
   */
  public record Command(Optional<String> token, Visit visit) {
    @Override
    public String toString() {
      return "Unlock.Command[hidden]";
    }
  }

  /** What came of it. */
  public sealed interface Outcome {

    /** Done, and on disk: no failure stands against the account any more. */
    record Unlocked(Account account) implements Outcome {}

    record Refused(Violation.OfTicket violation) implements Outcome {}
  }

  public Outcome handle(Command command) {
    Optional<String> token = command.token().filter(text -> !text.isBlank());
    if (token.isEmpty()) {
      return new Outcome.Refused(new Violation.TicketBlank());
    }
    return tickets
        .find(TokenDigest.of(token.get()))
        .filter(ticket -> ticket.purpose() == Ticket.Purpose.UNLOCK)
        .map(ticket -> judge(ticket, command.visit()))
        .orElseGet(() -> new Outcome.Refused(new Violation.TicketInvalid()));
  }

  private Outcome judge(Ticket ticket, Visit visit) {
    if (ticket.expired(clock.instant())) {
      return new Outcome.Refused(new Violation.TicketExpired());
    }
    return accounts
        .find(ticket.account())
        .filter(account -> account.realm().equals(visit.realm()) && !account.disabled())
        .map(account -> commit(ticket, account, visit))
        .orElseGet(() -> new Outcome.Refused(new Violation.TicketInvalid()));
  }

  private Outcome commit(Ticket ticket, Account account, Visit visit) {
    AuditEntry entry = AuditEntry.of(clock.instant(), visit, account.id(), new Event.Unlocked());
    Sequel sequel =
        Sequel.of(entry)
            .withSpent(ticket.digest())
            .withForgiven(doorkeeper.countersOf(account.realm(), account.id()));
    return switch (accounts.revise(account.id(), AccountEdit.none(), sequel)) {
      case Revision.Revised(Account unlocked) -> new Outcome.Unlocked(unlocked);
      case Revision.TicketGone _, Revision.Gone _, Revision.Taken _ ->
          new Outcome.Refused(new Violation.TicketInvalid());
    };
  }
}
