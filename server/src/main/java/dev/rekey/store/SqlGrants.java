package dev.rekey.store;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.store.Grants;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.store.database.Columns;
import dev.rekey.store.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Grants on SQL. */
final class SqlGrants implements Grants {

  private final Database database;

  SqlGrants(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Grant> find(Grant.Ref ref) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                SELECT *
                FROM access_grant
                WHERE account_id = :account
                AND kind = :kind
                AND key = :key
                """)
            .bind("account", ref.account().value())
            .bind("kind", ref.kind().name())
            .bind("key", ref.key())
            .map(SqlGrants::grant)
            .findOne());
  }

  @Override
  public List<Grant> of(AccountId account, Instant now) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                SELECT *
                FROM access_grant
                WHERE account_id = :account
                AND expires_at > :now
                ORDER BY issued_at DESC, key
                """)
            .bind("account", account.value())
            .bind("now", now)
            .map(SqlGrants::grant)
            .list());
  }

  @Override
  public boolean open(
      Grant grant, long provenVersion, int most, AuditEntry entry, List<String> forgiven) {
    return database.write(handle -> {
      if (!hold(handle, grant.ref().account(), provenVersion)) {
        return false;
      }
      put(handle, grant);
      trim(handle, grant.ref(), most);
      SqlAuditTrail.append(handle, entry);
      SqlAttempts.clear(handle, forgiven, entry.at());
      return true;
    });
  }

  /**
   * Locks the account's row, so that no change of the password and no disabling comes between, and
   * says whether what was proven still holds.
   */
  private static boolean hold(Handle handle, AccountId account, long provenVersion) {
    boolean enabled =
        handle
            .createQuery(
                """
                SELECT NOT disabled
                FROM account
                WHERE id = :account
                <locking>
                """)
            .bind("account", account.value())
            .mapTo(Boolean.class)
            .findOne()
            .orElse(false);
    return enabled && version(handle, account) == provenVersion;
  }

  /** Read after the lock was got, and so as the last change left it. */
  private static long version(Handle handle, AccountId account) {
    return handle
        .createQuery(
            """
            SELECT version
            FROM credential
            WHERE account_id = :account
            """)
        .bind("account", account.value())
        .mapTo(Long.class)
        .one();
  }

  private static void trim(Handle handle, Grant.Ref newest, int most) {
    handle
        .createUpdate(
            """
            DELETE FROM access_grant
            WHERE account_id = :account
            AND kind = :kind
            AND key IN (
              SELECT key
              FROM (
                SELECT key, ROW_NUMBER() OVER (ORDER BY expires_at DESC, issued_at DESC) AS place
                FROM access_grant
                WHERE account_id = :account
                AND kind = :kind
                AND key <> :newest) AS others
              WHERE place >= :most)
            """)
        .bind("account", newest.account().value())
        .bind("kind", newest.kind().name())
        .bind("newest", newest.key())
        .bind("most", most)
        .execute();
  }

  @Override
  public boolean turn(Grant.Ref ref, TokenDigest expected, Grant.Trail next, Instant expiresAt) {
    return database.write(handle ->
        handle
                .createUpdate(
                    """
                    UPDATE access_grant
                    SET current_digest = :current, previous_digest = :previous,
                      last_digest = :last, rotated_at = :rotatedAt, expires_at = :expiresAt
                    WHERE account_id = :account
                    AND kind = :kind
                    AND key = :key
                    AND current_digest = :expected
                    """)
                .bind("account", ref.account().value())
                .bind("kind", ref.kind().name())
                .bind("key", ref.key())
                .bind("expected", expected.hex())
                .bind("current", next.current().hex())
                .bind("previous", next.previous().map(TokenDigest::hex))
                .bind("last", next.last().map(TokenDigest::hex))
                .bind("rotatedAt", next.rotatedAt())
                .bind("expiresAt", expiresAt)
                .execute()
            == 1);
  }

  @Override
  public boolean end(Grant.Ref ref) {
    return database.write(handle -> end(handle, ref));
  }

  static boolean end(Handle handle, Grant.Ref ref) {
    return handle
            .createUpdate(
                """
                DELETE FROM access_grant
                WHERE account_id = :account
                AND kind = :kind
                AND key = :key
                """)
            .bind("account", ref.account().value())
            .bind("kind", ref.kind().name())
            .bind("key", ref.key())
            .execute()
        == 1;
  }

  static void endAll(Handle handle, AccountId account) {
    handle
        .createUpdate(
            """
            DELETE FROM access_grant
            WHERE account_id = :account
            """)
        .bind("account", account.value())
        .execute();
  }

  static void endOthers(Handle handle, Grant.Ref kept) {
    handle
        .createUpdate(
            """
            DELETE FROM access_grant
            WHERE account_id = :account
            AND NOT (kind = :kind AND key = :key)
            """)
        .bind("account", kept.account().value())
        .bind("kind", kept.kind().name())
        .bind("key", kept.key())
        .execute();
  }

  /** Stores the grant in place of one of the same ref. */
  static void put(Handle handle, Grant grant) {
    end(handle, grant.ref());
    handle
        .createUpdate(
            """
            INSERT INTO access_grant (account_id, kind, key, wire, current_digest,
              previous_digest, last_digest, rotated_at, issued_at, expires_at, agent, address)
            VALUES (:account, :kind, :key, :wire, :current,
              :previous, :last, :rotatedAt, :issuedAt, :expiresAt, :agent, :address)
            """)
        .bind("account", grant.ref().account().value())
        .bind("kind", grant.ref().kind().name())
        .bind("key", grant.ref().key())
        .bind("wire", grant.wire())
        .bind("current", grant.trail().map(trail -> trail.current().hex()))
        .bind("previous", grant.trail().flatMap(Grant.Trail::previous).map(TokenDigest::hex))
        .bind("last", grant.trail().flatMap(Grant.Trail::last).map(TokenDigest::hex))
        .bind("rotatedAt", grant.trail().flatMap(Grant.Trail::rotatedAt))
        .bind("issuedAt", grant.issuedAt())
        .bind("expiresAt", grant.expiresAt())
        .bind("agent", grant.agent())
        .bind("address", grant.address())
        .execute();
  }

  private static Grant grant(ResultSet row, StatementContext context) throws SQLException {
    AccountId account = new AccountId(row.getLong("account_id"));
    Grant.Kind kind = Grant.Kind.valueOf(row.getString("kind"));
    return new Grant(
        new Grant.Ref(account, kind, row.getString("key")),
        row.getString("wire"),
        trail(row),
        Columns.instant(row, "issued_at"),
        Columns.instant(row, "expires_at"),
        row.getString("agent"),
        row.getString("address"));
  }

  private static Optional<Grant.Trail> trail(ResultSet row) throws SQLException {
    Optional<TokenDigest> current = digest(row, "current_digest");
    if (current.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Grant.Trail(
            current.get(),
            digest(row, "previous_digest"),
            digest(row, "last_digest"),
            Columns.maybeInstant(row, "rotated_at")));
  }

  private static Optional<TokenDigest> digest(ResultSet row, String column) throws SQLException {
    return Columns.maybeText(row, column).map(TokenDigest::new);
  }
}
