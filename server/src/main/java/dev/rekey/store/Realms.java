package dev.rekey.store;

import dev.rekey.core.account.Realm;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of the realms; a realm gets its row when its name is first used. */
final class Realms {

  private Realms() {}

  static long idOf(Handle handle, Realm realm) {
    return find(handle, realm).orElseGet(() -> make(handle, realm));
  }

  /** Locks the realm's row until the commit. */
  static long hold(Handle handle, Realm realm) {
    return handle
        .createQuery(
            """
            SELECT id
            FROM realm
            WHERE id = :id
            <locking>
            """)
        .bind("id", idOf(handle, realm))
        .mapTo(Long.class)
        .one();
  }

  private static Optional<Long> find(Handle handle, Realm realm) {
    return handle
        .createQuery(
            """
            SELECT id
            FROM realm
            WHERE name = :realm
            """)
        .bind("realm", realm.name())
        .mapTo(Long.class)
        .findOne();
  }

  private static long make(Handle handle, Realm realm) {
    handle
        .createUpdate(
            """
            INSERT INTO realm (name)
            VALUES (:realm)
            ON CONFLICT (name) DO NOTHING
            """)
        .bind("realm", realm.name())
        .execute();
    return find(handle, realm).orElseThrow();
  }
}
