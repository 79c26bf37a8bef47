package dev.rekey.store;

import dev.rekey.core.store.KeptAnswers;
import dev.rekey.core.token.Sha256;
import dev.rekey.store.database.Columns;
import dev.rekey.store.database.Database;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Kept answers on SQL. Request and answer lie in it sealed, each under its own key: a bare digest
 * of a request would let a thief of the database guess at the password in it.
 */
final class SqlKeptAnswers implements KeptAnswers {

  private final Database database;
  private final Vault vault;

  SqlKeptAnswers(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  /**
   * What is known of a key.
   *
   * @param until the end of its lease, or of its answer
   */
  @SuppressWarnings("ArrayRecordComponent") // the bytes pass through; nobody compares rows
  private record Row(byte[] request, Optional<byte[]> answer, Instant until) {}

  @Override
  public Taking take(String key, byte[] request, Lease lease) {
    byte[] digest = Sha256.of(request);
    byte[] sealed = vault.seal(digest, requestContext(key));
    return database.write(handle -> {
      if (insert(handle, key, sealed, lease)) {
        return new Taking.Ours();
      }
      Optional<Row> row = find(handle, key);
      if (row.filter(one -> !one.until().isAfter(lease.now())).isPresent()) {
        replace(handle, key, sealed, lease);
        return new Taking.Ours();
      }
      return row.map(one -> judge(key, digest, one)).orElseGet(Taking.UnderWay::new);
    });
  }

  /** A key that was given back between the two looks at it is as good as one under way. */
  private Taking judge(String key, byte[] digest, Row row) {
    if (!MessageDigest.isEqual(vault.open(row.request(), requestContext(key)), digest)) {
      return new Taking.Another();
    }
    return row.answer()
        .<Taking>map(answer -> new Taking.Answered(vault.open(answer, answerContext(key))))
        .orElseGet(Taking.UnderWay::new);
  }

  private static boolean insert(Handle handle, String key, byte[] request, Lease lease) {
    return handle
            .createUpdate(
                """
                INSERT INTO kept_answer (key, request, ends_at)
                VALUES (:key, :request, :until)
                ON CONFLICT (key) DO NOTHING
                """)
            .bind("key", key)
            .bind("request", request)
            .bind("until", lease.until())
            .execute()
        == 1;
  }

  private static Optional<Row> find(Handle handle, String key) {
    return handle
        .createQuery(
            """
            SELECT request, answer, ends_at
            FROM kept_answer
            WHERE key = :key
            <locking>
            """)
        .bind("key", key)
        .map(SqlKeptAnswers::row)
        .findOne();
  }

  private static void replace(Handle handle, String key, byte[] request, Lease lease) {
    handle
        .createUpdate(
            """
            UPDATE kept_answer
            SET request = :request, answer = NULL, ends_at = :until
            WHERE key = :key
            """)
        .bind("key", key)
        .bind("request", request)
        .bind("until", lease.until())
        .execute();
  }

  /** The end of the lease tells whose the key is: whoever took it later has another. */
  @Override
  public void settle(String key, Lease lease, Optional<Kept> kept) {
    Optional<byte[]> sealed = kept.map(one -> vault.seal(one.answer(), answerContext(key)));
    database.run(handle ->
        kept.ifPresentOrElse(
            one -> keep(handle, key, lease, sealed.orElseThrow(), one.until()),
            () -> free(handle, key, lease)));
  }

  private static void keep(Handle handle, String key, Lease lease, byte[] answer, Instant until) {
    handle
        .createUpdate(
            """
            UPDATE kept_answer
            SET answer = :answer, ends_at = :until
            WHERE key = :key
            AND answer IS NULL
            AND ends_at = :lease
            """)
        .bind("key", key)
        .bind("answer", answer)
        .bind("until", until)
        .bind("lease", lease.until())
        .execute();
  }

  private static void free(Handle handle, String key, Lease lease) {
    handle
        .createUpdate(
            """
            DELETE FROM kept_answer
            WHERE key = :key
            AND answer IS NULL
            AND ends_at = :lease
            """)
        .bind("key", key)
        .bind("lease", lease.until())
        .execute();
  }

  private static Row row(ResultSet row, StatementContext context) throws SQLException {
    return new Row(
        row.getBytes("request"),
        Optional.ofNullable(row.getBytes("answer")),
        Columns.instant(row, "ends_at"));
  }

  private static String requestContext(String key) {
    return "request " + key;
  }

  private static String answerContext(String key) {
    return "answer " + key;
  }
}
