package dev.rekey.store;

import dev.rekey.core.account.Realm;
import dev.rekey.store.database.Row;
import dev.rekey.store.database.Statements;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of the realms; a realm gets its row when its name is first used. */
final class Realms {

  private static final String BY_NAME =
      """
      SELECT id
      FROM realm
      WHERE name = ?
      """;

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

  static Optional<Long> find(Handle handle, Realm realm) {
    return Statements.with(
        handle, statements -> statements.first(BY_NAME, Row::number, realm.name()));
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
