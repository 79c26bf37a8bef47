package dev.rekey.bench.growth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a thread of this process did with its time, in nanoseconds, as Linux counts.
 *
 * @param wall by the clock
 * @param worked on a processor
 * @param queued ready to work, while all processors were somebody else's
 */
record ThreadTimes(long wall, long worked, long queued) {

  private static final Path THREADS = Path.of("/proc/self/task");

  /** Where the kernel counts the thread of this name. */
  static Path named(String name) {
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
      for (Path thread : threads) {
        if (Files.readString(thread.resolve("comm")).strip().equals(name)) {
          return thread.resolve("schedstat");
        }
      }
      throw new IllegalStateException("there is no thread " + name);
    } catch (IOException e) {
      throw new UncheckedIOException("this needs Linux", e);
    }
  }

  static ThreadTimes of(Path schedstat) {
    try {
      String[] counts = Files.readString(schedstat).split(" ", 3);
      return new ThreadTimes(
          System.nanoTime(), Long.parseLong(counts[0]), Long.parseLong(counts[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ThreadTimes since(ThreadTimes earlier) {
    return new ThreadTimes(wall - earlier.wall, worked - earlier.worked, queued - earlier.queued);
  }

  /** Neither: the disk had not answered, or nobody had asked yet. */
  long waited() {
    return Math.max(0, wall - worked - queued);
  }
}
