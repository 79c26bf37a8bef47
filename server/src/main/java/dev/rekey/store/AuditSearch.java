package dev.rekey.store;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditQuery;
import dev.rekey.core.audit.AuditRow;
import dev.rekey.store.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * A look into the audit trail, along the one index that fits best: however long the trail is, a
 * page costs about what it shows.
 */
final class AuditSearch {

  /** Lines are numbered in the order of their commits, and dated a moment before. */
  private static final long DISORDER_MILLIS = 60_000;

  private static final String COLUMNS =
      "id, at, account_id, by_account_id, wire, event, detail, why, address, agent";

  private static final String SINCE =
      """
      at >= :from AND id > coalesce(
        (SELECT id FROM audit WHERE at < :fromRoughly ORDER BY at DESC LIMIT 1), 0)\
      """;

  private static final String UNTIL =
      """
      at < :until AND id < coalesce(
        (SELECT id FROM audit WHERE at > :untilRoughly ORDER BY at LIMIT 1), 9223372036854775807)\
      """;

  private final Realm realm;
  private final AuditQuery query;

  AuditSearch(Realm realm, AuditQuery query) {
    this.realm = realm;
    this.query = query;
  }

  List<AuditRow> in(Handle handle) {
    Query statement = handle.createQuery(sql());
    statement.bind("realm", realm.name()).bind("limit", query.limit());
    query.account().ifPresent(id -> statement.bind("account", id.value()));
    query.event().ifPresent(name -> statement.bind("event", name));
    query.before().ifPresent(id -> statement.bind("before", id));
    query.from().ifPresent(at -> bindTime(statement, "from", at, -DISORDER_MILLIS));
    query.until().ifPresent(at -> bindTime(statement, "until", at, DISORDER_MILLIS));
    return statement.map(AuditSearch::row).list();
  }

  private static void bindTime(Query statement, String name, Instant at, long slack) {
    statement.bind(name, at).bind(name + "Roughly", at.plusMillis(slack));
  }

  /** About somebody and by somebody are two indexes, so two short lists are merged. */
  private String sql() {
    return query.account().isEmpty()
        ? part("") + " ORDER BY id DESC LIMIT :limit"
        : """
        SELECT * FROM (
          SELECT * FROM (%s ORDER BY id DESC LIMIT :limit) told
          UNION
          SELECT * FROM (%s ORDER BY id DESC LIMIT :limit) done
        ) found
        ORDER BY id DESC
        LIMIT :limit\
        """
            .formatted(part("account_id = :account"), part("by_account_id = :account"));
  }

  private String part(String who) {
    List<String> conditions = new ArrayList<>();
    conditions.add("realm_id = (SELECT id FROM realm WHERE name = :realm)");
    if (!who.isEmpty()) {
      conditions.add(who);
    }
    query.event().ifPresent(_ -> conditions.add("event = :event"));
    query.before().ifPresent(_ -> conditions.add("id < :before"));
    query.from().ifPresent(_ -> conditions.add(SINCE));
    query.until().ifPresent(_ -> conditions.add(UNTIL));
    return "SELECT " + COLUMNS + " FROM audit WHERE " + String.join(" AND ", conditions);
  }

  private static AuditRow row(ResultSet row, StatementContext context) throws SQLException {
    return new AuditRow(
        row.getLong("id"),
        SqlAuditTrail.line(row, context),
        account(row, "account_id"),
        account(row, "by_account_id"),
        Columns.maybeText(row, "why"),
        detail(row.getString("detail")));
  }

  private static Optional<AccountId> account(ResultSet row, String column) throws SQLException {
    OptionalLong value = Columns.maybeLong(row, column);
    return value.isPresent() ? Optional.of(new AccountId(value.getAsLong())) : Optional.empty();
  }

  private static Map<String, String> detail(String json) {
    Map<String, String> words = new TreeMap<>();
    JsonMapper.shared()
        .readTree(json)
        .properties()
        .forEach(member -> words.put(member.getKey(), member.getValue().asString()));
    return words;
  }
}
