package dev.rekey.bench.keycloak;

/**
 * Looks at the clocks before and after: the wall's, and the CPU time of the server at work, of the
 * other one that should be idle, of the database, and of the clients.
 */
record Watch(ProcessHandle working, ProcessHandle idle, ProcessHandle database) {

  /** What the clocks said: nanoseconds of the wall, milliseconds of CPU. */
  record Reading(long nanos, long working, long idle, long database, long clients) {}

  Reading read() {
    return new Reading(
        System.nanoTime(),
        Clockwork.cpuMillis(working),
        Clockwork.cpuMillis(idle),
        Clockwork.cpuMillisOfAll(database),
        Clockwork.cpuMillis(ProcessHandle.current()));
  }
}
