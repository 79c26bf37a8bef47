package dev.rekey.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rekey mail}: the letters to people, whether the server runs or not. */
@Command(
    name = "mail",
    description = "Sends a test letter, or shows all letters, whether the server runs or not.",
    mixinStandardHelpOptions = true)
final class MailCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which mail command? One of these:");
  }
}
