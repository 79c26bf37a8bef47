package dev.rekey.clients;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The clients as npm installs them, or why there are none on this machine. */
sealed interface Clients {

  /** They and the scripts that drive them lie in this folder. */
  record Installed(Path folder) implements Clients {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    /** Has one of them driven against a server that the environment describes. */
    Run drive(String script, Map<String, String> environment)
        throws IOException, InterruptedException {
      return Run.of(
          List.of("node", "--dns-result-order=ipv4first", script), folder, environment, LIMIT);
    }
  }

  /**
   * They could not be had.
   *
   * @param why a sentence
   */
  record Missing(String why) implements Clients {}

  /**
   * Installs what the lock file names, unless that was done before.
   *
   * @param scripts the folder of the lock file and the scripts
   * @param target a folder for installations, each named for its lock file
   */
  static Clients install(Path scripts, Path target) {
    try {
      return new Installation(scripts, target).install();
    } catch (IOException e) {
      return new Missing("The clients could not be installed: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Missing("The clients could not be installed: interrupted.");
    }
  }
}
