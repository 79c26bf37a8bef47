package dev.rekey.core.proof;

import dev.rekey.core.account.Account;
import dev.rekey.core.password.Password;
import dev.rekey.core.store.Adoptions;
import dev.rekey.core.token.Issued;
import dev.rekey.core.visit.Visit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Checks name and password at a mount: against the account, and where there is none with a
 * password, by the old system that the mount may have behind it.
 */
public final class NameCheck {

  private final PasswordCheck passwords;
  private final Optional<Adopter> adopter;

  /**
   * @param adopter asks the old system; empty where none is to be asked
   */
  public NameCheck(PasswordCheck passwords, Optional<Adopter> adopter) {
    this.passwords = passwords;
    this.adopter = adopter;
  }

  /** One with no old system behind it. */
  public NameCheck(PasswordCheck passwords) {
    this(passwords, Optional.empty());
  }

  /** What came of it. */
  public sealed interface Outcome {

    record Checked(PasswordCheck.Result result) implements Outcome {}

    /**
     * The old system vouched for it: the account is here from now on, with all that it begins with.
     *
     * @param issued the session; empty where it begins without one
     */
    record Adopted(Account account, Optional<Issued> issued) implements Outcome {}
  }

  /**
   * Checks them as somebody typed them.
   *
   * @param opening what an account begins with that is adopted now; pure, asked inside the commit
   */
  public Outcome check(
      String name,
      Password password,
      Visit visit,
      Function<Account, Optional<Adoptions.Opening>> opening) {
    return adopter
        .flatMap(one -> one.receive(new Adopter.Asked(name, password, visit, opening)))
        .orElseGet(() -> new Outcome.Checked(passwords.byName(name, password, visit)));
  }

  void forgive(List<String> counters) {
    passwords.forgive(counters);
  }
}
