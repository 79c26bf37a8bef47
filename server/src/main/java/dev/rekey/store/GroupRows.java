package dev.rekey.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.roster.ChildrenGroup;
import dev.rekey.core.roster.GroupId;
import dev.rekey.core.roster.Member;
import dev.rekey.store.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Groups as they lie in the tables, with their children. */
final class GroupRows {

  private static final String SELECT =
      """
      SELECT id, owner_id, hex24, name, school_class, created_at
      FROM children_group
      """;

  private final MemberRows members;

  GroupRows(MemberRows members) {
    this.members = members;
  }

  /** A group without its children. */
  private record Row(
      long id,
      long owner,
      GroupId hex24,
      String name,
      Optional<String> schoolClass,
      Instant createdAt) {

    static Row of(ResultSet row, StatementContext context) throws SQLException {
      return new Row(
          row.getLong("id"),
          row.getLong("owner_id"),
          new GroupId(row.getString("hex24")),
          row.getString("name"),
          Columns.maybeText(row, "school_class"),
          Columns.instant(row, "created_at"));
    }

    ChildrenGroup with(List<Member> children) {
      return new ChildrenGroup(hex24, name, children, schoolClass, createdAt);
    }
  }

  private record Owned(long owner, ChildrenGroup group) {}

  /** The groups of all these owners, each owner's in the order of their making. */
  Map<Long, List<ChildrenGroup>> of(Handle handle, List<Long> owners) {
    List<Row> rows =
        Batches.of(owners).stream().flatMap(batch -> rows(handle, batch).stream()).toList();
    Map<Long, List<Member>> children =
        ChildRows.OF_GROUP.of(handle, members, rows.stream().map(Row::id).toList());
    return rows.stream()
        .map(row -> new Owned(row.owner(), row.with(children.getOrDefault(row.id(), List.of()))))
        .collect(groupingBy(Owned::owner, mapping(Owned::group, toList())));
  }

  private static List<Row> rows(Handle handle, List<Long> owners) {
    return handle
        .createQuery(
            SELECT
                + """
                WHERE owner_id IN (<owners>)
                ORDER BY id
                """)
        .bindList("owners", owners)
        .map(Row::of)
        .list();
  }

  Optional<ChildrenGroup> find(Handle handle, AccountId owner, GroupId id) {
    return row(handle, owner, id).map(row -> row.with(childrenOf(handle, row.id())));
  }

  private List<Member> childrenOf(Handle handle, long group) {
    return ChildRows.OF_GROUP.of(handle, members, List.of(group)).getOrDefault(group, List.of());
  }

  /** The key of the owner's group. */
  static Optional<Long> key(Handle handle, AccountId owner, GroupId id) {
    return row(handle, owner, id).map(Row::id);
  }

  private static Optional<Row> row(Handle handle, AccountId owner, GroupId id) {
    return handle
        .createQuery(
            SELECT
                + """
                WHERE owner_id = :owner
                AND hex24 = :hex24
                """)
        .bind("owner", owner.value())
        .bind("hex24", id.hex24())
        .map(Row::of)
        .findOne();
  }
}
