package dev.rekey.core.reset;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Roles;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.proof.TicketCheck;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.Tickets;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.visit.Visit;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Somebody, or something that reads letters before they do, opens a reset letter's link: says
 * whether a new password may be set with it, and changes nothing.
 */
public final class LookAtTicket {

  private final TicketCheck check;
  private final Roles roles;

  public LookAtTicket(Accounts accounts, Tickets tickets, Roles roles, InstantSource clock) {
    this.check = new TicketCheck(accounts, tickets, clock);
    this.roles = roles;
  }

  /**
   * The ticket.
   *
   * @param token as sent; empty when absent or null
   */
  public record Command(Optional<String> token, Visit visit) {
    @Override
    public String toString() {
      return "LookAtTicket.Command[hidden]";
    }
  }

  /** What came of it. */
  public sealed interface Outcome {

    /** It opens, and will until it is spent, outdated by a newer one, or too old. */
    record Good(Account account, Ticket ticket) implements Outcome {}

    record Refused(Violation.OfTicket violation) implements Outcome {}
  }

  public Outcome handle(Command command) {
    return switch (check.check(command.token(), Ticket.Purpose.RESET_PASSWORD, command.visit())) {
      case TicketCheck.Result.Wrong(Violation.OfTicket violation) -> new Outcome.Refused(violation);
      case TicketCheck.Result.TooOld(Account account) when mayReset(account) ->
          new Outcome.Refused(new Violation.TicketExpired());
      case TicketCheck.Result.Good(Account account, Ticket ticket) when mayReset(account) ->
          new Outcome.Good(account, ticket);
      case TicketCheck.Result.TooOld _, TicketCheck.Result.Good _ ->
          new Outcome.Refused(new Violation.TicketInvalid());
    };
  }

  private boolean mayReset(Account account) {
    return roles.may(account, Capability.RESET_OWN_PASSWORD);
  }
}
