package dev.rekey.core.session;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Handle;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.Grants;
import dev.rekey.core.token.Ending;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.core.visit.Visit;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The sessions and tokens of an account, on all wires: its owner, or a steward, sees and ends them.
 */
public final class Sessions {

  private final Accounts accounts;
  private final Grants grants;
  private final InstantSource clock;

  public Sessions(Accounts accounts, Grants grants, InstantSource clock) {
    this.accounts = accounts;
    this.grants = grants;
    this.clock = clock;
  }

  /**
   * Whose sessions, and what of them.
   *
   * @param whose empty for the caller's own
   */
  public record Command(Caller caller, Optional<Handle> whose, Wish wish, Visit visit) {}

  /** What somebody wants with sessions. */
  public sealed interface Wish {

    record See() implements Wish {}

    /** End the one of this name. */
    record End(String name) implements Wish {}

    /** End all but the one that acts. */
    record EndOthers() implements Wish {}

    record EndAll() implements Wish {}
  }

  /** What came of it. */
  public sealed interface Outcome {

    /** The sessions that there are, newest first. */
    record Seen(List<Session> sessions) implements Outcome {}

    /** Done, and on disk; so many ended. */
    record Ended(int count) implements Outcome {}

    record NoSuchSession() implements Outcome {}

    record NoSuchAccount() implements Outcome {}

    record NotAllowed() implements Outcome {}
  }

  /**
   * One session or token.
   *
   * @param name by which it can be ended; tells nothing of the token
   * @param acting whether it is the one that asks
   */
  public record Session(String name, Grant grant, boolean acting) {}

  public Outcome handle(Command command) {
    return command
        .whose()
        .filter(handle -> !command.caller().is(handle))
        .map(handle -> ofAnother(handle, command))
        .orElseGet(() -> of(command.caller().account(), command));
  }

  private Outcome ofAnother(Handle whose, Command command) {
    if (!command.caller().may(Capability.MANAGE_SESSIONS)) {
      return new Outcome.NotAllowed();
    }
    return accounts
        .find(command.visit().realm(), whose)
        .map(account -> of(account, command))
        .orElseGet(Outcome.NoSuchAccount::new);
  }

  private Outcome of(Account account, Command command) {
    return switch (command.wish()) {
      case Wish.See() -> new Outcome.Seen(sessions(account, command.caller()));
      case Wish.End(String name) -> end(name, account, command);
      case Wish.EndOthers() ->
          endAll(account, command, Ending.allBut(actingOn(account, command.caller())));
      case Wish.EndAll() -> endAll(account, command, new Ending.All());
    };
  }

  private List<Session> sessions(Account account, Caller caller) {
    Optional<Grant.Ref> acting = actingOn(account, caller);
    Function<Grant, Session> session =
        grant ->
            new Session(nameOf(grant.ref()), grant, acting.filter(grant.ref()::equals).isPresent());
    return grants.of(account.id(), clock.instant()).stream().map(session).toList();
  }

  private static Optional<Grant.Ref> actingOn(Account account, Caller caller) {
    return caller.grant().map(Grant::ref).filter(ref -> ref.account().equals(account.id()));
  }

  private Outcome end(String name, Account account, Command command) {
    return grants.of(account.id(), clock.instant()).stream()
        .filter(grant -> nameOf(grant.ref()).equals(name))
        .findFirst()
        .filter(grant -> end(grant, entry(account.id(), command)))
        .<Outcome>map(_ -> new Outcome.Ended(1))
        .orElseGet(Outcome.NoSuchSession::new);
  }

  /** A signed token may be believed without its row, where its mount keeps a list of the denied. */
  private boolean end(Grant grant, AuditEntry entry) {
    if (grant.ref().kind() == Grant.Kind.JWT) {
      grants.deny(grant.ref(), grant.expiresAt(), entry);
      return true;
    }
    return grants.end(grant.ref(), entry);
  }

  private Outcome endAll(Account account, Command command, Ending which) {
    return new Outcome.Ended(
        grants.endAll(account.id(), which, Optional.empty(), entry(account.id(), command)));
  }

  private AuditEntry entry(AccountId account, Command command) {
    AccountId by = command.caller().account().id();
    return new AuditEntry(
        clock.instant(),
        command.visit(),
        Optional.of(account),
        Optional.of(by).filter(one -> !one.equals(account)),
        new Event.SessionsEnded());
  }

  /** By which a session can be ended. The key of a grant may be what admits; its digest is not. */
  public static String nameOf(Grant.Ref ref) {
    return TokenDigest.of(ref.kind() + " " + ref.key()).hex().substring(0, 24);
  }
}
