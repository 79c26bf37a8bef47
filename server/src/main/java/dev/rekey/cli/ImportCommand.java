package dev.rekey.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rekey import}: people of other systems, whether the server runs or not. */
@Command(
    name = "import",
    description = "Takes people in from another system, with their passwords and ids.",
    mixinStandardHelpOptions = true)
final class ImportCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "From which system? One of these:");
  }
}
