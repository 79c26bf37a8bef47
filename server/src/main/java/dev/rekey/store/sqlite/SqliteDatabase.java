package dev.rekey.store.sqlite;

import dev.rekey.store.database.Columns;
import dev.rekey.store.database.Database;
import dev.rekey.store.database.Gate;
import dev.rekey.store.database.NewRows;
import dev.rekey.store.database.Pulse;
import dev.rekey.store.database.Statements;
import java.nio.file.Path;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/**
 * One SQLite file: a write-ahead log, every commit on disk before it is answered, one writer that
 * commits in groups, and readers beside it that see the last commit. Other processes may use the
 * same file at the same time.
 *
 * <p>SQLite's driver is native and does not let go of a virtual thread's carrier, so all that may
 * take a while runs on platform threads of its own; a short question is asked where it arises.
 */
public final class SqliteDatabase implements Database {

  private static final int BUSY_MILLIS = 2_500;

  /** 256 MiB of cache, for who writes much. */
  private static final String LARGE_CACHE = "PRAGMA cache_size = -262144";

  static final String AMONG_ITEMS = "IN (SELECT value FROM json_each(:list))";

  private static final String NEXT_ACCOUNT_IDS =
      """
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :count)
      SELECT i + COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'account'), 0)
      FROM n
      """;

  private final Gate gate = new Gate();
  private final Checkpointer checkpointer;
  private final Writer writer;
  private final Readers readers;
  private final QuickReaders quickReaders;

  private SqliteDatabase(
      Checkpointer checkpointer, Writer writer, Readers readers, QuickReaders quickReaders) {
    this.checkpointer = checkpointer;
    this.writer = writer;
    this.readers = readers;
    this.quickReaders = quickReaders;
  }

  /** Opens the file, makes it when there is none, and brings its tables up to date. */
  public static SqliteDatabase open(Path file) {
    DriverLibrary.offer();
    DatabaseFile.prepare(file, writing(file));
    Jdbi writing = jdbi(writing(file));
    Checkpointer checkpointer = new Checkpointer(writing.open());
    Writer writer = new Writer(patient(writing.open()), checkpointer::committed);
    Jdbi reading = jdbi(reading(file));
    int processors = Runtime.getRuntime().availableProcessors();
    return new SqliteDatabase(
        checkpointer, writer, new Readers(reading), new QuickReaders(reading, processors));
  }

  /** A commit is kept short, unless the log has become long. */
  private static Handle patient(Handle writer) {
    writer.execute("PRAGMA wal_autocheckpoint = " + Checkpointer.BOUND);
    return writer;
  }

  @Override
  public <T> T read(Work<T> work) {
    return gate.pass(() -> readers.run(work));
  }

  @Override
  public <T> T look(Look<T> look) {
    return gate.pass(() -> quickReaders.run(look));
  }

  @Override
  public <T> T write(Work<T> work) {
    return gate.pass(() -> writer.run(work));
  }

  @Override
  public void load(Handle handle, NewRows rows) {
    Births.load(handle, rows, () -> Database.super.load(handle, rows));
  }

  /** Pages that are changed twice are to be written once: into the log, and into the file. */
  @Override
  public void brace() {
    checkpointer.brace();
    run(handle -> {
      handle.execute(LARGE_CACHE);
      handle.execute("PRAGMA wal_autocheckpoint = " + Checkpointer.LARGE_BOUND);
    });
  }

  @Override
  public boolean stamped() {
    return true;
  }

  @Override
  public Pulse pulse() {
    return new Pulse(writer.waiting(), readers.busy(), Readers.COUNT);
  }

  @Override
  public void close() {
    gate.shut();
    readers.close();
    quickReaders.close();
    checkpointer.close();
    writer.close();
  }

  private static Jdbi jdbi(SQLiteDataSource source) {
    return Jdbi.create(source)
        .installPlugin(new Columns())
        .setStatementBuilderFactory(Statements::new)
        .define(LOCKING, "")
        .define(SKIPPING, "")
        .define(AMONG, AMONG_ITEMS)
        .define(AMONG_NUMBERS, "IN (SELECT CAST(value AS INTEGER) FROM json_each(:list))")
        .define(ACCOUNT_IDS, NEXT_ACCOUNT_IDS);
  }

  private static SQLiteDataSource writing(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    return source(file, config);
  }

  private static SQLiteDataSource reading(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    return source(file, config);
  }

  /**
   * The driver lets one thread into a connection at a time; SQLite's own locks would do it twice.
   */
  private static SQLiteDataSource source(Path file, SQLiteConfig config) {
    config.setOpenMode(SQLiteOpenMode.NOMUTEX);
    config.setBusyTimeout(BUSY_MILLIS);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    return source;
  }
}
