package dev.rekey.core.register;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.Accounts.Revision;
import dev.rekey.core.store.Sequel;
import dev.rekey.core.store.Tickets;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.core.visit.Visit;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Whoever reads an address's letters comes with its ticket: the address is the account's. The
 * ticket stays until its time, so that a second click is told so.
 */
public final class ConfirmEmail {

  private final Accounts accounts;
  private final Tickets tickets;
  private final InstantSource clock;

  public ConfirmEmail(Accounts accounts, Tickets tickets, InstantSource clock) {
    this.accounts = accounts;
    this.tickets = tickets;
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
      return "ConfirmEmail.Command[hidden]";
    }
  }

  /** What came of it. */
  public sealed interface Outcome {

    /** Done, and on disk. */
    record Confirmed(Account account) implements Outcome {}

    /** It was confirmed before; nothing was changed. */
    record AlreadyConfirmed(Account account) implements Outcome {}

    /** The pending address is another account's by now. */
    record Taken() implements Outcome {}

    record Refused(Violation.OfTicket violation) implements Outcome {}
  }

  public Outcome handle(Command command) {
    Optional<String> token = command.token().filter(text -> !text.isBlank());
    if (token.isEmpty()) {
      return new Outcome.Refused(new Violation.TicketBlank());
    }
    return tickets
        .find(TokenDigest.of(token.get()))
        .filter(ticket -> ticket.purpose() == Ticket.Purpose.CONFIRM_EMAIL)
        .map(ticket -> judge(ticket, command.visit()))
        .orElseGet(() -> new Outcome.Refused(new Violation.TicketInvalid()));
  }

  private Outcome judge(Ticket ticket, Visit visit) {
    return accounts
        .find(ticket.account())
        .filter(account -> account.realm().equals(visit.realm()) && !account.disabled())
        .map(account -> judge(ticket, account, visit))
        .orElseGet(() -> new Outcome.Refused(new Violation.TicketInvalid()));
  }

  private Outcome judge(Ticket ticket, Account account, Visit visit) {
    if (account.confirmation().confirmedAt().isPresent()
        && account.confirmation().pendingEmail().isEmpty()) {
      return new Outcome.AlreadyConfirmed(account);
    }
    return ticket.expired(clock.instant())
        ? new Outcome.Refused(new Violation.TicketExpired())
        : commit(account, visit);
  }

  private Outcome commit(Account account, Visit visit) {
    Instant now = clock.instant();
    Sequel sequel =
        Sequel.of(AuditEntry.of(now, visit, account.id(), new Event.EmailConfirmed()))
            .withLetters(notices(account, visit, now));
    AccountEdit edit = AccountEdit.none().withConfirmedAt(now);
    return switch (accounts.revise(account.id(), edit, sequel)) {
      case Revision.Revised(Account confirmed) -> new Outcome.Confirmed(confirmed);
      case Revision.Taken _ -> new Outcome.Taken();
      case Revision.TicketGone _, Revision.Gone _ ->
          new Outcome.Refused(new Violation.TicketInvalid());
    };
  }

  /** The address that gives way hears of it. */
  private static List<Letter> notices(Account account, Visit visit, Instant now) {
    return account
        .confirmation()
        .pendingEmail()
        .flatMap(_ -> account.logins().email())
        .<Letter>map(
            to -> new Letter.EmailChanged(to, account.logins().display(), now, visit.origin()))
        .stream()
        .toList();
  }
}
