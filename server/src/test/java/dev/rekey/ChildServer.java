package dev.rekey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server as a process of its own, so that it can be killed. */
final class ChildServer implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("Rekey answers on http://[^:]+:(\\d+)");

  private final Process process;
  private final int port;

  private ChildServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static ChildServer serve(Path data, Map<String, String> environment) throws IOException {
    Process process = launch(environment, "serve", "--port", "0", "--data", data.toString());
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder heard = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      heard.append(line).append('\n');
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        Thread.ofVirtual().start(() -> out.lines().forEach(_ -> {}));
        return new ChildServer(process, Integer.parseInt(address.group(1)));
      }
    }
    throw new IllegalStateException("the server did not start: " + heard);
  }

  static Process launch(Map<String, String> environment, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.rekey.Main"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("REKEY_HASHING_MEMORY_KIB", "256");
    builder.environment().put("REKEY_HASHING_PASSES", "1");
    builder.environment().putAll(environment);
    return builder.start();
  }

  int port() {
    return port;
  }

  /** SIGKILL: nothing is flushed, nobody says goodbye. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM, without waiting for anything. */
  void signal() {
    process.destroy();
  }

  /** SIGTERM; true when the process is gone within the time. */
  boolean terminate(long seconds) throws InterruptedException {
    process.destroy();
    return process.waitFor(seconds, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
