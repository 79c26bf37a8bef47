package dev.rekey.store;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Realm;
import dev.rekey.core.roster.InstitutionId;
import dev.rekey.core.roster.Member;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.store.database.Columns;
import dev.rekey.store.database.Row;
import dev.rekey.store.database.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Members as they lie in the tables, still without children and groups. */
final class MemberRows implements RowMapper<Member> {

  /** What every query for members begins with. */
  static final String SELECT = select("");

  private static final String GLIMPSE =
      AccountRows.COLUMNS
          + """
          , i.hex24,
            EXISTS (SELECT 1 FROM family_child WHERE family_id = a.id)
            OR EXISTS (SELECT 1 FROM children_group WHERE owner_id = a.id)
          """
          + AccountRows.FROM
          + """
          LEFT JOIN membership m ON m.account_id = a.id
          LEFT JOIN institution i ON i.id = m.institution_id
          WHERE r.name = ?
          AND a.role = ?
          AND a.hex24 = ?
          """;

  private final AccountRows accounts;

  MemberRows(AccountRows accounts) {
    this.accounts = accounts;
  }

  /** The same with columns of what is joined. */
  static String select(String more) {
    return "SELECT a.*, i.hex24 AS institution"
        + more
        + """

        FROM (
        """
        + AccountRows.SELECT
        + """
        ) a
        LEFT JOIN membership m ON m.account_id = a.id
        LEFT JOIN institution i ON i.id = m.institution_id
        """;
  }

  /**
   * A member alone.
   *
   * @param accompanied whether it has children or groups
   */
  record Glimpse(Member member, boolean accompanied) {}

  /** Most members have nobody with them, and are found with one short question. */
  Optional<Glimpse> glimpse(Statements statements, Realm realm, MemberKind kind, String hex24)
      throws SQLException {
    return statements.first(GLIMPSE, this::glimpse, realm.name(), kind.role().name(), hex24);
  }

  private Glimpse glimpse(Row row) throws SQLException {
    Account account = accounts.read(row);
    Optional<InstitutionId> institution = row.maybeText().map(InstitutionId::new);
    return new Glimpse(new Member(account, institution, List.of(), List.of()), row.flag());
  }

  Optional<Member> find(Handle handle, Realm realm, MemberKind kind, String hex24) {
    return handle
        .createQuery(
            SELECT
                + """
                WHERE a.realm = :realm
                AND a.role = :role
                AND a.hex24 = :hex24
                """)
        .bind("realm", realm.name())
        .bind("role", kind.role().name())
        .bind("hex24", hex24)
        .map(this)
        .findOne();
  }

  Optional<Member> find(Handle handle, AccountId id) {
    return handle
        .createQuery(
            SELECT
                + """
                WHERE a.id = :id
                """)
        .bind("id", id.value())
        .map(this)
        .findOne();
  }

  @Override
  public Member map(ResultSet row, StatementContext context) throws SQLException {
    return new Member(
        accounts.map(row, context),
        Columns.maybeText(row, "institution").map(InstitutionId::new),
        List.of(),
        List.of());
  }
}
