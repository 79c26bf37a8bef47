package dev.rekey.bench;

import dev.rekey.bench.kernel.HashTime;
import dev.rekey.bench.load.Measured;
import dev.rekey.bench.stage.House;
import dev.rekey.bench.stage.Storage;
import dev.rekey.bench.wire.Wire;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code load}: what the server does in a second, wire by wire and work by work. */
@Command(
    name = "load",
    description =
        "Offers sign-ins, changes, resets, token checks and rotations as fast as they are answered.",
    mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer> {

  private static final String ALL = "all";

  @Mixin private Spell spell = new Spell();

  @Option(
      names = "--dialect",
      defaultValue = ALL,
      description = "devise, tokenauth, ocariot, onezone, own or all (${DEFAULT-VALUE}).")
  private String dialect = ALL;

  @Option(
      names = "--work",
      defaultValue = ALL,
      description = "sign-in, change, reset, token-check, rotation or all (${DEFAULT-VALUE}).")
  private String work = ALL;

  @Option(
      names = "--storage",
      defaultValue = "sqlite",
      description = "sqlite or postgres (${DEFAULT-VALUE}).")
  private String storage = "sqlite";

  @Override
  public Integer call() {
    Storage where = Storage.valueOf(storage.toUpperCase(Locale.ROOT));
    Report report = new Report(name(), typed());
    HashTime before = HashTime.ofFastest();
    LoadTables tables = new LoadTables(report, where);
    for (Wire wire : wires()) {
      for (Work one : works(wire)) {
        measure(report, tables, where, wire, one);
      }
    }
    tables.shares(before, HashTime.ofFastest());
    return report.close();
  }

  /** A server of its own for each figure: none pays for what another has left behind. */
  private void measure(Report report, LoadTables tables, Storage where, Wire wire, Work one) {
    String what = wire.name() + ' ' + one;
    try (House house = House.open("load", where, spell.accounts(), settings(one))) {
      Measured measured = Crew.at(one, wire, house, spell);
      tables.add(wire, one, measured);
      Complaints.about(what, measured, report);
      Complaints.about(what, house, report);
    }
  }

  /** Nobody is shed who only waits for a machine that others use too. */
  private static Map<String, String> settings(Work one) {
    Map<String, String> patient = Map.of("hashing.patience", "1m");
    Map<String, String> turning =
        Map.of("hashing.patience", "1m", "mounts.tokenauth.batch-window", "0s");
    return one == Work.ROTATION ? turning : patient;
  }

  private List<Wire> wires() {
    List<Wire> chosen =
        Wire.all().stream()
            .filter(wire -> dialect.equals(ALL) || dialect.equals(wire.name()))
            .toList();
    return some(chosen, dialect);
  }

  private List<Work> works(Wire wire) {
    List<Work> chosen =
        Work.ALL.stream().filter(one -> work.equals(ALL) || work.equals(one.toString())).toList();
    return some(chosen, work).stream().filter(one -> one.isOn(wire)).toList();
  }

  private static <T> List<T> some(List<T> chosen, String typed) {
    if (chosen.isEmpty()) {
      throw new IllegalArgumentException("there is no " + typed);
    }
    return chosen;
  }

  private String name() {
    return "load-" + storage + '-' + dialect + '-' + work;
  }

  private String typed() {
    return "bench/run load --dialect %s --work %s --storage %s %s"
        .formatted(dialect, work, storage, spell);
  }
}
