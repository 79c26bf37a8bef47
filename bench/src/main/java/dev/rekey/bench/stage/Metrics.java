package dev.rekey.bench.stage;

import dev.rekey.bench.wire.Answer;
import dev.rekey.bench.wire.Ask;
import dev.rekey.bench.wire.HttpLine;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What the server says of its own work.
 *
 * @param hashes how many it has computed
 * @param hashSeconds how long they took, on the clock
 */
public record Metrics(double hashes, double hashSeconds) {

  private static final Ask PAGE = Ask.get("/metrics", "");

  /** As its page of metrics has it now. */
  public static Metrics of(int port) {
    try (HttpLine line = new HttpLine(port)) {
      Answer answer = line.send(PAGE);
      if (answer.status() != 200) {
        throw new IllegalStateException("no metrics: " + answer.status());
      }
      return new Metrics(
          sum(answer.body(), "rekey_hashes_seconds_count"),
          sum(answer.body(), "rekey_hashes_seconds_sum"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of all samples with that name; 0 where nothing was counted yet. */
  private static double sum(String page, String name) {
    return page.lines()
        .filter(line -> line.startsWith(name + '{') || line.startsWith(name + ' '))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** What was added since then. */
  public Metrics since(Metrics earlier) {
    return new Metrics(hashes - earlier.hashes, hashSeconds - earlier.hashSeconds);
  }
}
