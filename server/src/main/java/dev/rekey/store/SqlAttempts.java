package dev.rekey.store;

import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.store.Attempts;
import dev.rekey.store.database.Database;
import dev.rekey.store.database.Row;
import dev.rekey.store.database.Statements;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Counters on SQL. */
final class SqlAttempts implements Attempts {

  private static final String CLEAR =
      """
      INSERT INTO attempt (key, count, since, latest)
      VALUES (?, 0, ?, ?)
      ON CONFLICT (key) DO UPDATE
      SET count = 0, since = excluded.since, latest = excluded.latest
      """;

  private final Database database;

  SqlAttempts(Database database) {
    this.database = database;
  }

  @Override
  public Map<String, Tally> read(List<String> keys) {
    return keys.isEmpty() ? Map.of() : database.look(statements -> find(statements, keys));
  }

  private static Map<String, Tally> find(Statements statements, List<String> keys)
      throws SQLException {
    return statements.all(tallies(keys.size()), SqlAttempts::tally, keys.toArray()).stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static String tallies(int keys) {
    return "SELECT key, count, since, latest FROM attempt WHERE key IN (?"
        + ", ?".repeat(keys - 1)
        + ')';
  }

  private static Map.Entry<String, Tally> tally(Row row) throws SQLException {
    return Map.entry(row.text(), new Tally(row.number(), row.instant(), row.instant()));
  }

  @Override
  public void count(List<String> keys, Instant now, Optional<AuditEntry> entry) {
    database.run(handle -> {
      inOrder(keys).forEach(key -> addOne(handle, key, now));
      entry.ifPresent(line -> SqlAuditTrail.append(handle, line));
    });
  }

  private static void addOne(Handle handle, String key, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO attempt (key, count, since, latest)
            VALUES (:key, 1, :now, :now)
            ON CONFLICT (key) DO UPDATE
            SET count = attempt.count + 1, latest = excluded.latest
            """)
        .bind("key", key)
        .bind("now", now)
        .execute();
  }

  @Override
  public boolean countWithin(String key, int most, Instant windowStart, Instant now) {
    return most > 0
        && database.write(handle ->
            handle
                    .createUpdate(
                        """
                        INSERT INTO attempt (key, count, since, latest)
                        VALUES (:key, 1, :now, :now)
                        ON CONFLICT (key) DO UPDATE
                        SET count = CASE WHEN attempt.since < :windowStart
                            THEN 1 ELSE attempt.count + 1 END,
                          since = CASE WHEN attempt.since < :windowStart
                            THEN excluded.since ELSE attempt.since END,
                          latest = excluded.latest
                        WHERE attempt.since < :windowStart OR attempt.count < :most
                        """)
                    .bind("key", key)
                    .bind("most", most)
                    .bind("windowStart", windowStart)
                    .bind("now", now)
                    .execute()
                == 1);
  }

  @Override
  public void clear(List<String> keys, Instant now) {
    database.run(handle -> clear(handle, keys, now));
  }

  static void clear(Handle handle, List<String> keys, Instant now) {
    for (String key : inOrder(keys)) {
      Statements.with(handle, statements -> statements.change(CLEAR, key, now, now));
    }
  }

  /** As if the keys had never been counted. */
  static void forget(Handle handle, List<String> keys) {
    for (String key : inOrder(keys)) {
      handle
          .createUpdate(
              """
              DELETE FROM attempt
              WHERE key = :key
              """)
          .bind("key", key)
          .execute();
    }
  }

  /** Always the same, so that two transactions cannot wait for each other. */
  private static List<String> inOrder(List<String> keys) {
    return keys.stream().distinct().sorted().toList();
  }
}
