package dev.rekey.store.database;

import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Rows for one table, all of them new, as are the accounts that they belong to.
 *
 * @param rows their values by column: texts, whole numbers, flags, instants, and whatever there may
 *     be of these
 */
public record NewRows(String table, List<Column> columns, Iterable<Object[]> rows) {

  public NewRows {
    columns = List.copyOf(columns);
  }

  /**
   * A column that is filled.
   *
   * @param type of {@link java.sql.Types}, of what may be missing
   */
  public record Column(String name, int type) {}

  /** The names of the columns, with commas between. */
  public String names() {
    return columns.stream().map(Column::name).collect(Collectors.joining(", "));
  }

  /** Writes them one by one, as every database can. */
  public static void insert(Handle handle, NewRows rows) {
    Statements.with(
        handle,
        statements -> {
          statements.changeAll(rows.insert(), rows.types(), rows.rows());
          return true;
        });
  }

  /** The statement that takes one row. */
  private String insert() {
    String marks = columns.stream().map(_ -> "?").collect(Collectors.joining(", "));
    return "INSERT INTO " + table + " (" + names() + ") VALUES (" + marks + ')';
  }

  private int[] types() {
    return columns.stream().mapToInt(Column::type).toArray();
  }
}
