package dev.rekey.core.reset;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.limit.Doorkeeper;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.proof.TicketCheck;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.Accounts.Revision;
import dev.rekey.core.store.Sequel;
import dev.rekey.core.store.Tickets;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.visit.Visit;
import java.time.InstantSource;
import java.util.Optional;

/** The owner opens an account that others' failures have shut, with a letter's ticket, once. */
public final class Unlock {

  private final Accounts accounts;
  private final TicketCheck check;
  private final Doorkeeper doorkeeper;
  private final InstantSource clock;

  public Unlock(Accounts accounts, Tickets tickets, Doorkeeper doorkeeper, InstantSource clock) {
    this.accounts = accounts;
    this.check = new TicketCheck(accounts, tickets, clock);
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
    return switch (check.check(command.token(), Ticket.Purpose.UNLOCK, command.visit())) {
      case TicketCheck.Result.Wrong(Violation.OfTicket violation) -> new Outcome.Refused(violation);
      case TicketCheck.Result.TooOld _ -> new Outcome.Refused(new Violation.TicketExpired());
      case TicketCheck.Result.Good(Account account, Ticket ticket) ->
          commit(ticket, account, command.visit());
    };
  }

  private Outcome commit(Ticket ticket, Account account, Visit visit) {
    AuditEntry entry = AuditEntry.of(clock.instant(), visit, account.id(), new Event.Unlocked());
    Sequel sequel =
        Sequel.of(entry)
            .withSpent(ticket.digest())
            .withForgiven(doorkeeper.countersOf(account.realm(), account.id()));
    return switch (accounts.revise(account.id(), AccountEdit.none(), sequel)) {
      case Revision.Revised(Account unlocked) -> new Outcome.Unlocked(unlocked);
      case Revision.TicketGone _, Revision.Gone _, Revision.Taken _, Revision.Overtaken _ ->
          new Outcome.Refused(new Violation.TicketInvalid());
    };
  }
}
