package dev.rekey.store.sqlite;

import dev.rekey.store.database.Columns;
import dev.rekey.store.database.Database;
import dev.rekey.store.database.Statements;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/** A database of one's own for a while, in a file that is gone afterwards. */
public final class ScratchPad implements AutoCloseable {

  private final Path file;
  private final Handle handle;

  private ScratchPad(Path file, Handle handle) {
    this.file = file;
    this.handle = handle;
  }

  /** Opens one in the folder for temporary files, for its owner's eyes only. */
  public static ScratchPad open() {
    try {
      Path file = Files.createTempFile("rekey-", ".scratch");
      SQLiteConfig config = new SQLiteConfig();
      config.setJournalMode(JournalMode.OFF);
      config.setSynchronous(SynchronousMode.OFF);
      SQLiteDataSource source = new SQLiteDataSource(config);
      source.setUrl("jdbc:sqlite:" + file);
      Jdbi jdbi =
          Jdbi.create(source)
              .installPlugin(new Columns())
              .setStatementBuilderFactory(Statements::new)
              .define(Database.AMONG, SqliteDatabase.AMONG_ITEMS);
      return new ScratchPad(file, jdbi.open());
    } catch (IOException e) {
      throw new UncheckedIOException("there is no room for a temporary file", e);
    }
  }

  public Handle handle() {
    return handle;
  }

  @Override
  public void close() {
    handle.close();
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the temporary file " + file + " cannot be deleted", e);
    }
  }
}
