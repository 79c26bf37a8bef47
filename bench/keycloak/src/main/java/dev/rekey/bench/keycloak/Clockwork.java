package dev.rekey.bench.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What Linux tells of processes: their CPU time and their memory. */
final class Clockwork {

  /** USER_HZ is 100 on every Linux that Java runs on. */
  private static final int MILLIS_PER_TICK = 10;

  private static final int AFTER_NAME_UTIME = 11;

  private Clockwork() {}

  /** CPU milliseconds of that process. */
  static long cpuMillis(ProcessHandle process) {
    return ticks(process, 2) * MILLIS_PER_TICK;
  }

  /** CPU milliseconds of that process, of its children, and of those of them that have ended. */
  static long cpuMillisOfAll(ProcessHandle process) {
    List<ProcessHandle> children = process.children().toList();
    long own = ticks(process, 4);
    return (own + children.stream().mapToLong(child -> ticks(child, 2)).sum()) * MILLIS_PER_TICK;
  }

  /** When it was started, in ticks since the machine was. */
  static String began(ProcessHandle process) {
    String[] words = words(process);
    return words.length == 0 ? "gone" : words[AFTER_NAME_UTIME + 8];
  }

  /** Resident memory in KiB. */
  static long residentKiB(ProcessHandle process) {
    return status(process, "VmRSS:");
  }

  /** The most that ever was resident, in KiB. */
  static long peakKiB(ProcessHandle process) {
    return status(process, "VmHWM:");
  }

  private static long ticks(ProcessHandle process, int members) {
    String[] words = words(process);
    long sum = 0;
    for (int at = 0; at < members && words.length > 0; at++) {
      sum += Long.parseLong(words[AFTER_NAME_UTIME + at]);
    }
    return sum;
  }

  /** Of a process that is gone, none. */
  private static String[] words(ProcessHandle process) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    } catch (IOException e) {
      return new String[0];
    }
  }

  private static long status(ProcessHandle process, String member) {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith(member))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no " + member + " in " + status));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
