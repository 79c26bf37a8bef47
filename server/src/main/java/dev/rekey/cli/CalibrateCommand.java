package dev.rekey.cli;

import dev.rekey.config.Configuration;
import dev.rekey.core.password.Calibration;
import dev.rekey.core.password.Calibration.Offer;
import dev.rekey.core.password.Calibration.Row;
import dev.rekey.core.password.HashCost;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code rekey calibrate}: what a hash takes here, and which cost fits the time one has. */
@Command(
    name = "calibrate",
    description = {
      "Times every Argon2 engine on this machine at the configured cost, and suggests costs.",
      "Nothing is opened or changed; run it while nothing else works."
    },
    mixinStandardHelpOptions = true)
final class CalibrateCommand implements Callable<Integer> {

  private static final Duration BUDGET = Duration.ofSeconds(10);
  private static final double NANOS_PER_MILLI = 1e6;

  private final LongSupplier nanoTime;

  @Mixin private Settings settings = new Settings();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--target",
      paramLabel = "TIME",
      defaultValue = "50ms",
      converter = Target.class,
      description = "How long a hash may take, 1ms to 10s (default: ${DEFAULT-VALUE}).")
  private Duration target = Duration.ZERO;

  CalibrateCommand(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  @Override
  public Integer call() throws InterruptedException {
    Configuration.Hashing hashing = settings.load(Map.of()).hashing();
    int cores = Runtime.getRuntime().availableProcessors();
    int threads = hashing.threads() == 0 ? cores : hashing.threads();
    tell("Timing the engines, this takes some twenty seconds ...");
    Calibration calibration = new Calibration(hashing.cost(), threads, BUDGET, nanoTime);
    tell("Hashing on %d threads with each ...".formatted(threads));
    List<Row> rows = calibration.rows();
    tell("Looking for costs that take %s ...".formatted(inWords(target)));
    List<Offer> offers = calibration.offersFor(target, Runtime.getRuntime().maxMemory() / 2);
    print(hashing.cost(), threads, rows);
    calibration.fastest().ifPresent(engine -> print(engine, offers));
    return calibration.fastest().isPresent() ? 0 : RekeyCommand.FAILED;
  }

  private void print(HashCost cost, int threads, List<Row> rows) {
    say("Argon2id, " + inWords(cost) + ':');
    say(columns("engine", "RFC 9106", "ms a hash", "a second on " + threads));
    rows.forEach(this::print);
  }

  private void print(Row row) {
    switch (row) {
      case Row.Right(String engine, Duration hash, double perSecond) ->
          say(
              columns(
                  engine, "right", millis(hash), String.format(Locale.ROOT, "%.1f", perSecond)));
      case Row.Wrong(String engine, String reason) ->
          say("%-14s wrong: %s".formatted(engine, reason));
    }
  }

  private static String columns(String engine, String right, String time, String rate) {
    return "%-14s %-9s %12s %15s".formatted(engine, right, time, rate);
  }

  private void print(String engine, List<Offer> offers) {
    say("");
    say("For a hash of " + inWords(target) + " by " + engine + ", most memory first:");
    for (Offer offer : offers) {
      boolean over = offer.expected().compareTo(target) > 0;
      say(
          "%-48s %10s ms%s"
              .formatted(
                  inWords(offer.cost()),
                  millis(offer.expected()),
                  over ? " (the least with that memory)" : ""));
    }
  }

  private static String inWords(HashCost cost) {
    return "hashing.memory-kib %d, passes %d, lanes %d"
        .formatted(cost.memoryKiB(), cost.passes(), cost.lanes());
  }

  private static String inWords(Duration time) {
    return millis(time).replaceFirst("\\.?0+$", "") + " ms";
  }

  private static String millis(Duration time) {
    return String.format(Locale.ROOT, "%.2f", time.toNanos() / NANOS_PER_MILLI);
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
  }

  private void tell(String progress) {
    spec.commandLine().getErr().println(progress);
  }

  /** A time as it stands in the configuration: {@code 50ms}, {@code 1s}. */
  static final class Target implements ITypeConverter<Duration> {

    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,4})(ms|s)");
    private static final Duration LONGEST = Duration.ofSeconds(10);

    @Override
    public Duration convert(String text) {
      Matcher parts = FORM.matcher(text);
      if (parts.matches()) {
        long number = Long.parseLong(parts.group(1));
        Duration time =
            parts.group(2).equals("s") ? Duration.ofSeconds(number) : Duration.ofMillis(number);
        if (time.compareTo(LONGEST) <= 0) {
          return time;
        }
      }
      throw new TypeConversionException(
          "found '%s'; a time from 1ms to 10s would do, such as 50ms".formatted(text));
    }
  }
}
