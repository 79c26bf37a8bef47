package dev.rekey.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of this machine, or why there is none. */
sealed interface Chromium {

  /** Names a program to take in place of those on the path. */
  String PROPERTY = "rekey.browser.path";

  List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

  /** This program is it. */
  record Found(Path program) implements Chromium {}

  /**
   * There is none.
   *
   * @param why a sentence
   */
  record Missing(String why) implements Chromium {}

  static Chromium find() {
    return Optional.ofNullable(System.getProperty(PROPERTY))
        .map(Chromium::named)
        .orElseGet(Chromium::onPath);
  }

  private static Chromium named(String program) {
    Path path = Path.of(program);
    return Files.isExecutable(path)
        ? new Found(path)
        : new Missing("The property " + PROPERTY + " names no program: " + program + ".");
  }

  private static Chromium onPath() {
    return NAMES.stream()
        .flatMap(Chromium::places)
        .filter(Files::isExecutable)
        .findFirst()
        .<Chromium>map(Found::new)
        .orElseGet(() -> new Missing("No " + String.join(", ", NAMES) + " is on the path."));
  }

  private static Stream<Path> places(String name) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, name));
  }
}
