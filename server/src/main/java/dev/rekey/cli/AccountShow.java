package dev.rekey.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code rekey account show}. */
@Command(name = "show", description = "Shows one account.", mixinStandardHelpOptions = true)
final class AccountShow extends AccountWork {

  @Parameters(paramLabel = "NAME", description = "An address, a username or an id.")
  private String name = "";

  AccountShow(Premises.Opener opener) {
    super(opener);
  }

  @Override
  void work(Premises premises) {
    print(find(premises, name));
  }
}
