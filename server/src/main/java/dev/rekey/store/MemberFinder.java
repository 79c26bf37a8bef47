package dev.rekey.store;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Handle.Hex24;
import dev.rekey.core.account.Realm;
import dev.rekey.core.roster.ChildrenGroup;
import dev.rekey.core.roster.InstitutionId;
import dev.rekey.core.roster.Member;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.store.Window;
import dev.rekey.store.MemberRows.Glimpse;
import dev.rekey.store.database.Statements;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Finds members and completes them with their children and groups. */
final class MemberFinder {

  private static final String TAG = "nfc_tag";

  private static final String OF_INSTITUTION =
      """
      AND i.hex24 = :institution
      """;

  private final MemberRows rows;
  private final GroupRows groups;

  MemberFinder(MemberRows rows, GroupRows groups) {
    this.rows = rows;
    this.groups = groups;
  }

  Optional<Glimpse> glimpse(Statements statements, Realm realm, MemberKind kind, Hex24 id)
      throws SQLException {
    return rows.glimpse(statements, realm, kind, id.value());
  }

  Optional<Member> find(Handle handle, Realm realm, MemberKind kind, Hex24 id) {
    return rows.find(handle, realm, kind, id.value()).map(member -> complete(handle, member));
  }

  /** The member that is there, for the row is locked. */
  Member find(Handle handle, AccountId id) {
    return complete(handle, rows.find(handle, id).orElseThrow());
  }

  private Member complete(Handle handle, Member member) {
    return complete(handle, List.of(member)).getFirst();
  }

  List<Member> complete(Handle handle, List<Member> members) {
    Map<Long, List<Member>> children =
        ChildRows.OF_FAMILY.of(handle, rows, ids(members, MemberKind::hasChildren));
    Map<Long, List<ChildrenGroup>> all = groups.of(handle, ids(members, MemberKind::keepsGroups));
    return members.stream()
        .map(member ->
            member.with(
                children.getOrDefault(id(member), List.of()),
                all.getOrDefault(id(member), List.of())))
        .toList();
  }

  private static List<Long> ids(List<Member> members, Predicate<MemberKind> which) {
    return members.stream()
        .filter(member -> member.kind().filter(which).isPresent())
        .map(MemberFinder::id)
        .toList();
  }

  private static long id(Member member) {
    return member.account().id().value();
  }

  List<Member> list(
      Handle handle,
      Realm realm,
      MemberKind kind,
      Optional<InstitutionId> institution,
      Window window) {
    Query query =
        handle
            .createQuery(
                MemberRows.SELECT
                    + """
                    WHERE a.realm = :realm
                    AND a.role = :role
                    AND a.created_at >= :from
                    AND a.created_at < :before
                    <ofInstitution>
                    ORDER BY a.id DESC
                    LIMIT :limit OFFSET :offset
                    """)
            .define("ofInstitution", institution.map(_ -> OF_INSTITUTION).orElse(""))
            .bind("realm", realm.name())
            .bind("role", kind.role().name());
    institution.ifPresent(id -> query.bind("institution", id.hex24()));
    return Windows.bind(query, window).map(rows).list();
  }

  /** The tag is looked for as it was typed, not as the database could store it. */
  Optional<Member> findByTag(Handle handle, Realm realm, String tag) {
    return handle
        .createQuery(
            MemberRows.SELECT
                + """
                WHERE a.id IN (
                  SELECT id
                  FROM account
                  WHERE realm_id = (SELECT id FROM realm WHERE name = :realm)
                  AND nfc_tag = :tag
                  AND role = :role)
                ORDER BY a.id
                """)
        .bind("realm", realm.name())
        .bind("role", MemberKind.CHILD.role().name())
        .bind("tag", tag)
        .map(rows)
        .list()
        .stream()
        .filter(child -> child.field(TAG).filter(tag::equals).isPresent())
        .findFirst();
  }

  static long count(Handle handle, Realm realm, MemberKind kind) {
    return handle
        .createQuery(
            """
            SELECT COUNT(*)
            FROM account a
            JOIN realm r ON r.id = a.realm_id
            WHERE r.name = :realm
            AND a.role = :role
            """)
        .bind("realm", realm.name())
        .bind("role", kind.role().name())
        .mapTo(Long.class)
        .one();
  }

  static Optional<InstitutionId> institutionOf(Handle handle, AccountId account) {
    return handle
        .createQuery(
            """
            SELECT i.hex24
            FROM membership m
            JOIN institution i ON i.id = m.institution_id
            WHERE m.account_id = :account
            """)
        .bind("account", account.value())
        .mapTo(String.class)
        .findOne()
        .map(InstitutionId::new);
  }
}
