package dev.rekey.bench.growth;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, on a data directory. */
final class Server implements AutoCloseable {

  static final String ADMIN = "ada@example.org";
  static final String PASSWORD = "quiet harbour lantern 27";

  private static final String READY = "Rekey answers on ";

  /** Hashes cost next to nothing, and nobody is told to wait or to come again. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "REKEY_HASHING_PATIENCE", "1m",
          "REKEY_HTTP_PORT", "0",
          "REKEY_HASHING_MEMORY_KIB", "8",
          "REKEY_HASHING_PASSES", "1",
          "REKEY_LIMITS_LETTERS_PER_ADDRESS", "1000000",
          "REKEY_LIMITS_LETTERS_PER_ACCOUNT", "1000000",
          "REKEY_ADMIN_EMAIL", ADMIN,
          "REKEY_ADMIN_PASSWORD", PASSWORD,
          "REKEY_LOG_LEVEL", "error");

  private final Process process;
  private final URI address;
  private final Duration startUp;
  private final Duration startUpCpu;

  private Server(Process process, URI address, Duration startUp, Duration startUpCpu) {
    this.process = process;
    this.address = address;
    this.startUp = startUp;
    this.startUpCpu = startUpCpu;
  }

  /**
   * Starts it and waits until it says that it answers.
   *
   * @param what a jar, or a class path
   */
  static Server start(String what, Path data) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command(what));
    builder.environment().keySet().removeIf(name -> name.startsWith("REKEY_"));
    builder.environment().putAll(SETTINGS);
    builder.environment().put("REKEY_DATA_DIRECTORY", data.toString());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    long begin = System.nanoTime();
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(READY)) {
        Duration startUp = Duration.ofNanos(System.nanoTime() - begin);
        Duration cpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
        URI address = URI.create(line.substring(READY.length()).strip());
        return new Server(process, address, startUp, cpu);
      }
    }
    throw new IOException("the server did not start; its words are above");
  }

  private static List<String> command(String what) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "--enable-native-access=ALL-UNNAMED"));
    boolean jar = what.endsWith(".jar") && !what.equals(System.getProperty("java.class.path"));
    command.addAll(jar ? List.of("-jar", what) : List.of("-cp", what, "dev.rekey.Main"));
    command.add("serve");
    return command;
  }

  URI address() {
    return address;
  }

  Duration startUp() {
    return startUp;
  }

  /** Of all its threads, which says more than the clock on a machine that has other work. */
  Duration startUpCpu() {
    return startUpCpu;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
