package dev.rekey.store;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.token.Ending;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.store.database.Row;
import dev.rekey.store.database.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The rows of grants, inside somebody's transaction. */
final class GrantRows {

  /** What is read of a grant beside what it is found by; of a table or a join named {@code g}. */
  static final String COLUMNS =
      """
      g.wire, g.current_digest, g.previous_digest, g.last_digest, g.rotated_at, g.issued_at,
        g.expires_at, g.agent, g.address, g.last_used_at
      """;

  private static final String END =
      """
      DELETE FROM access_grant
      WHERE account_id = ?
      AND kind = ?
      AND key = ?
      """;

  private static final String PUT =
      """
      INSERT INTO access_grant (account_id, kind, key, wire, current_digest,
        previous_digest, last_digest, rotated_at, issued_at, expires_at, agent, address,
        last_used_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private GrantRows() {}

  /** Ends those of the account that the ending names; how many. */
  static int end(Handle handle, AccountId account, Ending ending, Instant at) {
    return switch (ending) {
      case Ending.None() -> 0;
      case Ending.All() -> {
        noteEnding(handle, account, at);
        yield end(handle, account, Optional.empty(), Optional.empty());
      }
      case Ending.AllBut(var kept) -> {
        noteEnding(handle, account, at);
        yield end(handle, account, Optional.of(kept), Optional.empty());
      }
    };
  }

  /** Ends those of the account that the ending names and that this mount issued; how many. */
  static int endOf(Handle handle, AccountId account, Ending ending, String wire) {
    return switch (ending) {
      case Ending.None() -> 0;
      case Ending.All() -> end(handle, account, Optional.empty(), Optional.of(wire));
      case Ending.AllBut(var kept) -> end(handle, account, Optional.of(kept), Optional.of(wire));
    };
  }

  private static void noteEnding(Handle handle, AccountId account, Instant at) {
    handle
        .createUpdate(
            """
            UPDATE account
            SET sessions_ended_at = :at
            WHERE id = :account
            """)
        .bind("account", account.value())
        .bind("at", at)
        .execute();
  }

  private static int end(
      Handle handle, AccountId account, Optional<Grant.Ref> kept, Optional<String> wire) {
    Optional<Grant.Ref> own = kept.filter(ref -> ref.account().equals(account));
    return handle
        .createUpdate(
            """
            DELETE FROM access_grant
            WHERE account_id = :account
            AND (CAST(:wire AS TEXT) IS NULL OR wire = :wire)
            AND (CAST(:kind AS TEXT) IS NULL OR kind <> :kind OR key <> :key)
            """)
        .bind("account", account.value())
        .bind("wire", wire)
        .bind("kind", own.map(ref -> ref.kind().name()))
        .bind("key", own.map(Grant.Ref::key))
        .execute();
  }

  static boolean end(Handle handle, Grant.Ref ref) {
    return Statements.with(handle, statements -> end(statements, ref));
  }

  private static boolean end(Statements statements, Grant.Ref ref) throws SQLException {
    return statements.change(END, ref.account().value(), ref.kind().name(), ref.key()) == 1;
  }

  /** Stores the grant in place of one of the same ref. */
  static void put(Handle handle, Grant grant) {
    Statements.with(
        handle,
        statements -> {
          end(statements, grant.ref());
          return statements.change(
              PUT,
              grant.ref().account().value(),
              grant.ref().kind().name(),
              grant.ref().key(),
              grant.wire(),
              grant.trail().map(trail -> trail.current().hex()),
              grant.trail().flatMap(Grant.Trail::previous).map(TokenDigest::hex),
              grant.trail().flatMap(Grant.Trail::last).map(TokenDigest::hex),
              grant.trail().flatMap(Grant.Trail::rotatedAt),
              grant.issuedAt(),
              grant.expiresAt(),
              grant.agent(),
              grant.address(),
              grant.lastUsedAt());
        });
  }

  static Grant map(ResultSet result, StatementContext context) throws SQLException {
    Row row = new Row(result);
    AccountId account = new AccountId(row.number());
    return read(row, new Grant.Ref(account, Grant.Kind.valueOf(row.text()), row.text()));
  }

  /** Reads what {@link #COLUMNS} names, in that order. */
  static Grant read(Row row, Grant.Ref ref) throws SQLException {
    return read(row, ref, row.text());
  }

  /** The same behind the first of them, where a join may have found none. */
  static Grant read(Row row, Grant.Ref ref, String wire) throws SQLException {
    Optional<Grant.Trail> trail = trail(row);
    return new Grant(
        ref, wire, trail, row.instant(), row.instant(), row.text(), row.text(), row.instant());
  }

  private static Optional<Grant.Trail> trail(Row row) throws SQLException {
    Optional<TokenDigest> current = digest(row);
    Optional<TokenDigest> previous = digest(row);
    Optional<TokenDigest> last = digest(row);
    Optional<Instant> rotatedAt = row.maybeInstant();
    return current.map(digest -> new Grant.Trail(digest, previous, last, rotatedAt));
  }

  private static Optional<TokenDigest> digest(Row row) throws SQLException {
    return row.maybeText().map(TokenDigest::new);
  }
}
