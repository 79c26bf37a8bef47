package dev.rekey.store;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.store.Grants.Arrival;
import dev.rekey.core.token.Grant;
import dev.rekey.store.database.Row;
import dev.rekey.store.database.Statements;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Opens a session after a good sign-in, inside somebody's transaction. */
final class Opener {

  private static final String ENABLED =
      """
      SELECT NOT disabled AND frozen_at IS NULL
      FROM account
      WHERE id = ?
      """;

  private static final String VERSION =
      """
      SELECT version
      FROM credential
      WHERE account_id = ?
      """;

  private static final String NOTE_SIGN_IN =
      """
      UPDATE account
      SET last_sign_in_at = ?
      WHERE id = ?
      """;

  private static final String COUNT =
      """
      SELECT COUNT(*)
      FROM access_grant
      WHERE account_id = ?
      AND kind = ?
      """;

  private static final String TRIM =
      """
      DELETE FROM access_grant
      WHERE account_id = ?
      AND kind = ?
      AND key IN (
        SELECT key
        FROM access_grant
        WHERE account_id = ?
        AND kind = ?
        AND key <> ?
        ORDER BY expires_at, issued_at
        LIMIT ?)
      """;

  private final DeviceRows devices;

  Opener(DeviceRows devices) {
    this.devices = devices;
  }

  /** The whole opening; false when what was proven holds no more. */
  boolean open(
      Handle handle,
      Grant grant,
      long provenVersion,
      int most,
      AuditEntry entry,
      List<String> forgiven,
      Optional<Arrival> arrival) {
    if (!hold(handle, grant.ref().account(), provenVersion)) {
      return false;
    }
    GrantRows.put(handle, grant);
    Statements.with(handle, statements -> settle(statements, grant.ref(), most, entry.at()));
    SqlAuditTrail.append(handle, entry);
    SqlAttempts.clear(handle, forgiven, entry.at());
    arrival.ifPresent(one -> devices.arrive(handle, grant.ref().account(), one, entry.at()));
    return true;
  }

  /**
   * Locks the account's row, so that no change of the password and no disabling comes between, and
   * says whether what was proven still holds.
   */
  private static boolean hold(Handle handle, AccountId account, long provenVersion) {
    String enabled = Locking.by(handle, ENABLED);
    return Statements.with(
        handle,
        statements ->
            statements.first(enabled, Row::flag, account.value()).orElse(false)
                && version(statements, account) == provenVersion);
  }

  /** Read after the lock was got, and so as the last change left it. */
  private static long version(Statements statements, AccountId account) throws SQLException {
    return statements.first(VERSION, Row::number, account.value()).orElseThrow();
  }

  private static int settle(Statements statements, Grant.Ref newest, int most, Instant at)
      throws SQLException {
    long account = newest.account().value();
    String kind = newest.kind().name();
    long over = statements.first(COUNT, Row::number, account, kind).orElse(0L) - most;
    if (over > 0) {
      statements.change(TRIM, account, kind, account, kind, newest.key(), over);
    }
    return statements.change(NOTE_SIGN_IN, at, account);
  }
}
