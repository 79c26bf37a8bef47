package dev.rekey.store;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.AuditLine;
import dev.rekey.core.audit.AuditQuery;
import dev.rekey.core.audit.AuditRow;
import dev.rekey.core.store.AuditTrail;
import dev.rekey.core.visit.Origin;
import dev.rekey.store.database.Columns;
import dev.rekey.store.database.Database;
import dev.rekey.store.database.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import tools.jackson.databind.json.JsonMapper;

/** The audit trail on SQL. */
final class SqlAuditTrail implements AuditTrail {

  private static final String APPEND =
      """
      INSERT INTO audit (at, realm_id, account_id, by_account_id, wire, event, detail, why,
        address, agent)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final Database database;

  SqlAuditTrail(Database database) {
    this.database = database;
  }

  @Override
  public void write(AuditEntry entry) {
    database.run(handle -> append(handle, entry));
  }

  @Override
  public List<String> latest(AccountId about, int limit) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                SELECT event
                FROM audit
                WHERE account_id = :account
                ORDER BY id DESC
                LIMIT :limit
                """)
            .bind("account", about.value())
            .bind("limit", limit)
            .mapTo(String.class)
            .list());
  }

  @Override
  public List<AuditLine> about(AccountId account, int limit) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                SELECT at, event, wire, address, agent, by_account_id
                FROM audit
                WHERE account_id = :account
                ORDER BY id DESC
                LIMIT :limit
                """)
            .bind("account", account.value())
            .bind("limit", limit)
            .map(SqlAuditTrail::line)
            .list());
  }

  static AuditLine line(ResultSet row, StatementContext context) throws SQLException {
    return new AuditLine(
        Columns.instant(row, "at"),
        row.getString("event"),
        row.getString("wire"),
        new Origin(row.getString("address"), row.getString("agent")),
        row.getString("by_account_id") != null);
  }

  @Override
  public List<AuditRow> search(Realm realm, AuditQuery query) {
    return database.read(handle -> new AuditSearch(realm, query).in(handle));
  }

  /** Writes the entry in somebody's transaction. */
  static void append(Handle handle, AuditEntry entry) {
    long realm = Realms.idOf(handle, entry.visit().realm());
    Statements.with(
        handle,
        statements ->
            statements.change(
                APPEND,
                entry.at(),
                realm,
                entry.about().map(AccountId::value),
                entry.by().map(AccountId::value),
                entry.visit().wire(),
                entry.event().name(),
                JsonMapper.shared().writeValueAsString(entry.event().detail()),
                entry.visit().why(),
                entry.visit().origin().address(),
                entry.visit().origin().agent()));
    WatchedDatabase.written(entry);
  }
}
