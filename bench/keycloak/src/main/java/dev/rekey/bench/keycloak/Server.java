package dev.rekey.bench.keycloak;

import dev.rekey.bench.keycloak.Http.Answer;
import dev.rekey.bench.keycloak.Http.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server that runs: the process that its launcher has become or has begun. */
final class Server {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int PAUSE_MILLIS = 5;

  /** A JVM that keeps something of its first run for the next one does so at its end. */
  private static final Duration LONGEST_END = Duration.ofMinutes(2);

  private static final Duration LONGEST_END_OF_ALL = Duration.ofSeconds(20);

  private final Process launcher;
  private final ProcessHandle java;
  private final Duration firstAnswer;

  private Server(Process launcher, ProcessHandle java, Duration firstAnswer) {
    this.launcher = launcher;
    this.java = java;
    this.firstAnswer = firstAnswer;
  }

  /**
   * How a server is started.
   *
   * @param log what it says is appended there
   * @param first what is asked until it is answered with 200
   */
  record Launch(
      List<String> command, Map<String, String> environment, Path log, int port, Request first) {}

  /** Starts it and waits for its first answer. */
  static Server start(Launch launch, Children children) throws IOException, InterruptedException {
    Files.createDirectories(launch.log().getParent());
    ProcessBuilder builder =
        new ProcessBuilder(launch.command())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
    builder.environment().keySet().removeIf(Server::wouldDisturb);
    builder.environment().putAll(launch.environment());
    long began = System.nanoTime();
    Process launcher = builder.start();
    children.add(launcher.toHandle(), () -> stop(launcher, LONGEST_END_OF_ALL));
    await(launch, launcher, began);
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    return new Server(launcher, java(launcher), took);
  }

  private static boolean wouldDisturb(String variable) {
    return variable.startsWith("KC_")
        || variable.startsWith("REKEY_")
        || variable.startsWith("QUARKUS_")
        || variable.startsWith("JAVA_OPTS")
        || variable.endsWith("JAVA_TOOL_OPTIONS")
        || variable.equals("JDK_JAVA_OPTIONS");
  }

  private static void await(Launch launch, Process launcher, long began)
      throws IOException, InterruptedException {
    while (!answers(launch)) {
      if (!launcher.isAlive() || System.nanoTime() - began > PATIENCE.toNanos()) {
        throw new IOException("does not start; see " + launch.log());
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private static boolean answers(Launch launch) {
    try (Http http = new Http(launch.port())) {
      Answer answer = http.ask(launch.first());
      return answer.status() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static ProcessHandle java(Process launcher) {
    return family(launcher)
        .filter(process -> process.info().command().orElse("").endsWith("/java"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no java process was started"));
  }

  private static Stream<ProcessHandle> family(Process launcher) {
    return Stream.concat(Stream.of(launcher.toHandle()), launcher.descendants());
  }

  /** From the start of the launcher to the first answer, complete. */
  Duration firstAnswer() {
    return firstAnswer;
  }

  ProcessHandle java() {
    return java;
  }

  void stop() {
    stop(launcher, LONGEST_END);
  }

  /** What the launcher has begun first, so that it sees its end and ends as well. */
  private static void stop(Process launcher, Duration longest) {
    List<ProcessHandle> family = family(launcher).toList().reversed();
    family.stream().filter(Server::isJava).forEach(ProcessHandle::destroy);
    for (ProcessHandle process : family) {
      try {
        process.onExit().get(longest.toSeconds(), TimeUnit.SECONDS);
      } catch (Exception e) {
        process.destroyForcibly();
      }
    }
  }

  private static boolean isJava(ProcessHandle process) {
    return process.info().command().orElse("").endsWith("/java");
  }
}
