package dev.rekey.store;

import dev.rekey.core.chronicle.Census;
import dev.rekey.core.chronicle.Happening;
import dev.rekey.core.chronicle.HashKind;
import dev.rekey.core.chronicle.Node;
import dev.rekey.core.chronicle.Tally;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.store.Chronicle;
import dev.rekey.store.database.Columns;
import dev.rekey.store.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The chronicle on SQL. */
final class SqlChronicle implements Chronicle {

  private static final long DAY_MILLIS = 86_400_000;

  private final Database database;

  SqlChronicle(Database database) {
    this.database = database;
  }

  @Override
  public void add(Node node, Instant slot, Map<Happening, Long> counts) {
    database.run(handle -> {
      counts.forEach((what, count) -> add(handle, slot, what, count));
      greet(handle, node);
    });
  }

  private static void add(Handle handle, Instant slot, Happening what, long count) {
    handle
        .createUpdate(
            """
            INSERT INTO tally (slot, what, count)
            VALUES (:slot, :what, :count)
            ON CONFLICT (slot, what) DO UPDATE SET count = tally.count + excluded.count
            """)
        .bind("slot", slot)
        .bind("what", what.name())
        .bind("count", count)
        .execute();
  }

  private static void greet(Handle handle, Node node) {
    handle
        .createUpdate(
            """
            INSERT INTO node (name, version, started_at, seen_at)
            VALUES (:name, :version, :started, :seen)
            ON CONFLICT (name) DO UPDATE SET version = excluded.version,
              started_at = excluded.started_at, seen_at = excluded.seen_at
            """)
        .bind("name", node.name())
        .bind("version", node.version())
        .bind("started", node.startedAt())
        .bind("seen", node.seenAt())
        .execute();
  }

  @Override
  public List<Tally> since(Instant slot) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                SELECT slot, what, count
                FROM tally
                WHERE slot >= :slot
                ORDER BY slot, what
                """)
            .bind("slot", slot)
            .map(SqlChronicle::tally)
            .list());
  }

  private static Tally tally(ResultSet row, StatementContext context) throws SQLException {
    return new Tally(
        Columns.instant(row, "slot"),
        Happening.valueOf(row.getString("what")),
        row.getLong("count"));
  }

  @Override
  public List<Node> nodes(Instant since) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                SELECT name, version, started_at, seen_at
                FROM node
                WHERE seen_at >= :since
                ORDER BY name
                """)
            .bind("since", since)
            .map(SqlChronicle::node)
            .list());
  }

  private static Node node(ResultSet row, StatementContext context) throws SQLException {
    return new Node(
        row.getString("name"),
        row.getString("version"),
        Columns.instant(row, "started_at"),
        Columns.instant(row, "seen_at"));
  }

  @Override
  public Handful count(OptionalLong after, int limit) {
    List<Kept> kept =
        database.read(handle ->
            handle
                .createQuery(
                    """
                    SELECT account_id, hash
                    FROM credential
                    WHERE account_id > :after
                    ORDER BY account_id
                    LIMIT :limit
                    """)
                .bind("after", after.orElse(0))
                .bind("limit", limit)
                .map((row, _) -> new Kept(row.getLong(1), Columns.maybeText(row, "hash")))
                .list());
    Map<HashKind, Long> counts = new HashMap<>();
    kept.forEach(one ->
        one.hash()
            .map(PasswordHash::of)
            .map(HashKind::of)
            .ifPresent(kind -> counts.merge(kind, 1L, Long::sum)));
    return new Handful(
        counts,
        kept.size() < limit ? OptionalLong.empty() : OptionalLong.of(kept.getLast().account()));
  }

  /** One account's password. */
  private record Kept(long account, Optional<String> hash) {}

  @Override
  public void note(Census census) {
    long day = Math.floorDiv(census.at().toEpochMilli(), DAY_MILLIS);
    database.run(handle -> {
      handle.createUpdate("DELETE FROM census WHERE day = :day").bind("day", day).execute();
      census.counts().forEach((kind, count) -> note(handle, day, census.at(), kind, count));
    });
  }

  private static void note(Handle handle, long day, Instant at, HashKind kind, long count) {
    handle
        .createUpdate(
            """
            INSERT INTO census (day, at, scheme, cost, count)
            VALUES (:day, :at, :scheme, :cost, :count)
            """)
        .bind("day", day)
        .bind("at", at)
        .bind("scheme", kind.scheme())
        .bind("cost", kind.cost())
        .bind("count", count)
        .execute();
  }

  @Override
  public List<Census> censuses(Instant since) {
    Map<Instant, Map<HashKind, Long>> found = new TreeMap<>();
    database
        .read(handle ->
            handle
                .createQuery(
                    """
                    SELECT at, scheme, cost, count
                    FROM census
                    WHERE day >= :day
                    """)
                .bind("day", Math.floorDiv(since.toEpochMilli(), DAY_MILLIS))
                .map(SqlChronicle::share)
                .list())
        .forEach(share ->
            found
                .computeIfAbsent(share.at(), _ -> new HashMap<>())
                .put(share.kind(), share.count()));
    return found.entrySet().stream().map(one -> new Census(one.getKey(), one.getValue())).toList();
  }

  /** One kind in one census. */
  private record Share(Instant at, HashKind kind, long count) {}

  private static Share share(ResultSet row, StatementContext context) throws SQLException {
    return new Share(
        Columns.instant(row, "at"),
        new HashKind(row.getString("scheme"), row.getString("cost")),
        row.getLong("count"));
  }

  @Override
  public void forget(Instant until) {
    database.run(handle -> {
      forget(handle, "DELETE FROM tally WHERE slot < :until", until.toEpochMilli());
      forget(handle, "DELETE FROM node WHERE seen_at < :until", until.toEpochMilli());
      forget(
          handle,
          "DELETE FROM census WHERE day < :until",
          Math.floorDiv(until.toEpochMilli(), DAY_MILLIS));
    });
  }

  private static void forget(Handle handle, String statement, long until) {
    handle.createUpdate(statement).bind("until", until).execute();
  }
}
