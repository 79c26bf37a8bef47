package dev.rekey.bench.load;

/**
 * What came of offering work for a while.
 *
 * @param mistakes wrong answers and lost ones, during the warm-up too
 * @param residentMiB of the server, at the end
 */
public record Measured(Latencies latencies, Usage usage, Mistakes mistakes, double residentMiB) {

  /** How many turns were finished in a second. */
  public double perSecond() {
    return latencies.count() / (usage.wall().toNanos() / 1e9);
  }

  /** Time on the server's processors for each turn, in milliseconds. */
  public double serverMillis() {
    return usage.server().toNanos() / 1e6 / latencies.count();
  }

  /** Time on the database's processors for each turn, in milliseconds. */
  public double databaseMillis() {
    return usage.database().toNanos() / 1e6 / latencies.count();
  }

  /** Time on the client's processors for each turn, in milliseconds. */
  public double clientMillis() {
    return usage.client().toNanos() / 1e6 / latencies.count();
  }

  /** Processor time that nobody used, for each turn, in milliseconds. */
  public double idleMillis() {
    return usage.idle().toNanos() / 1e6 / latencies.count();
  }
}
