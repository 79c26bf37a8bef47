package dev.rekey.core.reset;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Roles;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.Tickets;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.core.visit.Visit;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Somebody, or something that reads letters before they do, opens a reset letter's link: says
 * whether a new password may be set with it, and changes nothing.
 */
public final class LookAtTicket {

  private final Accounts accounts;
  private final Tickets tickets;
  private final Roles roles;
  private final InstantSource clock;

  public LookAtTicket(Accounts accounts, Tickets tickets, Roles roles, InstantSource clock) {
    this.accounts = accounts;
    this.tickets = tickets;
    this.roles = roles;
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
    Optional<String> token = command.token().filter(text -> !text.isBlank());
    if (token.isEmpty()) {
      return new Outcome.Refused(new Violation.TicketBlank());
    }
    return tickets
        .find(TokenDigest.of(token.get()))
        .filter(ticket -> ticket.purpose() == Ticket.Purpose.RESET_PASSWORD)
        .flatMap(ticket -> holderOf(ticket, command.visit()).map(one -> judge(one, ticket)))
        .orElseGet(() -> new Outcome.Refused(new Violation.TicketInvalid()));
  }

  private Optional<Account> holderOf(Ticket ticket, Visit visit) {
    return accounts
        .find(ticket.account())
        .filter(account -> account.realm().equals(visit.realm()) && !account.disabled())
        .filter(account -> roles.may(account, Capability.RESET_OWN_PASSWORD));
  }

  private Outcome judge(Account account, Ticket ticket) {
    return ticket.expired(clock.instant())
        ? new Outcome.Refused(new Violation.TicketExpired())
        : new Outcome.Good(account, ticket);
  }
}
