package dev.rekey.store;

import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.roster.Institution;
import dev.rekey.core.roster.Institution.Details;
import dev.rekey.core.roster.InstitutionId;
import dev.rekey.core.store.Institutions;
import dev.rekey.core.store.Window;
import dev.rekey.store.database.Database;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Institutions on SQL. Whoever gives one a name locks the realm. */
final class SqlInstitutions implements Institutions {

  private final Database database;
  private final InstitutionRows rows = new InstitutionRows();

  SqlInstitutions(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Institution> find(Realm realm, InstitutionId id) {
    return database.read(handle -> rows.find(handle, realm, id));
  }

  @Override
  public List<Institution> list(Realm realm, Window window) {
    return database.read(handle ->
        Windows.bind(
                handle.createQuery(
                    InstitutionRows.SELECT
                        + """
                        WHERE r.name = :realm
                        AND i.created_at >= :from
                        AND i.created_at < :before
                        ORDER BY i.id DESC
                        LIMIT :limit OFFSET :offset
                        """),
                window)
            .bind("realm", realm.name())
            .map(rows)
            .list());
  }

  @Override
  public long count(Realm realm) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                SELECT COUNT(*)
                FROM institution i
                JOIN realm r ON r.id = i.realm_id
                WHERE r.name = :realm
                """)
            .bind("realm", realm.name())
            .mapTo(Long.class)
            .one());
  }

  @Override
  public boolean create(Institution institution, AuditEntry entry) {
    return database.write(handle -> {
      long realm = Realms.hold(handle, institution.realm());
      if (isTaken(handle, realm, institution.details().name())) {
        return false;
      }
      insert(handle, realm, institution);
      SqlAuditTrail.append(handle, entry);
      return true;
    });
  }

  private static boolean isTaken(Handle handle, long realm, String name) {
    return handle
        .createQuery(
            """
            SELECT EXISTS (
              SELECT 1
              FROM institution
              WHERE realm_id = :realm
              AND name = :name)
            """)
        .bind("realm", realm)
        .bind("name", name)
        .mapTo(Boolean.class)
        .one();
  }

  private static void insert(Handle handle, long realm, Institution institution) {
    Details details = institution.details();
    handle
        .createUpdate(
            """
            INSERT INTO institution (realm_id, hex24, type, name, address, latitude, longitude,
              created_at)
            VALUES (:realm, :hex24, :type, :name, :address, :latitude, :longitude, :createdAt)
            """)
        .bind("realm", realm)
        .bind("hex24", institution.id().hex24())
        .bind("type", details.type())
        .bind("name", details.name())
        .bind("address", details.address())
        .bind("latitude", details.latitude())
        .bind("longitude", details.longitude())
        .bind("createdAt", institution.createdAt())
        .execute();
  }

  @Override
  public Change revise(Realm realm, InstitutionId id, Institution.Edit edit, AuditEntry entry) {
    return database.write(handle -> {
      long realmId = Realms.hold(handle, realm);
      Optional<Long> row = InstitutionRows.hold(handle, realm, id);
      if (row.isEmpty()) {
        return new Change.Gone();
      }
      if (edit.name().filter(name -> isTaken(handle, realmId, name)).isPresent()) {
        return new Change.NameTaken();
      }
      Institution edited = rows.find(handle, realm, id).orElseThrow().with(edit);
      update(handle, row.get(), edited.details());
      SqlAuditTrail.append(handle, entry);
      return new Change.Changed(rows.find(handle, realm, id).orElseThrow());
    });
  }

  private static void update(Handle handle, long id, Details details) {
    handle
        .createUpdate(
            """
            UPDATE institution
            SET type = :type, name = :name, address = :address, latitude = :latitude,
              longitude = :longitude
            WHERE id = :id
            """)
        .bind("id", id)
        .bind("type", details.type())
        .bind("name", details.name())
        .bind("address", details.address())
        .bind("latitude", details.latitude())
        .bind("longitude", details.longitude())
        .execute();
  }

  /** Whoever is about to belong to it is waited for, and seen. */
  @Override
  public Removal delete(Realm realm, InstitutionId id, AuditEntry entry) {
    return database.write(handle -> {
      Optional<Long> row = InstitutionRows.hold(handle, realm, id);
      if (row.isEmpty()) {
        return Removal.GONE;
      }
      if (isInUse(handle, row.get())) {
        return Removal.IN_USE;
      }
      delete(handle, row.get());
      SqlAuditTrail.append(handle, entry);
      return Removal.DONE;
    });
  }

  private static boolean isInUse(Handle handle, long id) {
    return handle
        .createQuery(
            """
            SELECT EXISTS (
              SELECT 1
              FROM membership
              WHERE institution_id = :id)
            """)
        .bind("id", id)
        .mapTo(Boolean.class)
        .one();
  }

  private static void delete(Handle handle, long id) {
    handle
        .createUpdate(
            """
            DELETE FROM institution
            WHERE id = :id
            """)
        .bind("id", id)
        .execute();
  }
}
