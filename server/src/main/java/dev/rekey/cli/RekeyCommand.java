package dev.rekey.cli;

import dev.rekey.config.WrongConfiguration;
import dev.rekey.http.engine.PortTaken;
import dev.rekey.migrate.Origin;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rekey}: the launcher's commands and what they have in common. */
@Command(
    name = "rekey",
    description = "A password server that speaks the APIs your clients already use.",
    mixinStandardHelpOptions = true,
    versionProvider = RekeyCommand.Version.class)
public final class RekeyCommand implements Runnable {

  /** Exit code of a command that was understood and could not be carried out. */
  static final int FAILED = 1;

  /** Exit code of a wrong configuration or command line. */
  static final int MISUSED = 2;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command? One of these:");
  }

  /** Carries the command line out and returns the exit code. */
  public static int run(Premises.Opener opener, Instruments instruments, String... arguments) {
    CommandLine line = new CommandLine(new RekeyCommand()).addSubcommand(new ServeCommand(opener));
    if (!serves(arguments)) {
      line.addSubcommand(new DemoCommand(opener))
          .addSubcommand(new CalibrateCommand(instruments.nanoTime()))
          .addSubcommand(accountCommands(opener))
          .addSubcommand(new ConformanceCommand(opener, instruments.clock()))
          .addSubcommand(new ShadowCommand(opener, instruments))
          .addSubcommand(new CompareCommand(instruments.clock()))
          .addSubcommand(mailCommands(opener))
          .addSubcommand(importCommands(opener))
          .addSubcommand(new ExportCommand(opener))
          .addSubcommand(new AdoptionCommand(opener));
    }
    line.setExecutionExceptionHandler(RekeyCommand::explain);
    return line.execute(arguments);
  }

  /** The server starts sooner without the commands that are not meant. */
  private static boolean serves(String... arguments) {
    return arguments.length > 0 && arguments[0].equals("serve");
  }

  private static CommandLine accountCommands(Premises.Opener opener) {
    return new CommandLine(new AccountCommand())
        .addSubcommand(new AccountCreate(opener))
        .addSubcommand(new AccountShow(opener))
        .addSubcommand(new AccountList(opener))
        .addSubcommand(new AccountSetPassword(opener))
        .addSubcommand(new AccountDisable(opener))
        .addSubcommand(new AccountEnable(opener));
  }

  private static CommandLine mailCommands(Premises.Opener opener) {
    return new CommandLine(new MailCommand())
        .addSubcommand(new MailTest(opener))
        .addSubcommand(new MailPreview(opener));
  }

  private static CommandLine importCommands(Premises.Opener opener) {
    CommandLine line = new CommandLine(new ImportCommand());
    for (Origin origin : Origin.values()) {
      line.addSubcommand(origin.text(), new ImportWork(opener, origin));
    }
    return line;
  }

  /** What a person at the terminal is told instead of a stack trace. */
  private static int explain(Exception problem, CommandLine line, CommandLine.ParseResult unused)
      throws Exception {
    PrintWriter err = line.getErr();
    return switch (problem) {
      case WrongConfiguration wrong -> {
        err.println(wrong.getMessage());
        yield MISUSED;
      }
      case PortTaken taken -> {
        err.println(taken.getMessage());
        yield FAILED;
      }
      case Refusal refusal -> {
        err.println(refusal.getMessage());
        yield FAILED;
      }
      case Trouble trouble -> {
        err.println(trouble.getMessage());
        yield FAILED;
      }
      case UncheckedIOException broken -> {
        err.println(Trouble.sentence(broken));
        yield FAILED;
      }
      default -> throw problem;
    };
  }

  /** The version that the jar's manifest carries. */
  static final class Version implements CommandLine.IVersionProvider {

    @Override
    public String[] getVersion() {
      String version = RekeyCommand.class.getPackage().getImplementationVersion();
      return new String[] {"rekey " + (version == null ? "(unpacked build)" : version)};
    }
  }
}
