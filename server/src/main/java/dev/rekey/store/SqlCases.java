package dev.rekey.store;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.WireIds;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.dispute.Case;
import dev.rekey.core.dispute.Case.AddressFate;
import dev.rekey.core.dispute.Case.Closing;
import dev.rekey.core.store.Cases;
import dev.rekey.core.token.Alarm;
import dev.rekey.core.visit.Origin;
import dev.rekey.store.database.Columns;
import dev.rekey.store.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Cases on SQL. */
final class SqlCases implements Cases {

  private static final String SELECT =
      """
      SELECT d.id, d.account_id, d.name, d.opened_at, d.deed, d.at, d.address, d.agent,
        d.raised_address, d.raised_agent, d.password, d.email, d.closed_at, d.closed_by, d.why,
        a.number, a.hex24, a.hex32, a.frozen_at
      FROM dispute d
      JOIN realm r ON r.id = d.realm_id
      LEFT JOIN account a ON a.id = d.account_id
      WHERE r.name = :realm
      """;

  private final Database database;

  SqlCases(Database database) {
    this.database = database;
  }

  @Override
  public List<Case> list(Realm realm, boolean openAlone, Optional<Long> before, int limit) {
    return database.read(handle ->
        handle
            .createQuery(
                SELECT
                    + (openAlone ? "AND d.closed_at IS NULL\n" : "")
                    + """
                    AND d.id < :before
                    ORDER BY d.id DESC
                    LIMIT :limit
                    """)
            .bind("realm", realm.name())
            .bind("before", before.orElse(Long.MAX_VALUE))
            .bind("limit", limit)
            .map(SqlCases::one)
            .list());
  }

  @Override
  public Optional<Case> find(Realm realm, long number) {
    return database.read(handle ->
        handle
            .createQuery(
                SELECT
                    + """
                    AND d.id = :number
                    """)
            .bind("realm", realm.name())
            .bind("number", number)
            .map(SqlCases::one)
            .findOne());
  }

  @Override
  public long open(Realm realm) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                SELECT COUNT(*)
                FROM dispute d
                JOIN realm r ON r.id = d.realm_id
                WHERE r.name = :realm
                AND d.closed_at IS NULL
                """)
            .bind("realm", realm.name())
            .mapTo(Long.class)
            .one());
  }

  @Override
  public boolean close(long number, boolean thaws, Optional<String> by, AuditEntry entry) {
    return database.write(handle -> {
      boolean closed = close(handle, number, by, entry);
      if (closed) {
        entry.about().filter(_ -> thaws).ifPresent(account -> thaw(handle, account));
        SqlAuditTrail.append(handle, entry);
      }
      return closed;
    });
  }

  private static boolean close(Handle handle, long number, Optional<String> by, AuditEntry entry) {
    return handle
            .createUpdate(
                """
                UPDATE dispute
                SET closed_at = :at, closed_by = :by, why = :why
                WHERE id = :number
                AND closed_at IS NULL
                """)
            .bind("number", number)
            .bind("at", entry.at())
            .bind("by", by)
            .bind("why", entry.visit().why().orElse(""))
            .execute()
        == 1;
  }

  private static void thaw(Handle handle, AccountId account) {
    handle
        .createUpdate(
            """
            UPDATE account
            SET frozen_at = NULL
            WHERE id = :account
            """)
        .bind("account", account.value())
        .execute();
    DisputeRows.forgetWaysBack(handle, account);
  }

  private static Case one(ResultSet row, StatementContext context) throws SQLException {
    return new Case(
        row.getLong("id"),
        new AccountId(row.getLong("account_id")),
        row.getString("name"),
        ids(row),
        Columns.instant(row, "opened_at"),
        Alarm.Deed.valueOf(row.getString("deed")),
        Columns.instant(row, "at"),
        new Origin(row.getString("address"), row.getString("agent")),
        new Origin(row.getString("raised_address"), row.getString("raised_agent")),
        row.getBoolean("password"),
        AddressFate.valueOf(row.getString("email")),
        Columns.maybeInstant(row, "frozen_at").isPresent(),
        closing(row));
  }

  private static Optional<WireIds> ids(ResultSet row) throws SQLException {
    long number = row.getLong("number");
    String hex32 = row.getString("hex32");
    return Columns.maybeText(row, "hex24").map(hex24 -> new WireIds(number, hex24, hex32));
  }

  private static Optional<Closing> closing(ResultSet row) throws SQLException {
    Optional<String> by = Columns.maybeText(row, "closed_by");
    String why = Columns.maybeText(row, "why").orElse("");
    return Columns.maybeInstant(row, "closed_at").map(at -> new Closing(at, by, why));
  }
}
