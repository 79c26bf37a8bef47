package dev.rekey.store;

import dev.rekey.core.letter.Letter;
import dev.rekey.core.store.Outbox;
import dev.rekey.store.database.Columns;
import dev.rekey.store.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The outbox on SQL; every letter lies in it sealed, for it may hold a ticket. */
final class SqlOutbox implements Outbox {

  private static final Logger LOG = LoggerFactory.getLogger(SqlOutbox.class);
  private static final String CONTEXT = "letter";

  private final Database database;
  private final Vault vault;
  private final LetterCodec codec = new LetterCodec();

  SqlOutbox(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  /** Puts a letter in, in somebody's transaction. */
  void post(Handle handle, Letter letter, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO outbox (letter, failures, due_at, created_at)
            VALUES (:letter, 0, :now, :now)
            """)
        .bind("letter", vault.seal(codec.write(letter), CONTEXT))
        .bind("now", now)
        .execute();
  }

  /** A lease is nothing but a later time to be due. */
  @Override
  public List<Due> take(int limit, Instant now, Instant leaseUntil) {
    List<Optional<Due>> taken =
        database.write(handle ->
            handle
                .createQuery(
                    """
                    WITH due AS MATERIALIZED (
                      SELECT id
                      FROM outbox
                      WHERE due_at <= :now
                      ORDER BY due_at, id
                      LIMIT :limit
                      <skipping>)
                    UPDATE outbox
                    SET due_at = :leaseUntil
                    WHERE id IN (SELECT id FROM due)
                    RETURNING id, failures, letter
                    """)
                .bind("now", now)
                .bind("limit", limit)
                .bind("leaseUntil", leaseUntil)
                .map(this::due)
                .list());
    return taken.stream()
        .flatMap(Optional::stream)
        .sorted(Comparator.comparingLong(Due::id))
        .toList();
  }

  /** A letter that does not open must not keep back those that do. */
  private Optional<Due> due(ResultSet row, StatementContext context) throws SQLException {
    long id = row.getLong("id");
    int failures = row.getInt("failures");
    byte[] sealed = row.getBytes("letter");
    try {
      return Optional.of(new Due(id, failures, codec.read(vault.open(sealed, CONTEXT))));
    } catch (RuntimeException e) {
      LOG.error("letter {} cannot be read and stays in the outbox: {}", id, e.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public void delivered(long id) {
    database.run(handle ->
        handle
            .createUpdate(
                """
                DELETE FROM outbox
                WHERE id = :id
                """)
            .bind("id", id)
            .execute());
  }

  @Override
  public void postponed(long id, Instant next) {
    database.run(handle ->
        handle
            .createUpdate(
                """
                UPDATE outbox
                SET due_at = :next, failures = failures + 1
                WHERE id = :id
                """)
            .bind("id", id)
            .bind("next", next)
            .execute());
  }

  @Override
  public long waiting() {
    return database.read(handle ->
        handle
            .createQuery(
                """
                SELECT COUNT(*)
                FROM outbox
                """)
            .mapTo(Long.class)
            .one());
  }

  @Override
  public Optional<Instant> waitingSince() {
    return database.read(handle ->
        handle
            .createQuery(
                """
                SELECT created_at
                FROM outbox
                ORDER BY id
                LIMIT 1
                """)
            .map((row, _) -> Columns.instant(row, "created_at"))
            .findOne());
  }

  @Override
  public Optional<Instant> nextDue() {
    return database.read(handle ->
        handle
            .createQuery(
                """
                SELECT due_at
                FROM outbox
                ORDER BY due_at
                LIMIT 1
                """)
            .map((row, _) -> Columns.instant(row, "due_at"))
            .findOne());
  }
}
