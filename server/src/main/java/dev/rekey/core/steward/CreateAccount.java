package dev.rekey.core.steward;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.NewAccount;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Role;
import dev.rekey.core.account.Roles;
import dev.rekey.core.account.WireIds;
import dev.rekey.core.password.Hasher;
import dev.rekey.core.password.Password;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.policy.EmailRule;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.policy.PasswordPolicy;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.Accounts.Creation;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A steward makes an account. */
public final class CreateAccount {

  private final Accounts accounts;
  private final NewPassword newPassword;
  private final Hasher hasher;
  private final Roles roles;
  private final InstantSource clock;

  public CreateAccount(
      Accounts accounts, NewPassword newPassword, Hasher hasher, Roles roles, InstantSource clock) {
    this.accounts = accounts;
    this.newPassword = newPassword;
    this.hasher = hasher;
    this.roles = roles;
    this.clock = clock;
  }

  /**
   * The account as wished.
   *
   * @param password the first one; none leaves the account without
   * @param passwordLogin whether a password may be used to sign in
   * @param ids numbers and hex ids to give instead of fresh ones
   */
  public record Command(
      Steward by,
      Logins logins,
      Role role,
      Profile profile,
      Optional<Password> password,
      boolean passwordLogin,
      Ids ids,
      Visit visit) {

    /** An account whose owner signs in with a password. */
    public Command(
        Steward by,
        Logins logins,
        Role role,
        Profile profile,
        Optional<Password> password,
        Ids ids,
        Visit visit) {
      this(by, logins, role, profile, password, true, ids, visit);
    }
  }

  /** Ids that must be kept, for accounts that had them elsewhere; fresh ones where empty. */
  public record Ids(Optional<Long> number, Optional<String> hex24, Optional<String> hex32) {

    public Ids {
      // Refuses what is no id on its wire; a zero stands in where none is given.
      WireIds _ =
          new WireIds(
              number.orElse(1L), hex24.orElse("0".repeat(24)), hex32.orElse("0".repeat(32)));
    }

    public static Ids fresh() {
      return new Ids(Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /** What came of it. */
  public sealed interface Outcome {

    record Created(Account account) implements Outcome {}

    /** A name or an id belongs to another account; {@code what} says which: email, username … */
    record Taken(String what) implements Outcome {}

    record NotAllowed() implements Outcome {}

    record UnknownRole() implements Outcome {}

    record Refused(List<Violation> violations) implements Outcome {}

    record Overloaded(Duration retryAfter) implements Outcome {}
  }

  public Outcome handle(Command command) {
    if (!command.by().may(Capability.CREATE_ACCOUNTS)) {
      return new Outcome.NotAllowed();
    }
    if (!roles.knows(command.role())) {
      return new Outcome.UnknownRole();
    }
    if (!mayGive(command.by(), command.role())) {
      return new Outcome.NotAllowed();
    }
    if (command.logins().email().filter(email -> !EmailRule.DEVISE.accepts(email)).isPresent()) {
      return new Outcome.Refused(List.of(new Violation.EmailMalformed()));
    }
    return command
        .password()
        .map(password -> createWith(command, password))
        .orElseGet(() -> create(command, Optional.empty()));
  }

  /** Whoever may not say what others may gives nobody more than the own. */
  private boolean mayGive(Steward by, Role role) {
    return by.may(Capability.SET_PRIVILEGES)
        || roles.capabilities().getOrDefault(role, Set.of()).stream().allMatch(by::may);
  }

  private Outcome createWith(Command command, Password password) {
    List<Violation> violations = newPassword.judge(NewPassword.Wish.of(password), bearer(command));
    if (!violations.isEmpty()) {
      return new Outcome.Refused(List.copyOf(violations));
    }
    return hasher.inSlot(
        command.by().source(command.visit()),
        slot -> create(command, Optional.of(slot.seal(password))),
        Outcome.Overloaded::new);
  }

  private static PasswordPolicy.Bearer bearer(Command command) {
    return new PasswordPolicy.Bearer(Account.wordsOf(command.logins(), command.profile()));
  }

  private Outcome create(Command command, Optional<PasswordHash> hash) {
    NewAccount draft =
        new NewAccount(
            command.visit().realm(),
            command.logins(),
            command.role(),
            command.profile(),
            hash,
            command.passwordLogin(),
            command.ids().number(),
            command.ids().hex24(),
            command.ids().hex32());
    return switch (accounts.create(
        draft, command.visit(), command.by().account(), clock.instant())) {
      case Creation.Created(Account account) -> new Outcome.Created(account);
      case Creation.Taken(String what) -> new Outcome.Taken(what);
    };
  }
}
