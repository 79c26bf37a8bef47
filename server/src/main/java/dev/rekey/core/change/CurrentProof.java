package dev.rekey.core.change;

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

  /** What came of looking at it. */
  sealed interface Result {

    record Shown() implements Result {}

    record NotAsked() implements Result {}

    record Faulty(Violation violation) implements Result {}

    record TooMany(Duration retryAfter) implements Result {}

    record Overloaded(Duration retryAfter) implements Result {}
  }

  Result of(Showing showing) {
    return switch (showing.demand()) {
      case ALWAYS ->
          showing
              .current()
              .map(password -> verifyUnlessBlank(showing, password))
              .orElseGet(() -> new Result.Faulty(new Violation.CurrentBlank()));
      case IF_SENT ->
          showing
              .current()
              .map(password -> verifyUnlessBlank(showing, password))
              .orElseGet(Result.NotAsked::new);
      case IF_SET ->
          showing
              .current()
              .map(password -> verify(showing, password))
              .orElseGet(() -> withoutAny(showing.caller()));
    };
  }

  private static Result withoutAny(Caller caller) {
    return caller.account().credential().hash().isPresent()
        ? new Result.Faulty(new Violation.CurrentWrong())
        : new Result.NotAsked();
  }

  private Result verifyUnlessBlank(Showing showing, Password current) {
    return current.isBlank()
        ? new Result.Faulty(new Violation.CurrentBlank())
        : verify(showing, current);
  }

  private Result verify(Showing showing, Password current) {
    Caller caller = showing.caller();
    if (caller.password().filter(proven -> proven.sameAs(current)).isPresent()) {
      return new Result.Shown();
    }
    return switch (passwords.again(caller.account(), current, showing.visit())) {
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
