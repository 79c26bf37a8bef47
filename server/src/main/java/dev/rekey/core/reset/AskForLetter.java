package dev.rekey.core.reset;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Roles;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.letter.TicketLink;
import dev.rekey.core.letter.TicketOffice;
import dev.rekey.core.letter.TicketOffice.Offer;
import dev.rekey.core.letter.TicketOffice.Reader;
import dev.rekey.core.letter.TicketOffice.Return;
import dev.rekey.core.limit.Doorkeeper;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.Alarms;
import dev.rekey.core.store.AuditTrail;
import dev.rekey.core.store.Tickets;
import dev.rekey.core.token.Ticket.Purpose;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Somebody wants a letter with a ticket: with a way back in, to confirm an address, or to open an
 * account that too many failures have shut.
 */
public final class AskForLetter {

  private final Accounts accounts;
  private final Tickets tickets;
  private final AuditTrail audit;
  private final Doorkeeper doorkeeper;
  private final Roles roles;
  private final TicketOffice office;
  private final Alarms alarms;
  private final InstantSource clock;

  /**
   * @param alarms know where the letters of a frozen account go
   */
  public AskForLetter(
      Accounts accounts,
      Tickets tickets,
      AuditTrail audit,
      Doorkeeper doorkeeper,
      Roles roles,
      TicketOffice office,
      Alarms alarms,
      InstantSource clock) {
    this.accounts = accounts;
    this.tickets = tickets;
    this.audit = audit;
    this.doorkeeper = doorkeeper;
    this.roles = roles;
    this.office = office;
    this.alarms = alarms;
    this.clock = clock;
  }

  /**
   * Who wants it, and what for.
   *
   * @param name the address or name as typed
   * @param link where the letter's link leads, on the configured public address
   * @param number what the page shows where the letter is asked for; the letter says it, and the
   *     page that its link opens
   */
  public record Command(
      Purpose purpose, String name, TicketLink link, Optional<String> number, Visit visit) {

    /** Asked for where there is no page. */
    public Command(Purpose purpose, String name, TicketLink link, Visit visit) {
      this(purpose, name, link, Optional.empty(), visit);
    }
  }

  /** What came of it. */
  public sealed interface Outcome {

    /**
     * If there is anybody who may have it, the letter is owed.
     *
     * @param known whether the name is an account's: to be told only where a wire's document does
     *     and its mount is set so
     */
    record Asked(boolean known) implements Outcome {}

    /** This address asked too often, for whomever. */
    record TooMany(Duration retryAfter) implements Outcome {}
  }

  public Outcome handle(Command command) {
    if (!doorkeeper.mayAskForLetters(command.visit().origin())) {
      return new Outcome.TooMany(doorkeeper.letterWindow());
    }
    Optional<Account> account = accounts.findByLogin(command.visit().realm(), command.name());
    boolean within =
        doorkeeper.mayWriteTo(command.visit().realm(), account.map(Account::id), command.name());
    account
        .filter(one -> within && mayHave(one, command.purpose()))
        .ifPresentOrElse(
            one -> post(one, command), () -> writeDown(account.map(Account::id), command));
    return new Outcome.Asked(account.isPresent());
  }

  private boolean mayHave(Account account, Purpose purpose) {
    return !account.disabled()
        && (!account.frozen() || hasWayBack(account, purpose))
        && addressOf(account, purpose).isPresent()
        && switch (purpose) {
          case RESET_PASSWORD -> roles.may(account, Capability.RESET_OWN_PASSWORD);
          case CONFIRM_EMAIL -> hasToConfirm(account);
          case UNLOCK -> roles.may(account, Capability.SIGN_IN);
        };
  }

  private boolean hasWayBack(Account account, Purpose purpose) {
    return purpose == Purpose.RESET_PASSWORD && !alarms.waysBack(account.id()).isEmpty();
  }

  private static boolean hasToConfirm(Account account) {
    return account.confirmation().confirmedAt().isEmpty()
        || account.confirmation().pendingEmail().isPresent();
  }

  /** What is to be confirmed is the address that is pending, if one is. */
  private static Optional<String> addressOf(Account account, Purpose purpose) {
    return switch (purpose) {
      case RESET_PASSWORD, UNLOCK -> account.logins().email();
      case CONFIRM_EMAIL ->
          account.confirmation().pendingEmail().or(() -> account.logins().email());
    };
  }

  private void post(Account account, Command command) {
    if (account.frozen()) {
      postWayBack(account, command);
    } else {
      postOffer(account, command);
    }
  }

  /** Wherever the account's address leads by now: who has it may be who it was frozen against. */
  private void postWayBack(Account account, Command command) {
    Instant now = clock.instant();
    Return back =
        office.wayBack(
            account, alarms.waysBack(account.id()), command.link(), command.visit(), now);
    tickets.open(
        back.ticket(),
        back.letters(),
        AuditEntry.of(now, command.visit(), account.id(), eventOf(command.purpose())));
  }

  private void postOffer(Account account, Command command) {
    Instant now = clock.instant();
    String to = addressOf(account, command.purpose()).orElseThrow();
    Reader reader = Reader.of(account, to, command.visit());
    Offer offer = office.offer(command.purpose(), reader, command.link(), command.number(), now);
    tickets.open(
        offer.ticket(),
        offer.letter(),
        AuditEntry.of(now, command.visit(), account.id(), eventOf(command.purpose())));
  }

  /** The same kind of commit for those who get no letter, so that the time tells nothing. */
  private void writeDown(Optional<AccountId> about, Command command) {
    audit.write(
        new AuditEntry(
            clock.instant(), command.visit(), about, Optional.empty(), eventOf(command.purpose())));
  }

  private static Event eventOf(Purpose purpose) {
    return switch (purpose) {
      case RESET_PASSWORD -> new Event.ResetRequested();
      case CONFIRM_EMAIL -> new Event.ConfirmationRequested();
      case UNLOCK -> new Event.UnlockRequested();
    };
  }
}
