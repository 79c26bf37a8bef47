package dev.rekey.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code rekey account disable}. */
@Command(
    name = "disable",
    description = "Closes an account and ends its sessions.",
    mixinStandardHelpOptions = true)
final class AccountDisable extends AccountWork {

  @Parameters(paramLabel = "NAME", description = "An address, a username or an id.")
  private String name = "";

  AccountDisable(Premises.Opener opener) {
    super(opener);
  }

  @Override
  void work(Premises premises) {
    setDisabled(premises, name, true);
  }
}
