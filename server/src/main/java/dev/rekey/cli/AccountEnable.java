package dev.rekey.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code rekey account enable}. */
@Command(
    name = "enable",
    description = "Opens a disabled account again.",
    mixinStandardHelpOptions = true)
final class AccountEnable extends AccountWork {

  @Parameters(paramLabel = "NAME", description = "An address, a username or an id.")
  private String name = "";

  AccountEnable(Premises.Opener opener) {
    super(opener);
  }

  @Override
  void work(Premises premises) {
    setDisabled(premises, name, false);
  }
}
