package dev.rekey.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The measuring commands of {@code bench/run}. */
@Command(
    name = "bench/run",
    description = "Measures Rekey; every figure is kept in bench/target/results.",
    mixinStandardHelpOptions = true,
    subcommands = {
      KernelCommand.class,
      LuckCommand.class,
      LoadCommand.class,
      CheckFloorCommand.class,
      OverloadCommand.class,
      RotationCommand.class,
      ColdStartCommand.class
    })
public final class Bench {

  private Bench() {}

  /** Runs one command and ends with its exit code. */
  public static void main(String... arguments) {
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }
}
