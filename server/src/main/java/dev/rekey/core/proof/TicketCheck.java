package dev.rekey.core.proof;

import dev.rekey.core.account.Account;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.Tickets;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.core.visit.Visit;
import java.time.InstantSource;
import java.util.Optional;

/** Finds out whose ticket somebody shows, and changes nothing. */
public final class TicketCheck {

  private final Accounts accounts;
  private final Tickets tickets;
  private final InstantSource clock;

  public TicketCheck(Accounts accounts, Tickets tickets, InstantSource clock) {
    this.accounts = accounts;
    this.tickets = tickets;
    this.clock = clock;
  }

  /** What a ticket turned out to be. */
  public sealed interface Result {

    record Good(Account account, Ticket ticket) implements Result {}

    /** It was good once. */
    record TooOld(Account account) implements Result {}

    /** None was shown, or it is unknown, spent, of another purpose, realm or a disabled account. */
    record Wrong(Violation.OfTicket violation) implements Result {}
  }

  /**
   * What comes of a ticket that is to be good for this.
   *
   * @param token as sent; empty when absent or null
   */
  public Result check(Optional<String> token, Ticket.Purpose purpose, Visit visit) {
    if (token.filter(text -> !text.isBlank()).isEmpty()) {
      return new Result.Wrong(new Violation.TicketBlank());
    }
    return tickets
        .find(TokenDigest.of(token.get()))
        .filter(ticket -> ticket.purpose() == purpose)
        .flatMap(ticket -> holderOf(ticket, visit).map(account -> judge(account, ticket)))
        .orElseGet(() -> new Result.Wrong(new Violation.TicketInvalid()));
  }

  private Optional<Account> holderOf(Ticket ticket, Visit visit) {
    return accounts
        .find(ticket.account())
        .filter(account -> account.realm().equals(visit.realm()) && !account.disabled());
  }

  private Result judge(Account account, Ticket ticket) {
    return ticket.expired(clock.instant())
        ? new Result.TooOld(account)
        : new Result.Good(account, ticket);
  }
}
