package dev.rekey.bench;

import dev.rekey.bench.stage.House;
import dev.rekey.bench.stage.Storage;
import dev.rekey.bench.wire.Wire;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code overload}: more sign-ins than can be, and who is there to suffer. */
@Command(
    name = "overload",
    description =
        "Offers several times the sign-ins that can be: goodput, shedding, memory, recovery, and"
            + " whether a storm from one address or on one account starves others.",
    mixinStandardHelpOptions = true)
final class OverloadCommand implements Callable<Integer> {

  @Mixin private Spell spell = new Spell();

  @Option(
      names = "--factor",
      paramLabel = "N",
      defaultValue = "5",
      description = "How many times the peak is offered (${DEFAULT-VALUE}).")
  private double factor;

  @Option(
      names = "--hands",
      paramLabel = "N",
      defaultValue = "300",
      description = "How many of the storm's requests can be under way (${DEFAULT-VALUE}).")
  private int hands;

  @Option(
      names = "--dialect",
      defaultValue = "devise",
      description = "devise, tokenauth, ocariot, onezone or own (${DEFAULT-VALUE}).")
  private String dialect = "devise";

  @Option(
      names = "--storage",
      defaultValue = "sqlite",
      description = "sqlite or postgres (${DEFAULT-VALUE}).")
  private String storage = "sqlite";

  @Override
  public Integer call() throws InterruptedException {
    Report report = new Report("overload-" + storage + '-' + dialect, typed());
    Storage where = Storage.valueOf(storage.toUpperCase(Locale.ROOT));
    try (House house =
        House.open(
            "overload",
            where,
            spell.accounts() + Weather.GUESTS,
            Map.of("http.trusted-proxies", "127.0.0.0/8"))) {
      Weather weather = new Weather(house, wire(), spell, report);
      weather.rehearse(factor, hands);
      double peak = weather.calm();
      weather.storm(peak, factor, hands);
      weather.stormFromOneAddress(peak * factor, hands);
      weather.stormOnOneAccount(peak * factor, hands);
      Complaints.about("overload", house, report);
    }
    return report.close();
  }

  private Wire wire() {
    return Wire.all().stream()
        .filter(wire -> wire.name().equals(dialect))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no dialect " + dialect));
  }

  private String typed() {
    return "bench/run overload --factor %.0f --hands %d --dialect %s --storage %s %s"
        .formatted(factor, hands, dialect, storage, spell);
  }
}
