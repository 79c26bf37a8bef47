package dev.rekey.bench;

import dev.rekey.bench.load.ClosedLoop;
import dev.rekey.bench.load.Measured;
import dev.rekey.bench.load.Turn;
import dev.rekey.bench.load.Usage;
import dev.rekey.bench.stage.House;
import dev.rekey.bench.stage.Storage;
import dev.rekey.bench.wire.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code check-floor}: token checks beside the least that one can be. */
@Command(
    name = "check-floor",
    description =
        "Compares token checks, by turns, with a bare Helidon handler that verifies one HS256 JWT.",
    mixinStandardHelpOptions = true)
final class CheckFloorCommand implements Callable<Integer> {

  private static final String FLOOR = "bare Helidon, one HS256 JWT";

  @Mixin private Spell spell = new Spell();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "How often everybody has a turn; medians are taken (${DEFAULT-VALUE}).")
  private int rounds;

  @Override
  public Integer call() {
    Report report =
        new Report("check-floor", "bench/run check-floor --rounds " + rounds + ' ' + spell);
    try (House house = House.open("check-floor", Storage.SQLITE, spell.accounts(), Map.of());
        FloorServer floor = FloorServer.start()) {
      Map<String, Supplier<Measured>> contenders = new LinkedHashMap<>();
      contenders.put(FLOOR, () -> floor(floor));
      Wire.all()
          .forEach(wire ->
              contenders.put(wire.name(), () -> Crew.at(Work.TOKEN_CHECK, wire, house, spell)));
      Map<String, List<Measured>> all = new LinkedHashMap<>();
      for (int round = 0; round < rounds; round++) {
        contenders.forEach((name, contender) -> {
          Measured measured = contender.get();
          System.err.printf("bench: %s: %.0f each second%n", name, measured.perSecond());
          Complaints.about(name, measured, report);
          all.computeIfAbsent(name, _ -> new ArrayList<>()).add(measured);
        });
      }
      Complaints.about("check-floor", house, report);
      table(report, all);
    }
    return report.close();
  }

  private Measured floor(FloorServer floor) {
    List<Turn> turns = IntStream.range(0, spell.connections()).mapToObj(_ -> floor.turn()).toList();
    Usage.Watched watched = new Usage.Watched(floor.pid(), Optional.empty(), Optional.empty());
    return ClosedLoop.run(turns, watched, spell.warmUp(), spell.time());
  }

  private static void table(Report report, Map<String, List<Measured>> all) {
    Report.Table table =
        report.table(
            "Token checks on SQLite, medians of the rounds",
            "who",
            "each second",
            "of the bare one, %",
            "server's processor, µs each",
            "of the bare one's processor time, times",
            "client's processor, µs each",
            "p50 ms",
            "p99 ms",
            "p99.9 ms");
    List<Measured> floor = all.getOrDefault(FLOOR, List.of());
    double floorRate = median(floor, Measured::perSecond);
    double floorCost = median(floor, Measured::serverMillis);
    all.forEach((name, runs) ->
        table.row(
            name,
            median(runs, Measured::perSecond),
            100 * median(runs, Measured::perSecond) / floorRate,
            1000 * median(runs, Measured::serverMillis),
            median(runs, Measured::serverMillis) / floorCost,
            1000 * median(runs, Measured::clientMillis),
            median(runs, run -> run.latencies().millis(50)),
            median(runs, run -> run.latencies().millis(99)),
            median(runs, run -> run.latencies().millis(99.9))));
  }

  private static double median(List<Measured> runs, ToDoubleFunction<Measured> figure) {
    return runs.stream().mapToDouble(figure).sorted().toArray()[runs.size() / 2];
  }
}
