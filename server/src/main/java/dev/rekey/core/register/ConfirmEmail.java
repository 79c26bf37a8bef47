package dev.rekey.core.register;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.proof.TicketCheck;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.Accounts.Revision;
import dev.rekey.core.store.Sequel;
import dev.rekey.core.store.Tickets;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.visit.Language;
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
  private final TicketCheck check;
  private final InstantSource clock;

  public ConfirmEmail(Accounts accounts, Tickets tickets, InstantSource clock) {
    this.accounts = accounts;
    this.check = new TicketCheck(accounts, tickets, clock);
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
    return switch (check.check(command.token(), Ticket.Purpose.CONFIRM_EMAIL, command.visit())) {
      case TicketCheck.Result.Wrong(Violation.OfTicket violation) -> new Outcome.Refused(violation);
      case TicketCheck.Result.TooOld(Account account) ->
          isDone(account)
              ? new Outcome.AlreadyConfirmed(account)
              : new Outcome.Refused(new Violation.TicketExpired());
      case TicketCheck.Result.Good(Account account, Ticket _) ->
          isDone(account)
              ? new Outcome.AlreadyConfirmed(account)
              : commit(account, command.visit());
    };
  }

  private static boolean isDone(Account account) {
    return account.confirmation().confirmedAt().isPresent()
        && account.confirmation().pendingEmail().isEmpty();
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
      case Revision.TicketGone _, Revision.Gone _, Revision.Overtaken _ ->
          new Outcome.Refused(new Violation.TicketInvalid());
    };
  }

  /** The address that gives way hears of it. */
  private static List<Letter> notices(Account account, Visit visit, Instant now) {
    return account
        .confirmation()
        .pendingEmail()
        .flatMap(_ -> account.logins().email())
        .<Letter>map(to ->
            new Letter.EmailChanged(to, account.logins().display(), now, visit.origin())
                .in(Language.of(account.profile(), visit)))
        .stream()
        .toList();
  }
}
