package dev.rekey.store.sqlite;

import dev.rekey.store.database.NewRows;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Many new rows at once, without the triggers that tell who has read an account that it is another
 * now: nobody has read one that is just being made. Within the transaction they are laid aside and
 * put back as they were, so that nobody else ever finds them missing.
 */
final class Births {

  private Births() {}

  /** What the table does on its own when a row comes. */
  private record Trigger(String name, String sql) {}

  static void load(Handle handle, NewRows rows, Runnable insert) {
    List<Trigger> triggers = triggers(handle, rows.table());
    triggers.forEach(trigger -> handle.execute("DROP TRIGGER " + trigger.name()));
    insert.run();
    triggers.forEach(trigger -> handle.execute(trigger.sql()));
  }

  private static List<Trigger> triggers(Handle handle, String table) {
    return handle
        .createQuery(
            """
            SELECT name, sql
            FROM sqlite_schema
            WHERE type = 'trigger'
            AND tbl_name = :table
            AND sql LIKE '%AFTER INSERT%'
            """)
        .bind("table", table)
        .map((row, _) -> new Trigger(row.getString("name"), row.getString("sql")))
        .list();
  }
}
