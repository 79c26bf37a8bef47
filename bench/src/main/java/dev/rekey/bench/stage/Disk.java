package dev.rekey.bench.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** The disk itself. */
public final class Disk {

  /** A page of the write-ahead log with its header, as SQLite appends it. */
  private static final int FRAME = 24 + 4096;

  private Disk() {}

  /** How many single pages can be appended in a second, each on disk before the next. */
  public static double syncsPerSecond(Path folder, Duration time) {
    Path file = folder.resolve("disk-probe");
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE)) {
      ByteBuffer page = ByteBuffer.allocateDirect(FRAME);
      long begin = System.nanoTime();
      long syncs = 0;
      while (System.nanoTime() - begin < time.toNanos()) {
        page.clear();
        channel.write(page);
        channel.force(false);
        syncs++;
      }
      return syncs / ((System.nanoTime() - begin) / 1e9);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
