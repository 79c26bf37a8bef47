package dev.rekey.cli;

import dev.rekey.config.Configuration;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options with which every command finds its configuration and its data. */
final class Settings {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration file; without one, defaults and environment hold.")
  private Optional<Path> config = Optional.empty();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where the database, keys and letters are kept (default: ./data).")
  private Optional<Path> data = Optional.empty();

  /** A secret of a command, which is no key of the configuration. */
  static Optional<String> variable(String name) {
    return Optional.ofNullable(System.getenv(name));
  }

  Configuration load(Map<String, String> overrides) {
    Map<String, String> all = new HashMap<>(overrides);
    data.ifPresent(directory -> all.put("data.directory", directory.toString()));
    return read(all);
  }

  /** The configuration for a trial: on data of its own, heard by nobody else, sending nothing. */
  Configuration trial(Path folder, Map<String, String> overrides) {
    Map<String, String> all = new HashMap<>(overrides);
    all.putAll(
        Map.of(
            "data.directory", folder.toString(),
            "storage.url", "",
            "storage.user", "",
            "storage.password", "",
            "http.host", "127.0.0.1",
            "http.port", "0",
            "mail.smtp.host", "",
            "admin.username", "",
            "admin.email", "",
            "admin.password", ""));
    return read(all);
  }

  private Configuration read(Map<String, String> all) {
    Map<String, String> environment = System.getenv();
    Optional<Path> file =
        config.or(() -> Optional.ofNullable(environment.get("REKEY_CONFIG")).map(Path::of));
    return Configuration.load(file, environment, all);
  }
}
