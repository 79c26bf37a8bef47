package dev.rekey.core.reset;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Roles;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.limit.Doorkeeper;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.AuditTrail;
import dev.rekey.core.store.Tickets;
import dev.rekey.core.token.Mint;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Somebody says to have forgotten a password and wants a letter with a way back in. */
public final class AskForReset {

  /** 144 random bits, 24 characters. */
  private static final int TOKEN_BYTES = 18;

  private final Accounts accounts;
  private final Tickets tickets;
  private final AuditTrail audit;
  private final Doorkeeper doorkeeper;
  private final Roles roles;
  private final Mint mint;
  private final Duration lifetime;
  private final InstantSource clock;

  /**
   * @param lifetime for how long a ticket opens
   */
  public AskForReset(
      Accounts accounts,
      Tickets tickets,
      AuditTrail audit,
      Doorkeeper doorkeeper,
      Roles roles,
      Mint mint,
      Duration lifetime,
      InstantSource clock) {
    this.accounts = accounts;
    this.tickets = tickets;
    this.audit = audit;
    this.doorkeeper = doorkeeper;
    this.roles = roles;
    this.mint = mint;
    this.lifetime = lifetime;
    this.clock = clock;
  }

  /**
   * Whose password is forgotten.
   *
   * @param name the address or name as typed
   * @param link where the letter's link leads, on the configured public address
   */
  public record Command(String name, ResetLink link, Visit visit) {}

  /** What came of it; whether a letter leaves is for its reader alone to know. */
  public sealed interface Outcome {

    record Asked() implements Outcome {}

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
        .filter(one -> within && mayReset(one))
        .ifPresentOrElse(
            one -> post(one, command), () -> writeDown(account.map(Account::id), command.visit()));
    return new Outcome.Asked();
  }

  private boolean mayReset(Account account) {
    return !account.disabled()
        && account.logins().email().isPresent()
        && roles.may(account.role(), Capability.RESET_OWN_PASSWORD);
  }

  private void post(Account account, Command command) {
    Instant now = clock.instant();
    String token = mint.token(TOKEN_BYTES);
    Ticket ticket =
        new Ticket(
            account.id(),
            Ticket.Purpose.RESET_PASSWORD,
            TokenDigest.of(token),
            now,
            now.plus(lifetime));
    Letter letter =
        new Letter.ResetLink(
            account.logins().email().orElseThrow(),
            account.logins().display(),
            command.link().with(token),
            ticket.expiresAt());
    tickets.open(
        ticket,
        letter,
        AuditEntry.of(now, command.visit(), account.id(), new Event.ResetRequested()));
  }

  /** The same kind of commit for those who get no letter, so that the time tells nothing. */
  private void writeDown(Optional<AccountId> about, Visit visit) {
    audit.write(
        new AuditEntry(
            clock.instant(), visit, about, Optional.empty(), new Event.ResetRequested()));
  }
}
