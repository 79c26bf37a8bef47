package dev.rekey.core.reset;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Roles;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.letter.TicketOffice;
import dev.rekey.core.letter.TicketOffice.Renewal;
import dev.rekey.core.limit.Doorkeeper;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.AuditTrail;
import dev.rekey.core.store.Tickets;
import dev.rekey.core.token.Codes;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Somebody types the code of a reset letter instead of following its link: whoever types the right
 * one gets a fresh ticket, and the letter's link works no more.
 */
public final class TypeCode {

  /** Nobody has this id: the store is asked for a ticket all the same. */
  private static final AccountId NOBODY = new AccountId(-1);

  private final Accounts accounts;
  private final Tickets tickets;
  private final AuditTrail audit;
  private final Doorkeeper doorkeeper;
  private final Roles roles;
  private final TicketOffice office;
  private final Codes codes;
  private final InstantSource clock;

  public TypeCode(
      Accounts accounts,
      Tickets tickets,
      AuditTrail audit,
      Doorkeeper doorkeeper,
      Roles roles,
      TicketOffice office,
      Codes codes,
      InstantSource clock) {
    this.accounts = accounts;
    this.tickets = tickets;
    this.audit = audit;
    this.doorkeeper = doorkeeper;
    this.roles = roles;
    this.office = office;
    this.codes = codes;
    this.clock = clock;
  }

  /**
   * Whose code, and what was typed.
   *
   * @param name the address or name as typed
   */
  public record Command(String name, String code, Visit visit) {
    @Override
    public String toString() {
      return "TypeCode.Command[hidden]";
    }
  }

  /** What came of it. */
  public sealed interface Outcome {

    /**
     * It was the code, and opens no more.
     *
     * @param token of the ticket that took its place
     */
    record Right(String token) implements Outcome {
      @Override
      public String toString() {
        return "Right[hidden]";
      }
    }

    /**
     * The code is wrong, spent, outdated or too old, nobody is called so, or too many were typed
     * for that name: which of these, nobody is told.
     */
    record Wrong() implements Outcome {}

    /** This address typed too many, for whomever. */
    record TooMany(Duration retryAfter) implements Outcome {}
  }

  public Outcome handle(Command command) {
    if (!doorkeeper.mayTypeCodes(command.visit().origin())) {
      return new Outcome.TooMany(doorkeeper.letterWindow());
    }
    Optional<Account> account = accounts.findByLogin(command.visit().realm(), command.name());
    boolean within =
        doorkeeper.mayTypeCode(command.visit().realm(), account.map(Account::id), command.name());
    return recognised(account, command.code())
        .filter(_ -> within && account.filter(this::mayReset).isPresent())
        .flatMap(ticket -> renew(ticket, command))
        .orElseGet(() -> refuse(account.map(Account::id), command));
  }

  /** Whatever is missing, one ticket is looked for and one code is compared. */
  private Optional<Ticket> recognised(Optional<Account> account, String typed) {
    Instant now = clock.instant();
    Optional<Ticket> ticket =
        tickets.find(account.map(Account::id).orElse(NOBODY), Ticket.Purpose.RESET_PASSWORD);
    boolean matches =
        codes.matches(ticket.flatMap(Ticket::code).orElseGet(() -> TokenDigest.of("")), typed);
    return ticket.filter(one -> matches && one.code().isPresent() && !one.expired(now));
  }

  private boolean mayReset(Account account) {
    return !account.disabled() && roles.may(account, Capability.RESET_OWN_PASSWORD);
  }

  private Optional<Outcome> renew(Ticket ticket, Command command) {
    Renewal renewal = office.renew(ticket);
    AuditEntry entry = entry(Optional.of(ticket.account()), command, new Event.ResetCodeTyped());
    return tickets.renew(ticket.digest(), renewal.ticket(), entry)
        ? Optional.of(new Outcome.Right(renewal.token()))
        : Optional.empty();
  }

  private Outcome refuse(Optional<AccountId> about, Command command) {
    audit.write(entry(about, command, new Event.ResetCodeRefused()));
    return new Outcome.Wrong();
  }

  private AuditEntry entry(Optional<AccountId> about, Command command, Event event) {
    return new AuditEntry(clock.instant(), command.visit(), about, Optional.empty(), event);
  }
}
