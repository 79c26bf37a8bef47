package dev.rekey.bench;

import dev.rekey.bench.stage.Checkout;
import dev.rekey.bench.stage.Children;
import dev.rekey.bench.stage.House;
import dev.rekey.bench.stage.Ports;
import dev.rekey.bench.stage.Proc;
import dev.rekey.bench.stage.RekeyServer;
import dev.rekey.bench.wire.Answer;
import dev.rekey.bench.wire.Ask;
import dev.rekey.bench.wire.HttpLine;
import dev.rekey.bench.wire.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cold-start}: from the launcher to the first answer, and the memory behind it. */
@Command(
    name = "cold-start",
    description = "Times ./rekey serve to the first answered request; looks at resident memory.",
    mixinStandardHelpOptions = true)
final class ColdStartCommand implements Callable<Integer> {

  /** The launcher may build, and leave something behind that makes later starts quicker. */
  private static final int UNCOUNTED = 2;

  /** Who asks more often takes the processor from whom it waits for. */
  private static final int GLANCE_MILLIS = 5;

  private static final int SIGN_INS = 20;
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(5);

  @Option(
      names = "--starts",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many are timed, after two that are not (${DEFAULT-VALUE}).")
  private int starts;

  @Option(
      names = "--idle",
      paramLabel = "N",
      defaultValue = "10",
      description = "Seconds until memory is looked at (${DEFAULT-VALUE}).")
  private int idle;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Report report =
        new Report(
            "cold-start", "bench/run cold-start --starts %d --idle %d".formatted(starts, idle));
    Path data = Checkout.freshFolder("cold-start");
    List<Double> millis = new ArrayList<>();
    List<Double> cpu = new ArrayList<>();
    for (int start = 0; start < UNCOUNTED + starts; start++) {
      Start took = start(data);
      System.err.printf(
          "bench: start %d: %.0f ms, %.0f ms of CPU%n", start + 1, took.millis(), took.cpuMillis());
      if (start >= UNCOUNTED) {
        millis.add(took.millis());
        cpu.add(took.cpuMillis());
      }
    }
    Report.Table table =
        report.table(
            "From ./rekey serve to the first answered request, warm disk, SQLite",
            "of " + millis.size() + " starts",
            "least ms",
            "median ms",
            "longest ms");
    row(table, "by the clock", millis);
    row(table, "CPU, of all threads", cpu);
    memory(report, data);
    return report.close();
  }

  /** What one took. */
  private record Start(double millis, double cpuMillis) {}

  private static void row(Report.Table table, String what, List<Double> times) {
    List<Double> sorted = times.stream().sorted().toList();
    table.row(what, sorted.getFirst(), sorted.get(sorted.size() / 2), sorted.getLast());
  }

  private static Start start(Path data) throws IOException, InterruptedException {
    int port = Ports.free();
    long begin = System.nanoTime();
    Process process = RekeyServer.launch(data, port, House.settings());
    try {
      awaitAnswer(process, port, begin);
      double took = (System.nanoTime() - begin) / 1e6;
      Duration cpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
      return new Start(took, cpu.toMillis());
    } finally {
      Children.stop(process);
    }
  }

  private static void awaitAnswer(Process process, int port, long begin)
      throws InterruptedException {
    while (process.isAlive() && System.nanoTime() - begin < PATIENCE_NANOS) {
      try (HttpLine line = new HttpLine(port)) {
        Answer answer = line.send(Ask.get("/rekey/v1/password-policy", ""));
        if (answer.status() == 200) {
          return;
        }
        throw new IllegalStateException("the first answer was " + answer);
      } catch (IOException notYet) {
        Thread.sleep(GLANCE_MILLIS);
      }
    }
    throw new IllegalStateException("no answer came");
  }

  private void memory(Report report, Path data) throws IOException, InterruptedException {
    Report.Table table =
        report.table("Resident memory, SQLite, defaults", "when", "MiB", "most so far, MiB");
    try (RekeyServer server = RekeyServer.start(data, House.settings())) {
      TimeUnit.SECONDS.sleep(idle);
      row(table, "idle, " + idle + " s after the start", server);
      signIn(server);
      row(table, "after " + SIGN_INS + " sign-ins", server);
      TimeUnit.SECONDS.sleep(idle);
      row(table, idle + " s later", server);
    }
  }

  private static void row(Report.Table table, String when, RekeyServer server) {
    table.row(when, Proc.residentMiB(server.pid()), Proc.peakMiB(server.pid()));
  }

  private static void signIn(RekeyServer server) throws IOException {
    Wire own = Wire.all().getLast();
    try (HttpLine line = new HttpLine(server.port())) {
      for (int i = 0; i < SIGN_INS; i++) {
        own.signIn(line, House.STEWARD);
      }
    }
  }
}
