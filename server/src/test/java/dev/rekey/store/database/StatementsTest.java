package dev.rekey.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kept statements, on SQLite. */
class StatementsTest {

  private static final String COUNT = "SELECT COUNT(*) FROM thing";

  @TempDir private Path folder;
  private Handle handle;
  private Handle other;

  @BeforeEach
  void open() {
    String url = "jdbc:sqlite:" + folder.resolve("test.db");
    handle = Jdbi.create(url).setStatementBuilderFactory(Statements::new).open();
    handle.execute("PRAGMA journal_mode = WAL");
    handle.execute("CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT, at INTEGER)");
    other = Jdbi.create(url).open();
  }

  @AfterEach
  void close() {
    other.close();
    handle.close();
  }

  private Statements statements() {
    return (Statements) handle.getStatementBuilder();
  }

  private long count() {
    return Statements.<Long>with(
        handle, statements -> statements.first(COUNT, Row::number).orElseThrow());
  }

  private int put(long id, Object name, Object at) {
    return Statements.<Integer>with(
        handle,
        statements -> statements.change("INSERT INTO thing VALUES (?, ?, ?)", id, name, at));
  }

  /** JDBI brings statements back under the text that it was given, not the one it prepared. */
  @Test
  void aStatementWithNamesIsPreparedOnce() {
    AtomicInteger prepared = new AtomicInteger();
    Jdbi jdbi =
        Jdbi.create("jdbc:sqlite:" + folder.resolve("test.db"))
            .setStatementBuilderFactory(real -> new Statements(counting(real, prepared)));

    try (Handle counted = jdbi.open()) {
      for (int i = 0; i < 5; i++) {
        put(i, "name" + i, 1L);
        assertThat(
                counted
                    .createQuery("SELECT name FROM thing WHERE id = :id")
                    .bind("id", i)
                    .mapTo(String.class)
                    .one())
            .isEqualTo("name" + i);
      }
    }

    assertThat(prepared).hasValue(1);
  }

  private static Connection counting(Connection real, AtomicInteger prepared) {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> {
              if (method.getName().equals("prepareStatement")) {
                prepared.incrementAndGet();
              }
              return method.invoke(real, arguments);
            });
  }

  @Test
  void aStatementIsPreparedOnce() throws SQLException {
    PreparedStatement first = lend(COUNT);
    statements().close(handle.getConnection(), COUNT, first);
    PreparedStatement second = lend(COUNT);
    PreparedStatement third = lend(COUNT);

    assertThat(second).isSameAs(first);
    assertThat(third).isNotSameAs(first);
    second.close();
    third.close();
  }

  private PreparedStatement lend(String sql) throws SQLException {
    try (var query = handle.createQuery(sql)) {
      return statements().create(handle.getConnection(), sql, query.getContext());
    }
  }

  @Test
  void eachAnswerIsOfWhatIsCommittedByThen() {
    assertThat(count()).isZero();
    other.execute("INSERT INTO thing VALUES (1, 'one', 1)");
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void anAnswerThatNobodyReadToItsEndHoldsOnToNothing() throws SQLException {
    put(1, "one", 1L);
    put(2, "two", 2L);
    String all = "SELECT name FROM thing ORDER BY id";
    PreparedStatement statement = lend(all);
    ResultSet rows = statement.executeQuery();
    assertThat(rows.next()).isTrue();
    statements().close(handle.getConnection(), all, statement);

    other.execute("INSERT INTO thing VALUES (0, 'none', 0)");

    assertThat(count()).isEqualTo(3);
    Optional<String> name = Statements.with(handle, kept -> kept.first(all, Row::text));
    assertThat(name).contains("none");
  }

  @Test
  void valuesOfAllKindsAreBoundAndNoneIsLeftOver() {
    put(1, "a\0b", Instant.ofEpochMilli(7));
    put(2, Optional.of("maybe"), Optional.of(Instant.ofEpochMilli(8)));
    put(3, Optional.empty(), Optional.empty());

    assertThat(row(1)).isEqualTo("Optional[a\uFFFDb] Optional[1970-01-01T00:00:00.007Z]");
    assertThat(row(2)).isEqualTo("Optional[maybe] Optional[1970-01-01T00:00:00.008Z]");
    assertThat(row(3)).isEqualTo("Optional.empty Optional.empty");
  }

  private String row(long id) {
    return Statements.<String>with(
        handle,
        statements ->
            statements
                .first(
                    "SELECT name, at FROM thing WHERE id = ?",
                    row -> row.maybeText() + " " + row.maybeInstant(),
                    id)
                .orElseThrow());
  }

  @Test
  void aStatementThatFailedIsOfUseAgain() {
    put(1, "one", 1L);

    assertThatThrownBy(() -> put(1, "again", 1L))
        .isInstanceOf(JdbiException.class)
        .hasCauseInstanceOf(SQLException.class);

    assertThat(put(2, "two", 2L)).isEqualTo(1);
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void whatWasRefusedForABusyFileIsAskedAnew() {
    handle.execute("PRAGMA busy_timeout = 1");
    other.execute("BEGIN IMMEDIATE");
    assertThatThrownBy(() -> put(1, "one", 1L)).isInstanceOf(JdbiException.class);
    other.execute("COMMIT");

    assertThat(put(1, "one", 1L)).isEqualTo(1);
  }

  @Test
  void ofAnyNumberOfTextsTheLatestAreKept() {
    IntStream.range(0, 1_000).forEach(i -> handle.execute("SELECT " + i));

    assertThat(count()).isZero();
  }

  @Test
  void whatKeepsNothingAnswersTheSame() {
    put(1, "one", 1L);

    Optional<Long> count = Statements.with(other, kept -> kept.first(COUNT, Row::number));
    assertThat(count).contains(1L);
  }
}
