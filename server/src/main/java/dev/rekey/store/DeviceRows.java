package dev.rekey.store;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Footing;
import dev.rekey.core.store.Grants.Arrival;
import dev.rekey.store.database.Row;
import dev.rekey.store.database.Statements;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** The rows of what accounts were signed in with, inside a sign-in's transaction. */
final class DeviceRows {

  private static final String KNOWN =
      """
      SELECT COUNT(*), COALESCE(SUM(CASE WHEN mark = ? THEN 1 ELSE 0 END), 0)
      FROM known_device
      WHERE account_id = ?
      AND forget_at > ?
      """;

  private static final String REMEMBER =
      """
      INSERT INTO known_device (account_id, mark, forget_at)
      VALUES (?, ?, ?)
      ON CONFLICT (account_id, mark) DO UPDATE
      SET forget_at = excluded.forget_at
      """;

  private final AccountRows accounts;
  private final AlarmRows alarms;
  private final SqlOutbox outbox;

  DeviceRows(AccountRows accounts, AlarmRows alarms, SqlOutbox outbox) {
    this.accounts = accounts;
    this.alarms = alarms;
    this.outbox = outbox;
  }

  /** How many devices are known, and whether this is one of them. */
  private record Known(long all, boolean thisOne) {

    boolean isNews() {
      return all > 0 && !thisOne;
    }
  }

  void arrive(Handle handle, AccountId account, Arrival arrival, Instant now) {
    Known known = known(handle, account, arrival, now);
    Statements.with(
        handle,
        statements ->
            statements.change(REMEMBER, account.value(), arrival.mark().hex(), arrival.forgetAt()));
    if (known.isNews()) {
      Account held = accounts.find(handle, account).orElseThrow();
      alarms.hang(handle, arrival.alarms(), Footing.of(held));
      arrival.letters().forEach(letter -> outbox.post(handle, letter, now));
    }
  }

  /** Whatever came in is news from now on, an intruder's device above all. */
  static void forget(Handle handle, AccountId account) {
    handle
        .createUpdate(
            """
            DELETE FROM known_device
            WHERE account_id = :account
            """)
        .bind("account", account.value())
        .execute();
  }

  private static Known known(Handle handle, AccountId account, Arrival arrival, Instant now) {
    return Statements.with(
            handle,
            statements ->
                statements.first(
                    KNOWN, DeviceRows::known, arrival.mark().hex(), account.value(), now))
        .orElseThrow();
  }

  private static Known known(Row row) throws SQLException {
    return new Known(row.number(), row.number() > 0);
  }
}
