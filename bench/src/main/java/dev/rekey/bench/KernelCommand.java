package dev.rekey.bench;

import dev.rekey.argon2.Argon2Engine;
import dev.rekey.bench.kernel.Engines;
import dev.rekey.bench.kernel.HashTime;
import dev.rekey.bench.stage.Machine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Statistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kernel}: the hash alone, every engine in the same run, with JMH. */
@Command(
    name = "kernel",
    description =
        "Times one hash (19 MiB, t=2, p=1) of every engine, one at a time and one on each core.",
    mixinStandardHelpOptions = true)
final class KernelCommand implements Callable<Integer> {

  /** By name: JMH's class is compiled after this one. */
  private static final String BENCHMARK = "^dev\\.rekey\\.bench\\.kernel\\.KernelBenchmark\\.";

  private static final String ALLOCATED = "gc.alloc.rate.norm";
  private static final int WARM_UPS = 5;
  private static final int MEASUREMENTS = 5;

  @Option(names = "--avx2", description = "With -XX:UseAVX=2.")
  private boolean avx2;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "How often everybody has a turn; medians are taken (${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "2",
      description = "How long each of five warm-ups and five measurements is (${DEFAULT-VALUE}).")
  private int seconds;

  @Override
  public Integer call() throws RunnerException {
    Report report = new Report(avx2 ? "kernel-avx2" : "kernel", typed());
    Map<String, Row> rows = new LinkedHashMap<>();
    List<String> names = names();
    for (int round = 0; round < rounds; round++) {
      for (String name : names) {
        Row row = rows.computeIfAbsent(name, _ -> new Row());
        row.alone.add(run(name, 1));
        row.together.add(run(name, Machine.cores()));
      }
    }
    table(report, rows);
    return report.close();
  }

  /** With -XX:UseAVX=2 the vector engine is another one, which only such a JVM has. */
  private List<String> names() {
    List<String> names = Engines.all().stream().map(Argon2Engine::name).toList();
    return avx2 ? names.stream().map(name -> name.replace("512", "256")).toList() : names;
  }

  private RunResult run(String engine, int threads) throws RunnerException {
    List<String> options = new ArrayList<>(HashTime.JVM_OPTIONS);
    options.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC"));
    if (avx2) {
      options.add("-XX:UseAVX=2");
    }
    ChainedOptionsBuilder builder =
        new OptionsBuilder()
            .include(BENCHMARK)
            .param("engine", engine)
            .threads(threads)
            .forks(1)
            .warmupIterations(WARM_UPS)
            .measurementIterations(MEASUREMENTS)
            .warmupTime(TimeValue.seconds(seconds))
            .measurementTime(TimeValue.seconds(seconds))
            .shouldFailOnError(true)
            .addProfiler(GCProfiler.class)
            .jvmArgs(options.toArray(String[]::new));
    return new Runner(builder.build()).runSingle();
  }

  private static void table(Report report, Map<String, Row> rows) {
    Report.Table table =
        report.table(
            "One hash, 19 MiB, t=2, p=1",
            "engine",
            "ms",
            "times argon2-jvm's speed",
            "times Bouncy Castle's speed",
            "ms, one on each core",
            "hashes in a second, one on each core, by one alone",
            "bytes allocated");
    double c = row(rows, Engines.C_LIBRARY).aloneMillis();
    double castle = row(rows, Engines.BOUNCY_CASTLE).aloneMillis();
    rows.forEach((name, row) ->
        table.row(
            name,
            row.aloneMillis(),
            c / row.aloneMillis(),
            castle / row.aloneMillis(),
            row.togetherMillis(),
            row.gain(),
            row.allocated()));
  }

  private static Row row(Map<String, Row> rows, String name) {
    return rows.computeIfAbsent(
        name,
        _ -> {
          throw new IllegalStateException(name + " was not timed");
        });
  }

  private String typed() {
    return "bench/run kernel%s --rounds %d --seconds %d"
        .formatted(avx2 ? " --avx2" : "", rounds, seconds);
  }

  /** One engine's results, a run of each kind for every round. */
  private static final class Row {
    private final List<RunResult> alone = new ArrayList<>();
    private final List<RunResult> together = new ArrayList<>();

    double aloneMillis() {
      return median(alone.stream().map(one -> statistics(one).getPercentile(50) / 1e3).toList());
    }

    double togetherMillis() {
      return median(together.stream().map(one -> statistics(one).getPercentile(50) / 1e3).toList());
    }

    /** Of means, which alone say how many there were in a second. */
    double gain() {
      double one = median(alone.stream().map(run -> statistics(run).getMean()).toList());
      double many = median(together.stream().map(run -> statistics(run).getMean()).toList());
      return Machine.cores() * one / many;
    }

    double allocated() {
      return median(alone.stream().map(Row::allocated).toList());
    }

    private static double allocated(RunResult run) {
      return Optional.ofNullable(run.getSecondaryResults().get(ALLOCATED)).orElseThrow().getScore();
    }

    private static Statistics statistics(RunResult run) {
      return run.getPrimaryResult().getStatistics();
    }

    private static double median(List<Double> values) {
      return values.stream().sorted().toList().get(values.size() / 2);
    }
  }
}
