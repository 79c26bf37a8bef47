package dev.rekey.bench;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How long is measured, and how many measure. */
final class Spell {

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "20",
      description = "How long each figure is measured (${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "10",
      description = "For how many seconds the same is done before (${DEFAULT-VALUE}).")
  private int warmUp;

  @Option(
      names = "--connections",
      paramLabel = "N",
      defaultValue = "16",
      description = "How many connections send at once (${DEFAULT-VALUE}).")
  private int connections;

  @Option(
      names = "--accounts",
      paramLabel = "N",
      defaultValue = "200",
      description = "How many accounts there are (${DEFAULT-VALUE}).")
  private int accounts;

  Duration time() {
    return Duration.ofSeconds(seconds);
  }

  Duration warmUp() {
    return Duration.ofSeconds(warmUp);
  }

  int connections() {
    return connections;
  }

  int accounts() {
    return Math.max(accounts, connections);
  }

  /** As it is typed. */
  @Override
  public String toString() {
    return "--seconds %d --warm-up %d --connections %d --accounts %d"
        .formatted(seconds, warmUp, connections, accounts());
  }
}
