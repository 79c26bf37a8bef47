package dev.rekey.store;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Realm;
import dev.rekey.core.roster.Institution;
import dev.rekey.core.roster.Institution.Details;
import dev.rekey.core.roster.InstitutionId;
import dev.rekey.store.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Institutions as they lie in the tables, and who belongs to them. */
final class InstitutionRows implements RowMapper<Institution> {

  /** What every query for institutions begins with. */
  static final String SELECT =
      """
      SELECT i.id, r.name AS realm, i.hex24, i.type, i.name, i.address, i.latitude, i.longitude,
        i.created_at
      FROM institution i
      JOIN realm r ON r.id = i.realm_id
      """;

  /** Locks the institution's row until the commit, and says where it is. */
  static Optional<Long> hold(Handle handle, Realm realm, InstitutionId id) {
    return handle
        .createQuery(
            """
            SELECT id
            FROM institution
            WHERE realm_id = :realm
            AND hex24 = :hex24
            <locking>
            """)
        .bind("realm", Realms.idOf(handle, realm))
        .bind("hex24", id.hex24())
        .mapTo(Long.class)
        .findOne();
  }

  /**
   * Lets the account belong there, and nowhere else; nobody deletes the institution meanwhile.
   *
   * @throws InstitutionMissing when there is none
   */
  static void settle(Handle handle, AccountId account, Realm realm, InstitutionId id) {
    long institution = hold(handle, realm, id).orElseThrow(InstitutionMissing::new);
    handle
        .createUpdate(
            """
            INSERT INTO membership (account_id, institution_id)
            VALUES (:account, :institution)
            ON CONFLICT (account_id) DO UPDATE
            SET institution_id = excluded.institution_id
            """)
        .bind("account", account.value())
        .bind("institution", institution)
        .execute();
  }

  Optional<Institution> find(Handle handle, Realm realm, InstitutionId id) {
    return handle
        .createQuery(
            SELECT
                + """
                WHERE r.name = :realm
                AND i.hex24 = :hex24
                """)
        .bind("realm", realm.name())
        .bind("hex24", id.hex24())
        .map(this)
        .findOne();
  }

  @Override
  public Institution map(ResultSet row, StatementContext context) throws SQLException {
    return new Institution(
        new InstitutionId(row.getString("hex24")),
        new Realm(row.getString("realm")),
        new Details(
            row.getString("type"),
            row.getString("name"),
            Columns.maybeText(row, "address"),
            Columns.maybeText(row, "latitude"),
            Columns.maybeText(row, "longitude")),
        Columns.instant(row, "created_at"));
  }
}
