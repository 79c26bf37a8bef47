package dev.rekey.bench.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What a figure depends on beside the software. */
public final class Machine {

  private Machine() {}

  /** Its processors. */
  public static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** In a few words each. */
  public static Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("processor", first("/proc/cpuinfo", "model name"));
    facts.put("cores", Integer.toString(cores()));
    facts.put("avx512", Boolean.toString(first("/proc/cpuinfo", "flags").contains("avx512f")));
    facts.put("memory", first("/proc/meminfo", "MemTotal"));
    facts.put("system", System.getProperty("os.name") + ' ' + System.getProperty("os.version"));
    facts.put(
        "java", System.getProperty("java.vm.name") + ' ' + System.getProperty("java.vm.version"));
    facts.put("file system", fileSystem());
    facts.put("load before", load());
    return facts;
  }

  private static String first(String file, String name) {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String fileSystem() {
    try {
      return Files.getFileStore(Checkout.root()).type();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String load() {
    try {
      return Files.readString(Path.of("/proc/loadavg")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
