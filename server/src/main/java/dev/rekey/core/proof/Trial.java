package dev.rekey.core.proof;

import dev.rekey.core.account.Account;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.visit.Visit;
import java.util.List;
import java.util.Optional;

/** What came of a password for which there is nothing here to compare it with. */
sealed interface Trial {

  /** It may not be tried now. */
  record Barred(PasswordCheck.Result result) implements Trial {}

  /**
   * It may be tried elsewhere, and the work of a check was done.
   *
   * @param account the one that waits for its first password, if there is one
   * @param sealed the password, for when it turns out to be right
   * @param counted the counters that a failure adds to
   * @param forgiven the counters that a success clears
   */
  record Unproven(
      Optional<Account> account,
      PasswordHash sealed,
      List<String> counted,
      List<String> forgiven,
      Visit visit)
      implements Trial {

    public Unproven {
      counted = List.copyOf(counted);
      forgiven = List.copyOf(forgiven);
    }
  }
}
