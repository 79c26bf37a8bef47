package dev.rekey.store;

import dev.rekey.core.audit.AuditEntry;
import dev.rekey.store.database.Database;
import dev.rekey.store.database.NewRows;
import dev.rekey.store.database.Pulse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Handle;

/**
 * A database whose commits somebody hears of, with the lines of the audit trail that they hold:
 * after they are on disk, and never of those that were undone or run again.
 */
final class WatchedDatabase implements Database {

  /** What the transaction under way has written down so far. */
  private static final ScopedValue<List<AuditEntry>> WRITTEN = ScopedValue.newInstance();

  private final Database database;
  private final StoreWatch watch;
  private final LongSupplier nanoTime;

  WatchedDatabase(Database database, StoreWatch watch, LongSupplier nanoTime) {
    this.database = database;
    this.watch = watch;
    this.nanoTime = nanoTime;
  }

  /** The transaction under way, if it is one of such a database, writes this down. */
  static void written(AuditEntry entry) {
    if (WRITTEN.isBound()) {
      WRITTEN.get().add(entry);
    }
  }

  /** What a transaction answers, and what it wrote down. */
  private record Done<T>(T answer, List<AuditEntry> written) {}

  @Override
  public <T> T read(Work<T> work) {
    return database.read(work);
  }

  @Override
  public <T> T look(Look<T> look) {
    return database.look(look);
  }

  @Override
  public <T> T write(Work<T> work) {
    long start = nanoTime.getAsLong();
    Done<T> done =
        database.write(handle -> {
          List<AuditEntry> written = new ArrayList<>(1);
          T answer = ScopedValue.where(WRITTEN, written).call(() -> work.on(handle));
          return new Done<>(answer, written);
        });
    watch.wrote(Duration.ofNanos(nanoTime.getAsLong() - start));
    done.written().forEach(watch::committed);
    return done.answer();
  }

  @Override
  public boolean stamped() {
    return database.stamped();
  }

  @Override
  public void load(Handle handle, NewRows rows) {
    database.load(handle, rows);
  }

  @Override
  public void brace() {
    database.brace();
  }

  @Override
  public Pulse pulse() {
    return database.pulse();
  }

  @Override
  public void close() {
    database.close();
  }
}
