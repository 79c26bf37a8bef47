package dev.rekey.bench.keycloak;

/**
 * What one side did of one kind of work in one measured while.
 *
 * @param perSecond pieces of work
 * @param serverCpu CPU milliseconds of the server for one piece
 * @param databaseCpu of PostgreSQL
 * @param clientCpu of the clients
 * @param idleShare what part of one core the other server, which should be idle, took meanwhile
 */
record Measured(
    int count,
    double perSecond,
    double p50,
    double p99,
    double p999,
    double serverCpu,
    double databaseCpu,
    double clientCpu,
    double idleShare) {

  static Measured of(long[] sortedNanos, Watch.Reading before, Watch.Reading after) {
    int count = sortedNanos.length;
    if (count == 0) {
      throw new IllegalStateException("nothing was answered in the measured while");
    }
    double seconds = (after.nanos() - before.nanos()) / 1e9;
    return new Measured(
        count,
        count / seconds,
        millis(sortedNanos, 0.5),
        millis(sortedNanos, 0.99),
        millis(sortedNanos, 0.999),
        (after.working() - before.working()) / (double) count,
        (after.database() - before.database()) / (double) count,
        (after.clients() - before.clients()) / (double) count,
        (after.idle() - before.idle()) / 1e3 / seconds);
  }

  /** CPU milliseconds for one piece, of the server and of PostgreSQL. */
  double cpu() {
    return serverCpu + databaseCpu;
  }

  private static double millis(long[] sortedNanos, double share) {
    int at = (int) Math.ceil(share * sortedNanos.length) - 1;
    return sortedNanos[Math.max(0, at)] / 1e6;
  }
}
