package dev.rekey.core.change;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.password.Hasher;
import dev.rekey.core.password.Password;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.proof.PasswordCheck;
import dev.rekey.core.store.Credentials;
import dev.rekey.core.store.Credentials.Commit;
import dev.rekey.core.store.Credentials.Swap;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Issued;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The owner, signed in, changes the password; every other session and token ends with it. */
public final class ChangePassword {

  private final PasswordCheck passwords;
  private final NewPassword newPassword;
  private final Hasher hasher;
  private final Credentials credentials;
  private final InstantSource clock;

  public ChangePassword(
      PasswordCheck passwords,
      NewPassword newPassword,
      Hasher hasher,
      Credentials credentials,
      InstantSource clock) {
    this.passwords = passwords;
    this.newPassword = newPassword;
    this.hasher = hasher;
    this.credentials = credentials;
    this.clock = clock;
  }

  /**
   * What the owner wishes.
   *
   * @param current the current password as sent; empty when absent or null
   * @param demand when it has to be right
   * @param next what the password shall be, and its repetition
   * @param renewal replaces the acting token by a fresh one; when empty the acting token survives
   */
  public record Command(
      Caller caller,
      Optional<Password> current,
      Demand demand,
      NewPassword.Wish next,
      Optional<Renewal> renewal,
      Visit visit) {}

  /** When the current password has to be shown. */
  public enum Demand {
    /** Always. */
    ALWAYS,
    /** Only if it is sent at all. */
    IF_SENT,
    /** Exactly when the account has one: an account without a password must send none. */
    IF_SET
  }

  /** Makes the token that takes the acting one's place. */
  @FunctionalInterface
  public interface Renewal {
    Issued renew(Grant acting, Account account, Visit visit, Instant now);
  }

  /** What came of it. */
  public sealed interface Outcome {

    /**
     * Done, and on disk.
     *
     * @param issued the acting token's successor, where one was wished
     */
    record Changed(Account account, Optional<Issued> issued) implements Outcome {}

    /** Nothing was changed, for these reasons: about the password first, the current one last. */
    record Refused(List<Violation> violations) implements Outcome {}

    /** The role may not change its own password here. */
    record NotAllowed() implements Outcome {}

    /** The account has no password sign-in, so there is nothing to change. */
    record PasswordLoginOff() implements Outcome {}

    /** Another change was quicker; the current password shown is no longer the current one. */
    record Overtaken() implements Outcome {}

    record TooMany(Duration retryAfter) implements Outcome {}

    record Overloaded(Duration retryAfter) implements Outcome {}
  }

  public Outcome handle(Command command) {
    if (!command.caller().may(Capability.CHANGE_OWN_PASSWORD)) {
      return new Outcome.NotAllowed();
    }
    Account account = command.caller().account();
    List<Violation> violations = new ArrayList<>(newPassword.judge(command.next(), account));
    if (command.demand() == Demand.IF_SET
        && violations.isEmpty()
        && !account.credential().passwordLogin()) {
      return new Outcome.PasswordLoginOff();
    }
    return switch (proveCurrent(command)) {
      case Current.Shown() -> decide(command, violations);
      case Current.NotAsked() -> decide(command, violations);
      case Current.Faulty(Violation violation) -> {
        violations.add(violation);
        yield new Outcome.Refused(List.copyOf(violations));
      }
      case Current.TooMany(Duration retryAfter) -> new Outcome.TooMany(retryAfter);
      case Current.Overloaded(Duration retryAfter) -> new Outcome.Overloaded(retryAfter);
    };
  }

  /** What came of looking at the current password. */
  private sealed interface Current {
    record Shown() implements Current {}

    record NotAsked() implements Current {}

    record Faulty(Violation violation) implements Current {}

    record TooMany(Duration retryAfter) implements Current {}

    record Overloaded(Duration retryAfter) implements Current {}
  }

  private Current proveCurrent(Command command) {
    boolean hasPassword = command.caller().account().credential().hash().isPresent();
    return switch (command.demand()) {
      case ALWAYS ->
          command
              .current()
              .map(password -> verifyUnlessBlank(command, password))
              .orElseGet(() -> new Current.Faulty(new Violation.CurrentBlank()));
      case IF_SENT ->
          command
              .current()
              .map(password -> verifyUnlessBlank(command, password))
              .orElseGet(Current.NotAsked::new);
      case IF_SET -> {
        if (command.current().isEmpty()) {
          yield hasPassword
              ? new Current.Faulty(new Violation.CurrentWrong())
              : new Current.NotAsked();
        }
        yield verifyCurrent(command, command.current().get());
      }
    };
  }

  private Current verifyUnlessBlank(Command command, Password current) {
    return current.isBlank()
        ? new Current.Faulty(new Violation.CurrentBlank())
        : verifyCurrent(command, current);
  }

  private Current verifyCurrent(Command command, Password current) {
    Caller caller = command.caller();
    if (caller.password().filter(proven -> proven.sameAs(current)).isPresent()) {
      return new Current.Shown();
    }
    return switch (passwords.again(caller.account(), current, command.visit())) {
      case PasswordCheck.Result.Right(var _, var forgiven) -> {
        passwords.forgive(forgiven);
        yield new Current.Shown();
      }
      case PasswordCheck.Result.Wrong(var _) -> new Current.Faulty(new Violation.CurrentWrong());
      case PasswordCheck.Result.TooMany(var retryAfter) -> new Current.TooMany(retryAfter);
      case PasswordCheck.Result.Overloaded(var retryAfter) -> new Current.Overloaded(retryAfter);
    };
  }

  private Outcome decide(Command command, List<Violation> violations) {
    if (!violations.isEmpty()) {
      return new Outcome.Refused(List.copyOf(violations));
    }
    return hasher.inSlot(slot -> seal(command, slot), Outcome.Overloaded::new);
  }

  private Outcome seal(Command command, Hasher.Slot slot) {
    Account account = command.caller().account();
    Password next = command.next().password().orElseThrow();
    if (newPassword.isCurrent(next, account, slot)) {
      return new Outcome.Refused(List.of(new Violation.SameAsCurrent()));
    }
    return commit(command, slot.seal(next));
  }

  private Outcome commit(Command command, PasswordHash hash) {
    Account account = command.caller().account();
    Optional<Grant> acting = command.caller().grant();
    Instant now = clock.instant();
    Optional<Issued> issued =
        command
            .renewal()
            .flatMap(renewal ->
                acting.map(grant -> renewal.renew(grant, account, command.visit(), now)));
    Swap swap =
        new Swap(
            account.id(),
            account.credential().version(),
            hash,
            Optional.empty(),
            issued.isPresent() ? Optional.empty() : acting.map(Grant::ref),
            issued.map(Issued::grant),
            AuditEntry.of(now, command.visit(), account.id(), new Event.PasswordChanged()),
            notices(account, command.visit(), now),
            List.of());
    return credentials.swap(swap) == Commit.DONE
        ? new Outcome.Changed(account.withPassword(hash, now), issued)
        : new Outcome.Overtaken();
  }

  private static List<Letter> notices(Account account, Visit visit, Instant now) {
    return account.logins().email().stream()
        .<Letter>map(
            to -> new Letter.PasswordChanged(to, account.logins().display(), now, visit.origin()))
        .toList();
  }
}
