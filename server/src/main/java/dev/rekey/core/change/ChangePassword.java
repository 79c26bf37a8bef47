package dev.rekey.core.change;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.change.CurrentProof.Showing;
import dev.rekey.core.change.ProfileDesk.Decision;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.password.Hasher;
import dev.rekey.core.password.Password;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.proof.PasswordCheck;
import dev.rekey.core.store.Credentials;
import dev.rekey.core.store.Credentials.Swap;
import dev.rekey.core.token.Ending;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Issued;
import dev.rekey.core.visit.Language;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The owner, signed in, changes the password, and names and profile with it where the wire has them
 * in one request; every other session and token ends.
 */
public final class ChangePassword {

  private final CurrentProof proof;
  private final NewPassword newPassword;
  private final Hasher hasher;
  private final Credentials credentials;
  private final ProfileDesk desk;
  private final boolean endsOthers;
  private final InstantSource clock;

  /**
   * @param endsOthers whether every other session and token ends, on all wires; a mount whose
   *     document says otherwise may switch it off
   */
  public ChangePassword(
      PasswordCheck passwords,
      NewPassword newPassword,
      Hasher hasher,
      Credentials credentials,
      ProfileDesk desk,
      boolean endsOthers,
      InstantSource clock) {
    this.proof = new CurrentProof(passwords);
    this.newPassword = newPassword;
    this.hasher = hasher;
    this.credentials = credentials;
    this.desk = desk;
    this.endsOthers = endsOthers;
    this.clock = clock;
  }

  /**
   * What the owner wishes.
   *
   * @param current the current password as sent; empty when absent or null
   * @param demand when it has to be right
   * @param next what the password shall be, and its repetition
   * @param wishes what else shall be changed, in the same commit
   * @param renewal replaces the acting token by a fresh one; when empty the acting token survives
   */
  public record Command(
      Caller caller,
      Optional<Password> current,
      Demand demand,
      NewPassword.Wish next,
      Wishes wishes,
      Optional<Renewal> renewal,
      Visit visit) {

    /** The password alone. */
    public Command(
        Caller caller,
        Optional<Password> current,
        Demand demand,
        NewPassword.Wish next,
        Optional<Renewal> renewal,
        Visit visit) {
      this(caller, current, demand, next, Wishes.none(), renewal, visit);
    }
  }

  /** Makes the token that takes the acting one's place, for the account as the change leaves it. */
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

    /** Nothing was changed, for these reasons: about the names first, the current password last. */
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
    if (!command.caller().may(Capability.CHANGE_OWN_PASSWORD) || !mayWish(command)) {
      return new Outcome.NotAllowed();
    }
    Account account = command.caller().account();
    List<Violation> violations = new ArrayList<>(desk.judge(command.wishes(), account));
    violations.addAll(newPassword.judge(command.next(), account));
    if (command.demand() == Demand.IF_SET
        && violations.isEmpty()
        && !account.credential().passwordLogin()) {
      return new Outcome.PasswordLoginOff();
    }
    return prove(command, violations);
  }

  private static boolean mayWish(Command command) {
    return command.wishes().equals(Wishes.none())
        || command.caller().may(Capability.EDIT_OWN_PROFILE);
  }

  private Outcome prove(Command command, List<Violation> violations) {
    Showing showing =
        new Showing(command.caller(), command.current(), command.demand(), command.visit());
    return switch (proof.look(showing)) {
      case CurrentProof.Look.Clear(CurrentProof.Result result) ->
          weigh(result, violations, () -> inSlot(command, slot -> seal(command, slot)));
      case CurrentProof.Look.Open(Password current) ->
          inSlot(
              command,
              slot ->
                  weigh(
                      proof.verify(showing, current, slot), violations, () -> seal(command, slot)));
    };
  }

  private static Outcome weigh(
      CurrentProof.Result result, List<Violation> violations, Supplier<Outcome> change) {
    return switch (result) {
      case CurrentProof.Result.Shown _, CurrentProof.Result.NotAsked _ ->
          violations.isEmpty() ? change.get() : new Outcome.Refused(List.copyOf(violations));
      case CurrentProof.Result.Faulty(Violation violation) ->
          new Outcome.Refused(Stream.concat(violations.stream(), Stream.of(violation)).toList());
      case CurrentProof.Result.TooMany(Duration retryAfter) -> new Outcome.TooMany(retryAfter);
      case CurrentProof.Result.Overloaded(Duration retryAfter) ->
          new Outcome.Overloaded(retryAfter);
    };
  }

  /** One slot for all hashes of a change: who was let in for the first has the others as well. */
  private Outcome inSlot(Command command, Function<Hasher.Slot, Outcome> work) {
    return hasher.inSlot(
        command.visit().source(command.caller().account().id()), work, Outcome.Overloaded::new);
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
    Decision decision = desk.decide(command.wishes(), account, command.visit(), now);
    Account changed = decision.edit().applyTo(changed(account, hash, now), now);
    Optional<Issued> issued =
        command
            .renewal()
            .flatMap(renewal ->
                acting.map(grant -> renewal.renew(grant, changed, command.visit(), now)));
    Swap swap =
        new Swap(
            account.id(),
            account.credential().version(),
            hash,
            decision.edit(),
            Optional.empty(),
            decision.opened(),
            ending(acting, issued),
            issued.map(Issued::grant),
            AuditEntry.of(now, command.visit(), account.id(), new Event.PasswordChanged()),
            letters(decision, account, command.visit(), now),
            List.of());
    return switch (credentials.swap(swap)) {
      case DONE -> new Outcome.Changed(changed, issued);
      case OVERTAKEN -> new Outcome.Overtaken();
      case EMAIL_TAKEN -> new Outcome.Refused(List.of(new Violation.EmailTaken()));
      case USERNAME_TAKEN -> new Outcome.Refused(List.of(new Violation.UsernameTaken()));
    };
  }

  private Account changed(Account account, PasswordHash hash, Instant now) {
    Account changed = account.withPassword(hash, now);
    return endsOthers ? changed.withSessionsEnded(now) : changed;
  }

  private Ending ending(Optional<Grant> acting, Optional<Issued> issued) {
    if (!endsOthers) {
      return new Ending.None();
    }
    return issued.isPresent() ? new Ending.All() : Ending.allBut(acting.map(Grant::ref));
  }

  /** To the address that the account had, and whatever else is owed. */
  private static List<Letter> letters(
      Decision decision, Account account, Visit visit, Instant now) {
    Stream<Letter> notice =
        account.logins().email().stream()
            .map(to ->
                new Letter.PasswordChanged(to, account.logins().display(), now, visit.origin())
                    .in(Language.of(account.profile(), visit)));
    return Stream.concat(notice, decision.letters().stream()).toList();
  }
}
