package dev.rekey.core.change;

import dev.rekey.core.password.Hasher;
import dev.rekey.core.password.Password;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.proof.PasswordCheck;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.util.Optional;

/** Looks at the current password that somebody who is signed in shows once more. */
final class CurrentProof {

  private final PasswordCheck passwords;

  CurrentProof(PasswordCheck passwords) {
    this.passwords = passwords;
  }

  /** Who shows what, and when it has to be right. */
  record Showing(Caller caller, Optional<Password> current, Demand demand, Visit visit) {}

  /** What can be said before anything is hashed. */
  sealed interface Look {

    /** All there is to say. */
    record Clear(Result result) implements Look {}

    /** Only a hash can tell. */
    record Open(Password current) implements Look {}
  }

  /** What came of looking at it. */
  sealed interface Result {

    record Shown() implements Result {}

    record NotAsked() implements Result {}

    record Faulty(Violation violation) implements Result {}

    record TooMany(Duration retryAfter) implements Result {}

    record Overloaded(Duration retryAfter) implements Result {}
  }

  Look look(Showing showing) {
    return switch (showing.demand()) {
      case ALWAYS ->
          showing
              .current()
              .map(password -> unlessBlank(showing, password))
              .orElseGet(() -> faulty(new Violation.CurrentBlank()));
      case IF_SENT ->
          showing
              .current()
              .map(password -> unlessBlank(showing, password))
              .orElseGet(() -> new Look.Clear(new Result.NotAsked()));
      case IF_SET ->
          showing
              .current()
              .map(password -> unlessProven(showing, password))
              .orElseGet(() -> withoutAny(showing.caller()));
    };
  }

  /** Looks, and verifies in a slot of its own. */
  Result of(Showing showing) {
    return switch (look(showing)) {
      case Look.Clear(Result result) -> result;
      case Look.Open(Password current) ->
          result(passwords.again(showing.caller().account(), current, showing.visit()));
    };
  }

  /** What a look left open, in a slot that is used for more. */
  Result verify(Showing showing, Password current, Hasher.Slot slot) {
    return result(passwords.again(showing.caller().account(), current, showing.visit(), slot));
  }

  private static Look withoutAny(Caller caller) {
    return caller.account().credential().hash().isPresent()
        ? faulty(new Violation.CurrentWrong())
        : new Look.Clear(new Result.NotAsked());
  }

  private static Look unlessBlank(Showing showing, Password current) {
    return current.isBlank()
        ? faulty(new Violation.CurrentBlank())
        : unlessProven(showing, current);
  }

  private static Look unlessProven(Showing showing, Password current) {
    return showing.caller().password().filter(proven -> proven.sameAs(current)).isPresent()
        ? new Look.Clear(new Result.Shown())
        : new Look.Open(current);
  }

  private static Look faulty(Violation violation) {
    return new Look.Clear(new Result.Faulty(violation));
  }

  private Result result(PasswordCheck.Result checked) {
    return switch (checked) {
      case PasswordCheck.Result.Right(var _, var forgiven) -> {
        passwords.forgive(forgiven);
        yield new Result.Shown();
      }
      case PasswordCheck.Result.Wrong(var _) -> new Result.Faulty(new Violation.CurrentWrong());
      case PasswordCheck.Result.TooMany(var retryAfter, var _) -> new Result.TooMany(retryAfter);
      case PasswordCheck.Result.Overloaded(var retryAfter) -> new Result.Overloaded(retryAfter);
    };
  }
}
