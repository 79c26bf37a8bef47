package dev.rekey.bench.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What Linux says of processes and of the machine, under {@code /proc}. */
public final class Proc {

  /** The kernel counts in hundredths of a second, on every machine that Rekey is built for. */
  private static final long TICK_NANOS = 10_000_000;

  private static final int IDLE = 4;
  private static final int WAITING_FOR_DISK = 5;

  private Proc() {}

  /** CPU time of a process, of its children, and of those of them that have ended. */
  public static Duration cpu(long pid) {
    long children =
        ProcessHandle.of(pid).stream()
            .flatMap(ProcessHandle::descendants)
            .mapToLong(child -> ticks(child.pid(), 2))
            .sum();
    return Duration.ofNanos((ticks(pid, 4) + children) * TICK_NANOS);
  }

  /** CPU time that nobody used, of all cores. */
  public static Duration idle() {
    List<String> words = words(Path.of("/proc/stat"));
    return Duration.ofNanos(
        (Long.parseLong(words.get(IDLE)) + Long.parseLong(words.get(WAITING_FOR_DISK)))
            * TICK_NANOS);
  }

  /** Resident memory, in MiB. */
  public static double residentMiB(long pid) {
    return status(pid, "VmRSS:");
  }

  /** The most that was ever resident, in MiB. */
  public static double peakMiB(long pid) {
    return status(pid, "VmHWM:");
  }

  private static double status(long pid, String name) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
              .filter(line -> line.startsWith(name))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .sum()
          / 1024.0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** User and system time, and behind them the same of children that have ended. */
  private static long ticks(long pid, int fields) {
    String stat = text(Path.of("/proc/" + pid + "/stat"));
    if (stat.isEmpty()) {
      return 0;
    }
    String[] behindName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Stream.of(behindName).skip(11).limit(fields).mapToLong(Long::parseLong).sum();
  }

  private static List<String> words(Path file) {
    return List.of(text(file).split("\\s+", -1));
  }

  /** Empty where the process has just ended. */
  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      if (String.valueOf(e.getMessage()).contains("No such process")) {
        return "";
      }
      throw new UncheckedIOException(e);
    }
  }
}
