package dev.rekey.bench.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

/** Processes that do not outlive this one, however it ends. */
public final class Children {

  private static final int PATIENCE_SECONDS = 12;

  private Children() {}

  /** Starts it; at the end of this JVM it is stopped, if it runs then. */
  public static Process start(ProcessBuilder builder) {
    try {
      Process process = builder.start();
      Thread reaper = new Thread(() -> stop(process));
      Runtime.getRuntime().addShutdownHook(reaper);
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SIGTERM, and SIGKILL to whoever does not listen. */
  public static void stop(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
