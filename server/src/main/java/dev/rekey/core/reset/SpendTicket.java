package dev.rekey.core.reset;

import dev.rekey.core.account.Account;
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
import dev.rekey.core.token.Issued;
import dev.rekey.core.token.Issuer;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Somebody comes with a letter's ticket and sets a new password; the ticket opens once. */
public final class SpendTicket {

  private final Accounts accounts;
  private final Tickets tickets;
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
    this.accounts = accounts;
    this.tickets = tickets;
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
   */
  public record Command(
      Optional<String> token, NewPassword.Wish next, Optional<Issuer> issuer, Visit visit) {

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
    Optional<String> token = command.token().filter(text -> !text.isBlank());
    if (token.isEmpty()) {
      return refused(new Violation.TicketBlank());
    }
    Optional<Ticket> ticket = tickets.find(TokenDigest.of(token.get()));
    Optional<Account> account = ticket.flatMap(one -> holderOf(one, command.visit()));
    if (ticket.isEmpty() || account.isEmpty()) {
      return refused(new Violation.TicketInvalid());
    }
    if (ticket.get().expired(clock.instant())) {
      return refused(new Violation.TicketExpired());
    }
    return judge(command, ticket.get(), account.get());
  }

  private Optional<Account> holderOf(Ticket ticket, Visit visit) {
    return accounts
        .find(ticket.account())
        .filter(account -> account.realm().equals(visit.realm()) && !account.disabled())
        .filter(account -> roles.may(account.role(), Capability.RESET_OWN_PASSWORD));
  }

  private Outcome judge(Command command, Ticket ticket, Account account) {
    List<Violation> violations = newPassword.judge(command.next(), account);
    if (!violations.isEmpty()) {
      return new Outcome.Refused(List.copyOf(violations));
    }
    return hasher.inSlot(slot -> seal(command, ticket, account, slot), Outcome.Overloaded::new);
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
    Account changed = account.withPassword(hash, now);
    Optional<Issued> issued =
        command
            .issuer()
            .filter(_ -> roles.may(account.role(), Capability.SIGN_IN))
            .map(issuer -> issuer.issue(changed, visit, now));
    Swap swap =
        new Swap(
            account.id(),
            account.credential().version(),
            hash,
            Optional.of(ticket.digest()),
            Optional.empty(),
            issued.map(Issued::grant),
            AuditEntry.of(now, visit, account.id(), new Event.PasswordReset()),
            notices(account, visit, now),
            doorkeeper.countersOf(account.realm(), account.id(), visit.origin()));
    return credentials.swap(swap) == Commit.DONE
        ? new Outcome.Done(changed, issued)
        : refused(new Violation.TicketInvalid());
  }

  private static List<Letter> notices(Account account, Visit visit, Instant now) {
    return account.logins().email().stream()
        .<Letter>map(
            to -> new Letter.ResetDone(to, account.logins().display(), now, visit.origin()))
        .toList();
  }

  private static Outcome refused(Violation violation) {
    return new Outcome.Refused(List.of(violation));
  }
}
