package dev.rekey.store.sqlite;

import dev.rekey.store.database.Migrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** The file on disk: made for its owner's eyes only, and migrated by one process at a time. */
final class DatabaseFile {

  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final int MOST_PAUSES = 1_500;

  private DatabaseFile() {}

  /** Makes the file and its folder if need be and brings the tables up to date. */
  static void prepare(Path file, DataSource source) {
    try {
      Files.createDirectories(file.toAbsolutePath().normalize().getParent());
      create(file);
      migrate(file, source);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open the database " + file, e);
    }
  }

  /** SQLite gives its log and its index the permissions that the database has. */
  private static void create(Path file) throws IOException {
    try {
      Files.createFile(file, ownersOnly(file));
    } catch (FileAlreadyExistsException _) {
      // made by an earlier start, or by the process beside this one
    }
  }

  private static FileAttribute<?>[] ownersOnly(Path file) {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
  }

  /**
   * Flyway does not lock SQLite, so a file beside it does. It stays: taking it away would let two
   * in who hold different files of one name.
   */
  private static void migrate(Path file, DataSource source) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".lock");
    try (FileChannel channel =
            FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock _ = lock(channel, beside)) {
      Migrations.run(source, "sqlite");
    }
  }

  private static FileLock lock(FileChannel channel, Path beside) throws IOException {
    for (int pauses = 0; pauses < MOST_PAUSES; pauses++) {
      try {
        FileLock lock = channel.tryLock();
        if (lock != null) {
          return lock;
        }
      } catch (OverlappingFileLockException _) {
        // held by this very process
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    throw new IOException("another process has kept " + beside + " for half a minute");
  }
}
