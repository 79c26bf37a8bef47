package dev.rekey.store.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings a database's tables up to what this version of the server expects.
 *
 * <p>Flyway does it; but to load Flyway only to hear that there is nothing to do takes a third of
 * the time of a start. So its own table is read first, and whatever is not exactly as expected is
 * left to Flyway to judge.
 */
public final class Migrations {

  private static final String ROOT = "/db/migration/";

  static final List<String> SCRIPTS =
      List.of(
          "V1__the_house.sql",
          "V2__the_roster.sql",
          "V3__onezone_tokens.sql",
          "V4__idempotency.sql");

  private static final String HISTORY =
      """
      SELECT version, checksum, success
      FROM flyway_schema_history
      ORDER BY installed_rank
      """;

  private Migrations() {}

  /** Runs what has not been run yet from {@code db/migration/} and the folder's name. */
  public static void run(DataSource source, String folder) {
    if (!areDone(source, folder)) {
      migrate(source, folder);
    }
  }

  /** True if exactly the known ones have been run, each as it reads today. */
  static boolean areDone(DataSource source, String folder) {
    List<Done> expected = expected(folder);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(HISTORY)) {
      return history(rows).equals(expected);
    } catch (SQLException _) {
      return false; // a new database, or one that is out of order: Flyway says which
    }
  }

  private static List<Done> history(ResultSet rows) throws SQLException {
    List<Done> history = new ArrayList<>();
    while (rows.next()) {
      history.add(
          new Done(
              String.valueOf(rows.getString("version")),
              rows.getInt("checksum"),
              rows.getBoolean("success")));
    }
    return history;
  }

  private static List<Done> expected(String folder) {
    return SCRIPTS.stream()
        .map(name -> Script.read(ROOT + folder, name))
        .map(script -> new Done(script.version(), script.checksum(), true))
        .toList();
  }

  private static void migrate(DataSource source, String folder) {
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(source)
        .locations("classpath:db/migration/" + folder)
        .failOnMissingLocations(true)
        .load()
        .migrate();
  }

  /** A row of Flyway's table. */
  private record Done(String version, int checksum, boolean success) {}
}
