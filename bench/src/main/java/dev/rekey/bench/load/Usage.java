package dev.rekey.bench.load;

import dev.rekey.bench.stage.Metrics;
import dev.rekey.bench.stage.Proc;
import java.time.Duration;
import java.util.Optional;

/**
 * Time on the clock and on the processors, spent until now or between two moments.
 *
 * @param idle of all cores together
 * @param metrics what the server counted itself
 */
public record Usage(
    Duration wall,
    Duration server,
    Duration database,
    Duration client,
    Duration idle,
    Metrics metrics) {

  private static final Metrics NONE = new Metrics(0, 0);

  /**
   * Who is watched.
   *
   * @param server a process
   * @param database another, if it is one
   * @param metricsPort where the server shows its metrics, if it has any
   */
  public record Watched(long server, Optional<Long> database, Optional<Integer> metricsPort) {

    /** What they have spent until now. */
    public Usage look() {
      return new Usage(
          Duration.ofNanos(System.nanoTime()),
          Proc.cpu(server),
          database.map(Proc::cpu).orElse(Duration.ZERO),
          self(),
          Proc.idle(),
          metricsPort.map(Metrics::of).orElse(NONE));
    }
  }

  private static Duration self() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  Usage since(Usage earlier) {
    return new Usage(
        wall.minus(earlier.wall),
        server.minus(earlier.server),
        database.minus(earlier.database),
        client.minus(earlier.client),
        idle.minus(earlier.idle),
        metrics.since(earlier.metrics));
  }

  /** Cores that were busy with it, on average. */
  public double cores(Duration spent) {
    return (double) spent.toNanos() / wall.toNanos();
  }
}
