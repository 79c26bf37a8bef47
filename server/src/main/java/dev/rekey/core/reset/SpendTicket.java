package dev.rekey.core.reset;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Roles;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.limit.Doorkeeper;
import dev.rekey.core.password.Hasher;
import dev.rekey.core.password.Password;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.Credentials;
import dev.rekey.core.store.Credentials.Commit;
import dev.rekey.core.store.Credentials.Swap;
import dev.rekey.core.store.Tickets;
import dev.rekey.core.token.Ending;
import dev.rekey.core.token.Issued;
import dev.rekey.core.token.Issuer;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.visit.Language;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Somebody comes with a letter's ticket and sets a new password; the ticket opens once. */
public final class SpendTicket {

  private final LookAtTicket look;
  private final Credentials credentials;
  private final NewPassword newPassword;
  private final Hasher hasher;
  private final Doorkeeper doorkeeper;
  private final Roles roles;
  private final InstantSource clock;

  public SpendTicket(
      Accounts accounts,
      Tickets tickets,
      Credentials credentials,
      NewPassword newPassword,
      Hasher hasher,
      Doorkeeper doorkeeper,
      Roles roles,
      InstantSource clock) {
    this.look = new LookAtTicket(accounts, tickets, roles, clock);
    this.credentials = credentials;
    this.newPassword = newPassword;
    this.hasher = hasher;
    this.doorkeeper = doorkeeper;
    this.roles = roles;
    this.clock = clock;
  }

  /**
   * What is wished, on which ticket.
   *
   * @param token as sent; empty when absent or null
   * @param issuer signs the owner in afterwards, where the wire's document does
   * @param confirms whether the address counts as its owner's from now on: whoever has the ticket
   *     reads what is sent there
   */
  public record Command(
      Optional<String> token,
      NewPassword.Wish next,
      Optional<Issuer> issuer,
      boolean confirms,
      Visit visit) {

    /** Nothing but the password. */
    public Command(
        Optional<String> token, NewPassword.Wish next, Optional<Issuer> issuer, Visit visit) {
      this(token, next, issuer, false, visit);
    }

    @Override
    public String toString() {
      return "SpendTicket.Command[hidden]";
    }
  }

  /** What came of it. */
  public sealed interface Outcome {

    /** Done, and on disk; the ticket and every session are gone. */
    record Done(Account account, Optional<Issued> issued) implements Outcome {}

    /** Nothing was changed, and a good ticket stays good. */
    record Refused(List<Violation> violations) implements Outcome {}

    record Overloaded(Duration retryAfter) implements Outcome {}
  }

  public Outcome handle(Command command) {
    LookAtTicket.Command shown = new LookAtTicket.Command(command.token(), command.visit());
    return switch (look.handle(shown)) {
      case LookAtTicket.Outcome.Good(Account account, Ticket ticket) ->
          judge(command, ticket, account);
      case LookAtTicket.Outcome.Refused(Violation.OfTicket violation) -> refused(violation);
    };
  }

  private Outcome judge(Command command, Ticket ticket, Account account) {
    List<Violation> violations = newPassword.judge(command.next(), account);
    if (!violations.isEmpty()) {
      return new Outcome.Refused(List.copyOf(violations));
    }
    return hasher.inSlot(
        command.visit().source(account.id()),
        slot -> seal(command, ticket, account, slot),
        Outcome.Overloaded::new);
  }

  private Outcome seal(Command command, Ticket ticket, Account account, Hasher.Slot slot) {
    Password next = command.next().password().orElseThrow();
    if (newPassword.isCurrent(next, account, slot)) {
      return refused(new Violation.SameAsCurrent());
    }
    return commit(command, ticket, account, slot.seal(next));
  }

  private Outcome commit(Command command, Ticket ticket, Account account, PasswordHash hash) {
    Instant now = clock.instant();
    Visit visit = command.visit();
    Account changed = account.withPassword(hash, now).withSessionsEnded(now).thawed();
    Optional<Issued> issued =
        command
            .issuer()
            .filter(_ -> roles.may(account, Capability.SIGN_IN))
            .map(issuer -> issuer.issue(changed, visit, now));
    AccountEdit edit = command.confirms() ? confirmed(account, now) : AccountEdit.none();
    Swap swap =
        new Swap(
            account.id(),
            account.credential().version(),
            hash,
            edit,
            Optional.of(ticket.digest()),
            Optional.empty(),
            new Ending.All(),
            issued.map(Issued::grant),
            AuditEntry.of(now, visit, account.id(), new Event.PasswordReset()),
            notices(account, visit, now),
            doorkeeper.countersOf(account.realm(), account.id(), visit.origin()));
    return credentials.swap(swap) == Commit.DONE
        ? new Outcome.Done(edit.applyTo(changed, now), issued)
        : refused(new Violation.TicketInvalid());
  }

  /** The address that the letter went to; another one that is still pending is dropped. */
  private static AccountEdit confirmed(Account account, Instant now) {
    boolean settled =
        account.confirmation().confirmedAt().isPresent()
            && account.confirmation().pendingEmail().isEmpty();
    return account
        .logins()
        .email()
        .filter(_ -> !settled)
        .map(address -> AccountEdit.none().withEmail(address).withConfirmedAt(now))
        .orElseGet(AccountEdit::none);
  }

  private static List<Letter> notices(Account account, Visit visit, Instant now) {
    return account.logins().email().stream()
        .<Letter>map(to ->
            new Letter.ResetDone(to, account.logins().display(), now, visit.origin())
                .in(Language.of(account.profile(), visit)))
        .toList();
  }

  private static Outcome refused(Violation violation) {
    return new Outcome.Refused(List.of(violation));
  }
}
