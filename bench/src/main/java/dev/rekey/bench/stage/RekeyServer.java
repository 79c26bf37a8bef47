package dev.rekey.bench.stage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rekey as it is started by anybody: {@code ./rekey serve}, in a process of its own. */
public final class RekeyServer implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("Rekey answers on http://[^:]+:(\\d+)");

  /** Letters are to go into a folder here. */
  private static final String NO_MAIL_SERVER = "NO MAIL SERVER IS CONFIGURED";

  private final Process process;
  private final Path data;
  private final int port;

  private RekeyServer(Process process, Path data, int port) {
    this.process = process;
    this.data = data;
    this.port = port;
  }

  /**
   * Starts it on a free port and waits until it answers.
   *
   * @param data where its data are; what it logs goes to {@code server.log} there
   * @param settings keys of its configuration
   */
  public static RekeyServer start(Path data, Map<String, String> settings) {
    Process process = Children.start(command(data, 0, settings));
    return new RekeyServer(process, data, awaitPort(process, data));
  }

  /** The same without waiting for anything; the port is the caller's choice. */
  public static Process launch(Path data, int port, Map<String, String> settings) {
    return Children.start(
        command(data, port, settings).redirectOutput(ProcessBuilder.Redirect.DISCARD));
  }

  private static ProcessBuilder command(Path data, int port, Map<String, String> settings) {
    Path file = data.resolve("bench.yaml");
    try {
      Files.createDirectories(data);
      Files.writeString(file, yaml(settings));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Checkout.root().resolve("rekey").toString(),
                "serve",
                "--port",
                Integer.toString(port),
                "--config",
                file.toString(),
                "--data",
                data.toString()));
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("REKEY_") && !name.equals("REKEY_JAVA_OPTS"));
    return builder.redirectError(
        ProcessBuilder.Redirect.appendTo(data.resolve("server.log").toFile()));
  }

  private static String yaml(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(entry -> entry.getKey() + ": \"" + entry.getValue() + "\"\n")
        .collect(Collectors.joining());
  }

  private static int awaitPort(Process process, Path data) {
    try {
      BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        Matcher address = ADDRESS.matcher(line);
        if (address.find()) {
          Thread.ofVirtual().start(() -> out.lines().forEach(_ -> {}));
          return Integer.parseInt(address.group(1));
        }
      }
      throw new IllegalStateException(
          "the server did not start: " + Files.readString(data.resolve("server.log")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  /** Its process. */
  public long pid() {
    return process.pid();
  }

  /** Where its data are. */
  public Path data() {
    return data;
  }

  /** What it wrote into its log at the levels that a person should see, a few lines of it. */
  public Optional<String> complaints() {
    try (var lines = Files.lines(data.resolve("server.log"))) {
      String found =
          lines
              .filter(line -> line.contains(" ERROR ") || line.contains(" WARN "))
              .filter(line -> !line.contains(NO_MAIL_SERVER))
              .limit(5)
              .collect(Collectors.joining("\n"));
      return found.isEmpty() ? Optional.empty() : Optional.of(found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    Children.stop(process);
    try {
      process.waitFor(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
