package dev.rekey.cli;

import dev.rekey.migrate.conformance.Section;
import dev.rekey.migrate.conformance.Stage;
import dev.rekey.migrate.conformance.Suite;
import dev.rekey.migrate.conformance.Verdict;
import dev.rekey.migrate.shadow.Replay;
import dev.rekey.migrate.shadow.Report;
import dev.rekey.transcript.Site;
import dev.rekey.transcript.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rekey compare}: what a recording of {@code rekey shadow} says, or replayed, proves. */
@Command(
    name = "compare",
    description = {
      "Prints what a recording of rekey shadow holds; with --replay, sends it to a server.",
      "Exit code 0: nothing differs; 1: something does; 2: the recording or the server is none."
    },
    mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

  private static final Duration KNOCK = Duration.ofSeconds(5);

  private final InstantSource clock;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "The recording.")
  private Path file = Path.of("");

  @Option(
      names = "--replay",
      description = "Sends the recorded requests to --url and expects the recorded answers.")
  private boolean replay;

  @Option(names = "--url", paramLabel = "URL", description = "The server to replay to.")
  private Optional<String> url = Optional.empty();

  @Option(
      names = "--accounts",
      description = "Prints the accounts that a replay needs, as rekey conformance reads them.")
  private boolean accounts;

  CompareCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws InterruptedException {
    try {
      if (accounts) {
        Replay.of(file).accounts().forEach(System.out::println);
        return 0;
      }
      return replay ? replayed() : reported();
    } catch (IllegalArgumentException e) {
      throw misuse(file + " cannot be read: " + e.getMessage() + '.');
    } catch (UncheckedIOException e) {
      spec.commandLine().getErr().println(Trouble.sentence(e));
      return RekeyCommand.MISUSED;
    }
  }

  private int reported() {
    Report report = Report.of(file);
    report.print(System.out);
    return report.equal() ? 0 : RekeyCommand.FAILED;
  }

  private int replayed() throws InterruptedException {
    Site site = site();
    Replay recorded = Replay.of(file);
    try (Socket _ = site.connect(KNOCK);
        Stage stage = new Ready(site, recorded)) {
      Section section = new Suite(stage, clock).tell(recorded.story());
      Verdict verdict = new Verdict(System.out);
      verdict.add(section);
      verdict.conclude();
      if (recorded.leftOut() > 0) {
        System.out.println(
            recorded.leftOut()
                + " exchanges were left out: nothing is kept of long or foreign bodies.");
      }
      return verdict.good() ? 0 : RekeyCommand.FAILED;
    } catch (IOException e) {
      spec.commandLine()
          .getErr()
          .println(Trouble.because("The server cannot be asked", e).getMessage());
      return RekeyCommand.MISUSED;
    }
  }

  private Site site() {
    try {
      return Site.of(url.orElseThrow(() -> misuse("--replay needs --url, the server to ask.")));
    } catch (IllegalArgumentException e) {
      throw misuse("--url is not a server's base URL: " + e.getMessage() + '.');
    }
  }

  private ParameterException misuse(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** A server that is as the recording needs it: that is the operator's affair. */
  private record Ready(Site site, Replay recorded) implements Stage {

    @Override
    public Setting set(Transcript story) {
      return new Setting.Ready(site, story, recorded.source(), Set.of());
    }

    @Override
    public void close() {}
  }
}
