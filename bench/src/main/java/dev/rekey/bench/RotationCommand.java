package dev.rekey.bench;

import dev.rekey.bench.load.Measured;
import dev.rekey.bench.stage.Disk;
import dev.rekey.bench.stage.House;
import dev.rekey.bench.stage.Storage;
import dev.rekey.bench.wire.Wire;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rotation}: requests that each turn their token, every commit on disk. */
@Command(
    name = "rotation",
    description = "Turns a token with every request, and shows the disk's own limit beside it.",
    mixinStandardHelpOptions = true)
final class RotationCommand implements Callable<Integer> {

  @Mixin private Spell spell = new Spell();

  @Option(
      names = "--storage",
      defaultValue = "sqlite",
      description = "sqlite or postgres (${DEFAULT-VALUE}).")
  private String storage = "sqlite";

  @Override
  public Integer call() {
    Storage where = Storage.valueOf(storage.toUpperCase(Locale.ROOT));
    Report report =
        new Report("rotation-" + storage, "bench/run rotation --storage " + storage + ' ' + spell);
    Map<String, String> settings = Map.of("mounts.tokenauth.batch-window", "0s");
    try (House house = House.open("rotation", where, spell.accounts(), settings)) {
      double before = syncs(house);
      Measured measured = Crew.at(Work.ROTATION, wire(), house, spell);
      double after = syncs(house);
      Complaints.about("rotation", measured, report);
      Complaints.about("rotation", house, report);
      table(report, where, measured, (before + after) / 2);
    }
    return report.close();
  }

  private static double syncs(House house) {
    return Disk.syncsPerSecond(house.server().data(), Duration.ofSeconds(2));
  }

  private static Wire wire() {
    return Wire.all().stream().filter(wire -> Work.ROTATION.isOn(wire)).findFirst().orElseThrow();
  }

  private void table(Report report, Storage where, Measured measured, double syncs) {
    var usage = measured.usage();
    report
        .table(
            "Rotated requests, every commit on disk, " + where,
            "connections",
            "each second",
            "fdatasync of one page, each second",
            "requests for each sync there could be",
            "p50 ms",
            "p99 ms",
            "p99.9 ms",
            "server's cores",
            "database's cores",
            "client's cores",
            "idle cores")
        .row(
            spell.connections(),
            measured.perSecond(),
            syncs,
            measured.perSecond() / syncs,
            measured.latencies().millis(50),
            measured.latencies().millis(99),
            measured.latencies().millis(99.9),
            usage.cores(usage.server()),
            usage.cores(usage.database()),
            usage.cores(usage.client()),
            usage.cores(usage.idle()));
  }
}
