package dev.rekey.store;

import dev.rekey.core.store.Intake.Progress;
import dev.rekey.core.store.Intake.Source;
import dev.rekey.store.database.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows that say how far a source was taken. */
final class Progresses {

  private Progresses() {}

  /** A row of the table, with the account from which on all came of this source. */
  record Entry(Progress progress, long firstAccount) {}

  static Optional<Entry> find(Handle handle, Source source) {
    return handle
        .createQuery(
            """
            SELECT place, taken, merged, refused, done, updated_at, first_account_id
            FROM import_progress
            WHERE key = :key
            """)
        .bind("key", key(source))
        .map((result, _) -> read(new Row(result)))
        .findOne();
  }

  private static Entry read(Row row) throws SQLException {
    Progress progress =
        new Progress(
            row.number(), row.number(), row.number(), row.number(), row.flag(), row.instant());
    return new Entry(progress, row.number());
  }

  static void put(Handle handle, Source source, Entry entry) {
    Progress progress = entry.progress();
    handle
        .createUpdate(
            """
            INSERT INTO import_progress (key, format, place, taken, merged, refused, done,
              first_account_id, updated_at)
            VALUES (:key, :format, :place, :taken, :merged, :refused, :done, :first, :at)
            ON CONFLICT (key) DO UPDATE
            SET place = excluded.place, taken = excluded.taken, merged = excluded.merged,
              refused = excluded.refused, done = excluded.done, updated_at = excluded.updated_at
            """)
        .bind("key", key(source))
        .bind("format", source.format())
        .bind("place", progress.place())
        .bind("taken", progress.taken())
        .bind("merged", progress.merged())
        .bind("refused", progress.refused())
        .bind("done", progress.done())
        .bind("first", entry.firstAccount())
        .bind("at", progress.updatedAt())
        .execute();
  }

  static Entry next(Entry before, long upTo, Counts counts, boolean done, Instant now) {
    Progress old = before.progress();
    return new Entry(
        new Progress(
            upTo,
            old.taken() + counts.taken(),
            old.merged() + counts.merged(),
            old.refused() + counts.refused(),
            done,
            now),
        before.firstAccount());
  }

  /** What became of the rows of one batch. */
  record Counts(long taken, long merged, long refused) {}

  static void remove(Handle handle, Source source) {
    handle
        .createUpdate(
            """
            DELETE FROM import_progress
            WHERE key = :key
            """)
        .bind("key", key(source))
        .execute();
  }

  private static String key(Source source) {
    return source.realm().name() + '/' + source.format() + '/' + source.key();
  }
}
