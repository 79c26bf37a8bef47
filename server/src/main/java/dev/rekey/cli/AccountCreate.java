package dev.rekey.cli;

import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Role;
import dev.rekey.core.password.Password;
import dev.rekey.core.steward.CreateAccount;
import dev.rekey.core.steward.Steward;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rekey account create}. */
@Command(
    name = "create",
    description =
        "Creates an account. The password is the first line of standard input; where that is empty,"
            + " one is generated and printed once.",
    mixinStandardHelpOptions = true)
final class AccountCreate extends AccountWork {

  @Mixin private PasswordInput input = new PasswordInput();

  @Mixin private Identity identity = new Identity();

  @Option(names = "--no-password", description = "The account gets none for now.")
  private boolean noPassword;

  AccountCreate(Premises.Opener opener) {
    super(opener);
  }

  @Override
  void work(Premises premises) {
    Function<Optional<Password>, CreateAccount.Command> command = command();
    Optional<PasswordInput.Chosen> chosen =
        noPassword ? Optional.empty() : Optional.of(input.choose(premises));
    CreateAccount create =
        input.anyPassword() ? premises.createAccountUnjudged() : premises.createAccount();
    CreateAccount.Outcome outcome =
        create.handle(command.apply(chosen.map(PasswordInput.Chosen::password)));
    switch (outcome) {
      case CreateAccount.Outcome.Created(var account) -> print(account);
      case CreateAccount.Outcome.Taken(var what) ->
          throw new Refusal("Another account of the realm has this " + what + " already.");
      case CreateAccount.Outcome.UnknownRole() ->
          throw new Refusal(
              "There is no role " + identity.role().name() + " in the configuration.");
      case CreateAccount.Outcome.Refused(var violations) -> throw Complaints.refused(violations);
      case CreateAccount.Outcome.NotAllowed() -> throw new Refusal("That is not allowed.");
      case CreateAccount.Outcome.Overloaded(var _) -> throw new Refusal("The machine is too busy.");
    }
    chosen.flatMap(PasswordInput.Chosen::generated).ifPresent(this::printPassword);
  }

  /** Judges who it is to be before anybody has to think of a password. */
  private Function<Optional<Password>, CreateAccount.Command> command() {
    Logins logins = identity.logins();
    Role role = identity.role();
    Profile profile = identity.profile();
    CreateAccount.Ids ids = identity.ids();
    return password ->
        new CreateAccount.Command(
            new Steward.Operator(), logins, role, profile, password, ids, visit());
  }
}
