package dev.rekey.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Short ways to load a configuration, or to see why it cannot be. */
final class Loading {

  private Loading() {}

  static Configuration nothing() {
    return environment(Map.of());
  }

  static Configuration environment(Map<String, String> environment) {
    return Configuration.load(Optional.empty(), environment, Map.of());
  }

  static Configuration overrides(Map<String, String> overrides) {
    return Configuration.load(Optional.empty(), Map.of(), overrides);
  }

  static Configuration yaml(Path folder, String text) {
    return Configuration.load(Optional.of(write(folder, text)), Map.of(), Map.of());
  }

  static List<Mistake> mistakesInYaml(Path folder, String text) {
    return mistakes(write(folder, text), Map.of(), Map.of());
  }

  static List<Mistake> mistakesInEnvironment(Map<String, String> environment) {
    return mistakes(Optional.empty(), environment, Map.of());
  }

  static List<Mistake> mistakesInOverrides(Map<String, String> overrides) {
    return mistakes(Optional.empty(), Map.of(), overrides);
  }

  static List<Mistake> mistakes(
      Path file, Map<String, String> environment, Map<String, String> overrides) {
    return mistakes(Optional.of(file), environment, overrides);
  }

  private static List<Mistake> mistakes(
      Optional<Path> file, Map<String, String> environment, Map<String, String> overrides) {
    return wrong(file, environment, overrides).mistakes();
  }

  static WrongConfiguration wrong(
      Optional<Path> file, Map<String, String> environment, Map<String, String> overrides) {
    return Optional.ofNullable(
            catchThrowableOfType(
                WrongConfiguration.class, () -> Configuration.load(file, environment, overrides)))
        .orElseThrow(() -> new AssertionError("nothing was found wrong"));
  }

  static Path write(Path folder, String text) {
    try {
      return Files.writeString(folder.resolve("rekey.yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What holds for every key. */
  static Map<String, String> values(Configuration configuration) {
    return configuration.settings().stream()
        .collect(Collectors.toMap(Setting::key, Setting::value));
  }

  static Setting setting(Configuration configuration, String key) {
    return configuration.settings().stream()
        .filter(setting -> setting.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  /** A file that may be named in a configuration. */
  static Path file(Path folder, String name) {
    try {
      return Files.writeString(folder.resolve(name), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
