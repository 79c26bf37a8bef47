package dev.rekey.core.change;

import dev.rekey.core.account.Account;
import dev.rekey.core.limit.Doorkeeper;
import dev.rekey.core.password.Password;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.policy.PasswordPolicy;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says what is wrong with a password before somebody chooses it. No account is touched, and whether
 * it is the current one is not looked at: that would be a way to guess it.
 */
public final class JudgePassword {

  private final NewPassword newPassword;
  private final Doorkeeper doorkeeper;

  public JudgePassword(NewPassword newPassword, Doorkeeper doorkeeper) {
    this.newPassword = newPassword;
    this.doorkeeper = doorkeeper;
  }

  /**
   * What is to be judged.
   *
   * @param caller whose own words it must not be made of, if somebody is signed in
   * @param words of whoever is to have it, beside those
   */
  public record Command(
      Optional<Caller> caller, List<String> words, Password password, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** Everything that is wrong with it; nothing when it would do. */
    record Judged(List<Violation> violations) implements Outcome {}

    /** This address had many judged already. */
    record TooMany(Duration retryAfter) implements Outcome {}
  }

  public Outcome handle(Command command) {
    return doorkeeper.mayCheckPasswords(command.visit().origin())
        ? new Outcome.Judged(judge(command))
        : new Outcome.TooMany(doorkeeper.letterWindow());
  }

  private List<Violation> judge(Command command) {
    NewPassword.Wish wish = NewPassword.Wish.of(command.password());
    return List.copyOf(newPassword.judge(wish, bearer(command)));
  }

  private static PasswordPolicy.Bearer bearer(Command command) {
    Stream<String> own =
        command.caller().map(Caller::account).map(Account::ownWords).stream().flatMap(List::stream);
    return new PasswordPolicy.Bearer(Stream.concat(own, command.words().stream()).toList());
  }
}
