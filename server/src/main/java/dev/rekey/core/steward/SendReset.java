package dev.rekey.core.steward;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Handle;
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
import dev.rekey.core.store.Tickets;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * A steward has a reset letter sent to an account's own address, and can neither set nor see a
 * password by it.
 */
public final class SendReset {

  private final Accounts accounts;
  private final Tickets tickets;
  private final Doorkeeper doorkeeper;
  private final Roles roles;
  private final TicketOffice office;
  private final Alarms alarms;
  private final InstantSource clock;

  /**
   * @param alarms know where the letters of a frozen account go
   */
  public SendReset(
      Accounts accounts,
      Tickets tickets,
      Doorkeeper doorkeeper,
      Roles roles,
      TicketOffice office,
      Alarms alarms,
      InstantSource clock) {
    this.accounts = accounts;
    this.tickets = tickets;
    this.doorkeeper = doorkeeper;
    this.roles = roles;
    this.office = office;
    this.alarms = alarms;
    this.clock = clock;
  }

  /** Whose way back in, where it leads, and who says so. */
  public record Command(Steward by, Handle whose, TicketLink link, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** The letter is owed. */
    record Sent() implements Outcome {}

    record NotAllowed() implements Outcome {}

    record NoSuchAccount() implements Outcome {}

    /** It is disabled, has no address, or its role may not reset its password. */
    record NotPossible() implements Outcome {}

    /** It got many such letters already. */
    record TooMany(Duration retryAfter) implements Outcome {}
  }

  public Outcome handle(Command command) {
    if (!command.by().may(Capability.SEND_RESETS)) {
      return new Outcome.NotAllowed();
    }
    return accounts
        .find(command.visit().realm(), command.whose())
        .map(account -> send(command, account))
        .orElseGet(Outcome.NoSuchAccount::new);
  }

  private Outcome send(Command command, Account account) {
    Optional<String> to = account.logins().email();
    if (to.isEmpty() || !mayComeBack(account)) {
      return new Outcome.NotPossible();
    }
    if (!doorkeeper.mayWriteTo(account.realm(), Optional.of(account.id()), "")) {
      return new Outcome.TooMany(doorkeeper.letterWindow());
    }
    post(command, account, to.get());
    return new Outcome.Sent();
  }

  private boolean mayComeBack(Account account) {
    return !account.disabled()
        && roles.may(account, Capability.RESET_OWN_PASSWORD)
        && (!account.frozen() || !alarms.waysBack(account.id()).isEmpty());
  }

  private void post(Command command, Account account, String to) {
    Instant now = clock.instant();
    Return reset =
        account.frozen() ? wayBack(command, account, now) : reset(command, account, to, now);
    tickets.open(
        reset.ticket(),
        reset.letters(),
        new AuditEntry(
            now,
            command.visit(),
            Optional.of(account.id()),
            command.by().account(),
            new Event.ResetSent()));
  }

  private Return wayBack(Command command, Account account, Instant now) {
    return office.wayBack(
        account, alarms.waysBack(account.id()), command.link(), command.visit(), now);
  }

  private Return reset(Command command, Account account, String to, Instant now) {
    Reader reader = Reader.of(account, to, command.visit());
    Offer offer = office.offer(Ticket.Purpose.RESET_PASSWORD, reader, command.link(), now);
    return new Return(offer.ticket(), List.of(offer.letter()));
  }
}
