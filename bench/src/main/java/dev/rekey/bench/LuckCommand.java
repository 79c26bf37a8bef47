package dev.rekey.bench;

import dev.rekey.bench.kernel.Engines;
import dev.rekey.bench.kernel.HashTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kernel-luck}: whether every JVM compiles the kernel as well as any other. */
@Command(
    name = "kernel-luck",
    description = "Times the vector engine in fresh JVMs, with and without -XX:UseAVX=2.",
    mixinStandardHelpOptions = true)
final class LuckCommand implements Callable<Integer> {

  /** A JVM whose median is so much above the median of all has had no luck. */
  private static final double UNLUCKY = 1.25;

  @Option(
      names = "--jvms",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many of each kind (${DEFAULT-VALUE}).")
  private int jvms;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "3",
      description = "Seconds before each is timed (${DEFAULT-VALUE}).")
  private int warmUp;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "2",
      description = "How long each is timed (${DEFAULT-VALUE}).")
  private int seconds;

  @Override
  public Integer call() {
    Report report =
        new Report(
            "kernel-luck",
            "bench/run kernel-luck --jvms %d --warm-up %d --seconds %d"
                .formatted(jvms, warmUp, seconds));
    Report.Table table =
        report.table(
            "Medians of fresh JVMs, ms",
            "engine",
            "options",
            "JVMs",
            "least",
            "median",
            "most",
            "most by median",
            "JVMs above 1.25 medians",
            "all");
    String engine = Engines.own().getFirst().name();
    row(table, engine, "", List.of());
    row(table, engine.replace("512", "256"), "-XX:UseAVX=2", List.of("-XX:UseAVX=2"));
    return report.close();
  }

  private void row(Report.Table table, String engine, String shown, List<String> options) {
    List<Double> medians =
        IntStream.range(0, jvms)
            .mapToObj(_ -> HashTime.of(engine, warmUp * 1000, seconds * 1000, options))
            .map(time -> time.alone() / 1e6)
            .sorted()
            .toList();
    double median = medians.get(medians.size() / 2);
    table.row(
        engine,
        shown,
        medians.size(),
        medians.getFirst(),
        median,
        medians.getLast(),
        medians.getLast() / median,
        medians.stream().filter(one -> one > UNLUCKY * median).count(),
        medians.stream().map("%.2f"::formatted).toList().toString());
  }
}
