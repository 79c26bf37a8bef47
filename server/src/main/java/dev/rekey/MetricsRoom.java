package dev.rekey;

import dev.rekey.config.Configuration;
import dev.rekey.core.chronicle.Tallies;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.http.Mount;
import dev.rekey.metrics.Metrics;
import dev.rekey.metrics.Readers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The part of the wiring that makes the desk for metrics and the page that shows them. */
final class MetricsRoom {

  private static final int SHORTEST_TOKEN = 16;

  private MetricsRoom() {}

  static Metrics desk(Configuration.Metrics settings, Tallies tallies) {
    return switch (settings.access()) {
      case LOOPBACK, TOKEN, OPEN -> Metrics.open(version(), tallies);
      case OFF -> Metrics.closed(tallies);
    };
  }

  /** As the jar's manifest has it. */
  static String version() {
    return Optional.ofNullable(House.class.getPackage().getImplementationVersion())
        .orElse("unpacked");
  }

  static Optional<Mount> page(Metrics metrics, Configuration.Metrics settings) {
    return readers(settings).map(readers -> metrics.page(settings.path(), readers));
  }

  private static Optional<Readers> readers(Configuration.Metrics settings) {
    return switch (settings.access()) {
      case LOOPBACK -> Optional.of(new Readers.Local());
      case TOKEN -> settings.tokenFile().map(MetricsRoom::bearers);
      case OPEN -> Optional.of(new Readers.Anybody());
      case OFF -> Optional.empty();
    };
  }

  private static Readers bearers(Path file) {
    String token = read(file).strip();
    if (token.length() < SHORTEST_TOKEN || !token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new IllegalArgumentException(
          "the metrics token in "
              + file
              + " is not at least "
              + SHORTEST_TOKEN
              + " visible characters without spaces");
    }
    return new Readers.Bearers(TokenDigest.of(token));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the metrics token " + file + " cannot be read", e);
    }
  }
}
