package dev.rekey.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteDataSource;

/** When a start may pass Flyway by, and when not. */
class MigrationsTest {

  @TempDir private Path folder;

  @Test
  void aNewDatabaseIsNotDone() {
    assertThat(Migrations.areDone(database(), "sqlite")).isFalse();
  }

  @Test
  void whatFlywayHasMigratedIsDone() {
    assertThat(Migrations.areDone(migrated(), "sqlite")).isTrue();
  }

  @Test
  void aScriptThatReadsOtherwiseThanItDidIsForFlywayToJudge() throws SQLException {
    DataSource database = migrated();
    run(database, "UPDATE flyway_schema_history SET checksum = checksum + 1 WHERE version = '1'");
    assertThat(Migrations.areDone(database, "sqlite")).isFalse();
  }

  @Test
  void aFailedMigrationIsForFlywayToJudge() throws SQLException {
    DataSource database = migrated();
    run(database, "UPDATE flyway_schema_history SET success = 0 WHERE version = '2'");
    assertThat(Migrations.areDone(database, "sqlite")).isFalse();
  }

  @Test
  void aDatabaseOfAnEarlierServerIsNotDone() throws SQLException {
    DataSource database = migrated();
    run(
        database,
        """
        DELETE FROM flyway_schema_history
        WHERE installed_rank = (SELECT max(installed_rank) FROM flyway_schema_history)
        """);
    assertThat(Migrations.areDone(database, "sqlite")).isFalse();
  }

  @Test
  void aDatabaseOfALaterServerIsForFlywayToJudge() throws SQLException {
    DataSource database = migrated();
    run(
        database,
        """
        INSERT INTO flyway_schema_history
        SELECT 99, '99', 'from the future', type, script, 1, installed_by, installed_on, 1, 1
        FROM flyway_schema_history
        WHERE installed_rank = 1
        """);
    assertThat(Migrations.areDone(database, "sqlite")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgres"})
  void everyScriptOfTheFolderIsKnown(String name) throws IOException, URISyntaxException {
    URL place = Objects.requireNonNull(getClass().getResource("/db/migration/" + name));
    try (Stream<Path> files = Files.list(Path.of(place.toURI()))) {
      List<String> found = files.map(file -> file.getFileName().toString()).toList();
      assertThat(Migrations.SCRIPTS).containsExactlyInAnyOrderElementsOf(found);
    }
  }

  private DataSource migrated() {
    DataSource database = database();
    Migrations.run(database, "sqlite");
    return database;
  }

  private DataSource database() {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + folder.resolve("rekey.db"));
    return source;
  }

  private static void run(DataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    }
  }
}
