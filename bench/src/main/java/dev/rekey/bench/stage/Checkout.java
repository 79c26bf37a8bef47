package dev.rekey.bench.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The sources that this was built from, and where runs leave what they write. */
public final class Checkout {

  private Checkout() {}

  /** Its root, which {@code bench/run} names. */
  public static Path root() {
    return Path.of(System.getProperty("rekey.checkout", ".")).toAbsolutePath().normalize();
  }

  /** Where figures are kept. */
  public static Path results() {
    return made(root().resolve("bench/target/results"));
  }

  /** An empty folder for one run. */
  public static Path freshFolder(String name) {
    Path folder = root().resolve("bench/target/data").resolve(name);
    delete(folder);
    return made(folder);
  }

  /** A Java process with this one's class path. */
  public static List<String> java(List<String> options, String mainClass) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return Stream.of(
            List.of(java),
            options,
            List.of("-cp", System.getProperty("java.class.path"), mainClass))
        .flatMap(List::stream)
        .toList();
  }

  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
