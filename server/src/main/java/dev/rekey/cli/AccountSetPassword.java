package dev.rekey.cli;

import dev.rekey.core.account.Handle;
import dev.rekey.core.steward.SetPassword;
import dev.rekey.core.steward.Steward;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code rekey account set-password}. */
@Command(
    name = "set-password",
    description =
        "Sets the password of an account and ends its sessions. The password is the first line of"
            + " standard input; where that is empty, one is generated and printed once.",
    mixinStandardHelpOptions = true)
final class AccountSetPassword extends AccountWork {

  @Mixin private PasswordInput input = new PasswordInput();

  @Parameters(paramLabel = "NAME", description = "An address, a username or an id.")
  private String name = "";

  AccountSetPassword(Premises.Opener opener) {
    super(opener);
  }

  @Override
  void work(Premises premises) {
    Handle whose = new Handle.Number(find(premises, name).ids().number());
    PasswordInput.Chosen chosen = input.choose(premises);
    SetPassword set = input.anyPassword() ? premises.setPasswordUnjudged() : premises.setPassword();
    SetPassword.Outcome outcome =
        set.handle(
            new SetPassword.Command(new Steward.Operator(), whose, chosen.password(), visit()));
    switch (outcome) {
      case SetPassword.Outcome.Done(var account) -> print(account);
      case SetPassword.Outcome.Refused(var violations) -> throw Complaints.refused(violations);
      case SetPassword.Outcome.NoSuchAccount() -> throw new Refusal("The account is gone.");
      case SetPassword.Outcome.NotAllowed() -> throw new Refusal("That is not allowed.");
      case SetPassword.Outcome.Disabled() ->
          throw new Refusal("The account is disabled: enable it first.");
      case SetPassword.Outcome.Overtaken() ->
          throw new Refusal("Somebody else changed it at the same moment. Please try again.");
      case SetPassword.Outcome.Overloaded(var _) -> throw new Refusal("The machine is too busy.");
    }
    chosen.generated().ifPresent(this::printPassword);
  }
}
