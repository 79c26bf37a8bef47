package dev.rekey.core.change;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.change.CurrentProof.Showing;
import dev.rekey.core.change.ProfileDesk.Decision;
import dev.rekey.core.password.Password;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.proof.PasswordCheck;
import dev.rekey.core.register.Names;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.Accounts.Revision;
import dev.rekey.core.store.Sequel;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The owner, signed in, changes names and profile, and leaves the password as it is. */
public final class ChangeProfile {

  private final Accounts accounts;
  private final CurrentProof proof;
  private final ProfileDesk desk;
  private final InstantSource clock;

  public ChangeProfile(
      Accounts accounts, PasswordCheck passwords, ProfileDesk desk, InstantSource clock) {
    this.accounts = accounts;
    this.proof = new CurrentProof(passwords);
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * What the owner wishes.
   *
   * @param current the current password as sent; empty when absent or null
   * @param demand when it has to be right
   */
  public record Command(
      Caller caller, Optional<Password> current, Demand demand, Wishes wishes, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** Done, and on disk. */
    record Changed(Account account) implements Outcome {}

    /** Nothing was changed, for these reasons: the current password last. */
    record Refused(List<Violation> violations) implements Outcome {}

    /** The role may not change its own account here. */
    record NotAllowed() implements Outcome {}

    /** The account was deleted meanwhile. */
    record Gone() implements Outcome {}

    record TooMany(Duration retryAfter) implements Outcome {}

    record Overloaded(Duration retryAfter) implements Outcome {}
  }

  public Outcome handle(Command command) {
    if (!command.caller().may(Capability.EDIT_OWN_PROFILE)) {
      return new Outcome.NotAllowed();
    }
    List<Violation> violations =
        new ArrayList<>(desk.judge(command.wishes(), command.caller().account()));
    Showing showing =
        new Showing(command.caller(), command.current(), command.demand(), command.visit());
    return switch (proof.of(showing)) {
      case CurrentProof.Result.Shown _, CurrentProof.Result.NotAsked _ ->
          decide(command, violations);
      case CurrentProof.Result.Faulty(Violation violation) -> {
        violations.add(violation);
        yield new Outcome.Refused(List.copyOf(violations));
      }
      case CurrentProof.Result.TooMany(Duration retryAfter) -> new Outcome.TooMany(retryAfter);
      case CurrentProof.Result.Overloaded(Duration retryAfter) ->
          new Outcome.Overloaded(retryAfter);
    };
  }

  private Outcome decide(Command command, List<Violation> violations) {
    return violations.isEmpty() ? commit(command) : new Outcome.Refused(List.copyOf(violations));
  }

  private Outcome commit(Command command) {
    Account account = command.caller().account();
    Instant now = clock.instant();
    Decision decision = desk.decide(command.wishes(), account, command.visit(), now);
    if (decision.edit().isNothing()) {
      return new Outcome.Changed(account);
    }
    return switch (accounts.revise(
        account.id(), decision.edit(), sequel(decision, account, command.visit(), now))) {
      case Revision.Revised(Account changed) -> new Outcome.Changed(changed);
      case Revision.Taken(String what) -> new Outcome.Refused(List.of(Names.taken(what)));
      case Revision.Gone _, Revision.TicketGone _, Revision.Overtaken _ -> new Outcome.Gone();
    };
  }

  private static Sequel sequel(Decision decision, Account account, Visit visit, Instant now) {
    Event event = new Event.AccountChanged(decision.changed());
    Sequel plain =
        Sequel.of(AuditEntry.of(now, visit, account.id(), event)).withLetters(decision.letters());
    Sequel sequel = decision.movesAddress() ? plain.withTicketsEnded() : plain;
    return decision.opened().map(sequel::withOpened).orElse(sequel);
  }
}
