package dev.rekey.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rekey account}: accounts, whether the server runs or not. */
@Command(
    name = "account",
    description = "Creates, shows and changes accounts, whether the server runs or not.",
    mixinStandardHelpOptions = true)
final class AccountCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which account command? One of these:");
  }
}
