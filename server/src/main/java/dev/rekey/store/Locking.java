package dev.rekey.store;

import dev.rekey.store.database.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;

/** Queries that lock what they read, in the words of the database, for kept statements. */
final class Locking {

  private Locking() {}

  /** The query with {@link Database#LOCKING} behind it. */
  static String by(Handle handle, String query) {
    return query + handle.getConfig(SqlStatements.class).getAttribute(Database.LOCKING);
  }
}
