package dev.rekey.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What came of a program of this machine.
 *
 * @param output what it wrote, errors among the rest
 */
record Run(boolean succeeded, String output) {

  /** Runs it to its end, or until its time is up. */
  static Run of(List<String> command, Path folder, Map<String, String> environment, Duration limit)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("run", ".txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      boolean ended = process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
      if (!ended) {
        end(process);
      }
      String written = Files.readString(output);
      return ended
          ? new Run(process.exitValue() == 0, written)
          : new Run(false, written + "\nIt was ended after " + limit.toSeconds() + " seconds.");
    } finally {
      Files.delete(output);
    }
  }

  private static void end(Process process) throws InterruptedException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
  }

  /** The rest of each line that begins with these words. */
  List<String> linesAfter(String words) {
    return output
        .lines()
        .filter(line -> line.startsWith(words))
        .map(line -> line.substring(words.length()))
        .toList();
  }
}
