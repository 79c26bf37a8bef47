package dev.rekey.cli;

import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Role;
import dev.rekey.core.password.Password;
import dev.rekey.core.steward.CreateAccount;
import dev.rekey.core.steward.Steward;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rekey account create}. */
@Command(
    name = "create",
    description = {
      "Creates an account. The password is the first line of standard input; where that is empty,",
      "one is generated and printed once."
    },
    mixinStandardHelpOptions = true)
final class AccountCreate extends AccountWork {

  @Mixin private PasswordInput input = new PasswordInput();

  @Option(names = "--email", paramLabel = "ADDRESS")
  private Optional<String> email = Optional.empty();

  @Option(names = "--username", paramLabel = "NAME")
  private Optional<String> username = Optional.empty();

  @Option(names = "--role", paramLabel = "ROLE", description = "What it is (default: user).")
  private String role = "user";

  @Option(
      names = "--set",
      paramLabel = "FIELD=VALUE",
      description = "A profile field, such as first_name=Ada.")
  private Map<String, String> profile = new LinkedHashMap<>();

  @Option(names = "--number", paramLabel = "N", description = "The id for the Devise wires.")
  private Optional<Long> number = Optional.empty();

  @Option(names = "--hex24", paramLabel = "ID", description = "The id for OCARIoT.")
  private Optional<String> hex24 = Optional.empty();

  @Option(names = "--hex32", paramLabel = "ID", description = "The id for Onezone.")
  private Optional<String> hex32 = Optional.empty();

  @Option(names = "--no-password", description = "The account gets none for now.")
  private boolean noPassword;

  AccountCreate(Premises.Opener opener) {
    super(opener);
  }

  @Override
  void work(Premises premises) {
    Optional<PasswordInput.Chosen> chosen =
        noPassword ? Optional.empty() : Optional.of(input.choose(premises));
    CreateAccount create =
        input.anyPassword() ? premises.createAccountUnjudged() : premises.createAccount();
    CreateAccount.Outcome outcome =
        create.handle(command(chosen.map(PasswordInput.Chosen::password)));
    switch (outcome) {
      case CreateAccount.Outcome.Created(var account) -> print(account);
      case CreateAccount.Outcome.Taken(var what) ->
          throw new Refusal("Another account of the realm has this " + what + " already.");
      case CreateAccount.Outcome.UnknownRole() ->
          throw new Refusal("There is no role " + role + " in the configuration.");
      case CreateAccount.Outcome.Refused(var violations) -> throw Complaints.refused(violations);
      case CreateAccount.Outcome.NotAllowed() -> throw new Refusal("That is not allowed.");
      case CreateAccount.Outcome.Overloaded(var _) -> throw new Refusal("The machine is too busy.");
    }
    chosen.flatMap(PasswordInput.Chosen::generated).ifPresent(this::printPassword);
  }

  private CreateAccount.Command command(Optional<Password> password) {
    try {
      return new CreateAccount.Command(
          new Steward.Operator(),
          Logins.of(email, username),
          new Role(role),
          new Profile(profile),
          password,
          new CreateAccount.Ids(number, hex24, hex32),
          visit());
    } catch (IllegalArgumentException e) {
      throw new Refusal(String.valueOf(e.getMessage()));
    }
  }
}
