package dev.rekey.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.rekey.core.account.Handle.Hex24;
import dev.rekey.core.account.Realm;
import dev.rekey.core.roster.Member;
import dev.rekey.core.roster.MemberKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The rows of the children whom somebody holds together, a family or a group. A row whose account
 * is no child any more, having got another role, does not count.
 *
 * @param table where they stand
 * @param holder the column of the family or the group
 */
record ChildRows(String table, String holder) {

  static final ChildRows OF_FAMILY = new ChildRows("family_child", "family_id");
  static final ChildRows OF_GROUP = new ChildRows("group_child", "group_id");

  private static final String SELECT =
      MemberRows.select(", h.<holder> AS holder")
          + """
          JOIN <table> h ON h.child_id = a.id
          WHERE h.<holder> IN (<holders>)
          AND a.role = :child
          ORDER BY h.place
          """;

  private record Held(long holder, Member child) {}

  /** The children of all these holders, each holder's in their order. */
  Map<Long, List<Member>> of(Handle handle, MemberRows rows, List<Long> holders) {
    return Batches.of(holders).stream()
        .flatMap(batch -> held(handle, rows, batch).stream())
        .collect(groupingBy(Held::holder, mapping(Held::child, toList())));
  }

  private List<Held> held(Handle handle, MemberRows rows, List<Long> holders) {
    return in(handle.createQuery(SELECT))
        .bindList("holders", holders)
        .bind("child", MemberKind.CHILD.role().name())
        .map((row, context) -> new Held(row.getLong("holder"), rows.map(row, context)))
        .list();
  }

  /** The children are these, in this order, and no others. */
  void replace(Handle handle, long holderId, List<Long> children) {
    in(handle.createUpdate(
            """
            DELETE FROM <table>
            WHERE <holder> = :holder
            """))
        .bind("holder", holderId)
        .execute();
    children.forEach(child -> add(handle, holderId, child));
  }

  /** Adds the child behind the others; false when it is there already. */
  boolean add(Handle handle, long holderId, long child) {
    return in(handle.createUpdate(
                """
                INSERT INTO <table> (<holder>, child_id, place)
                SELECT :holder, :child, COALESCE(MAX(place), 0) + 1
                FROM <table>
                WHERE <holder> = :holder
                ON CONFLICT (<holder>, child_id) DO NOTHING
                """))
            .bind("holder", holderId)
            .bind("child", child)
            .execute()
        > 0;
  }

  /** Takes the child out; false when it is not there. */
  boolean remove(Handle handle, long holderId, Hex24 child) {
    return in(handle.createUpdate(
                """
                DELETE FROM <table>
                WHERE <holder> = :holder
                AND child_id IN (
                  SELECT id
                  FROM account
                  WHERE hex24 = :child)
                """))
            .bind("holder", holderId)
            .bind("child", child.value())
            .execute()
        > 0;
  }

  boolean has(Handle handle, long holderId, Hex24 child) {
    return in(handle.createQuery(
            """
            SELECT EXISTS (
              SELECT 1
              FROM <table> h
              JOIN account c ON c.id = h.child_id
              WHERE h.<holder> = :holder
              AND c.hex24 = :child
              AND c.role = :role)
            """))
        .bind("holder", holderId)
        .bind("child", child.value())
        .bind("role", MemberKind.CHILD.role().name())
        .mapTo(Boolean.class)
        .one();
  }

  private <T extends SqlStatement<T>> T in(T statement) {
    return statement.define("table", table).define("holder", holder);
  }

  /**
   * Locks the accounts of these children until the commit, so that nobody deletes them meanwhile.
   *
   * @return their keys, in the order in which they were named
   * @throws ChildrenMissing when some are no children of the realm
   */
  static List<Long> hold(Handle handle, Realm realm, List<Hex24> ids) {
    Map<String, Long> keys = ids.isEmpty() ? Map.of() : lock(handle, realm, ids);
    List<Hex24> missing = ids.stream().filter(id -> !keys.containsKey(id.value())).toList();
    if (!missing.isEmpty()) {
      throw new ChildrenMissing(missing);
    }
    return ids.stream().map(id -> Objects.requireNonNull(keys.get(id.value()))).toList();
  }

  private static Map<String, Long> lock(Handle handle, Realm realm, List<Hex24> ids) {
    return handle
        .createQuery(
            """
            SELECT hex24, id
            FROM account
            WHERE realm_id = :realm
            AND role = :child
            AND hex24 IN (<ids>)
            ORDER BY id
            <locking>
            """)
        .bind("realm", Realms.idOf(handle, realm))
        .bind("child", MemberKind.CHILD.role().name())
        .bindList("ids", ids.stream().map(Hex24::value).toList())
        .setMapKeyColumn("hex24")
        .setMapValueColumn("id")
        .collectInto(new GenericType<Map<String, Long>>() {});
  }
}
