package dev.rekey.store.database;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * What one connection keeps prepared, so that what every request asks is taken apart once. A
 * statement is lent to one borrower at a time; whoever uses the connection is alone with it.
 */
public final class Statements implements StatementBuilder, AutoCloseable {

  /** More texts than the whole house has, but for lists of different lengths. */
  private static final int MOST = 256;

  /** A driver holds the values of a whole batch. */
  private static final int LARGEST_BATCH = 256;

  private final Connection connection;
  private final StatementBuilder plain = new DefaultStatementBuilder();
  private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();

  /** By what they were prepared from, which JDBI does not tell when it brings them back. */
  private final IdentityHashMap<Statement, String> lent = new IdentityHashMap<>();

  public Statements(Connection connection) {
    this.connection = connection;
  }

  /** Asks by what the handle's connection keeps prepared, or else by what is gone afterwards. */
  public static <T> T with(Handle handle, Database.Look<T> look) {
    try {
      if (handle.getStatementBuilder() instanceof Statements kept) {
        return look.at(kept);
      }
      try (Statements passing = new Statements(handle.getConnection())) {
        return look.at(passing);
      }
    } catch (SQLException e) {
      throw new QuestionFailed(e);
    }
  }

  /** Makes a value of the row at which the result stands. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(Row row) throws SQLException;
  }

  /**
   * The first row of the answer, if there is one.
   *
   * @param values for the question marks: texts, whole numbers, instants, and whatever there may be
   *     of these
   */
  public <T> Optional<T> first(String sql, Reader<T> reader, Object... values) throws SQLException {
    return using(
        sql,
        statement -> {
          try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(reader.read(new Row(rows))) : Optional.empty();
          }
        },
        values);
  }

  /** All rows of the answer, which are few; values as for {@link #first}. */
  public <T> List<T> all(String sql, Reader<T> reader, Object... values) throws SQLException {
    return using(
        sql,
        statement -> {
          try (ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
              all.add(reader.read(new Row(rows)));
            }
            return all;
          }
        },
        values);
  }

  /** Changes rows; how many. */
  public int change(String sql, Object... values) throws SQLException {
    return using(sql, PreparedStatement::executeUpdate, values);
  }

  /**
   * Changes rows by one statement that is run for each of the lists of values.
   *
   * @param types of {@link Types}, of what may be missing
   */
  public void changeAll(String sql, int[] types, Iterable<Object[]> all) throws SQLException {
    using(
        sql,
        statement -> {
          int waiting = 0;
          for (Object[] values : all) {
            bind(statement, types, values);
            statement.addBatch();
            if (++waiting == LARGEST_BATCH) {
              statement.executeBatch();
              waiting = 0;
            }
          }
          return statement.executeBatch();
        });
  }

  /** A database that sees the same types each time understands the statement once. */
  private static void bind(PreparedStatement statement, int[] types, Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof Optional<?> maybe && maybe.isEmpty()) {
        statement.setNull(i + 1, types[i]);
      } else {
        bind(statement, i + 1, values[i]);
      }
    }
  }

  /** What is done with a statement that is bound; it leaves no result open. */
  @FunctionalInterface
  private interface Use<T> {
    T of(PreparedStatement statement) throws SQLException;
  }

  /** A statement that failed is not kept. */
  private <T> T using(String sql, Use<T> use, Object... values) throws SQLException {
    PreparedStatement statement = lend(sql);
    boolean done = false;
    try {
      bind(statement, values);
      T result = use.of(statement);
      done = true;
      return result;
    } finally {
      if (done) {
        keep(sql, statement);
      } else {
        statement.close();
      }
    }
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      bind(statement, i + 1, values[i]);
    }
  }

  private static void bind(PreparedStatement statement, int position, Object value)
      throws SQLException {
    switch (value) {
      case String text -> statement.setString(position, Columns.storable(text));
      case Long number -> statement.setLong(position, number);
      case Boolean flag -> statement.setBoolean(position, flag);
      case Instant instant -> statement.setLong(position, instant.toEpochMilli());
      case Optional<?> maybe when maybe.isPresent() -> bind(statement, position, maybe.get());
      case Optional<?> _ -> statement.setNull(position, Types.NULL);
      default -> throw new IllegalArgumentException("no column holds a " + value.getClass());
    }
  }

  private PreparedStatement lend(String sql) throws SQLException {
    PreparedStatement kept = idle.remove(sql);
    return kept == null ? connection.prepareStatement(sql) : kept;
  }

  private void keep(String sql, PreparedStatement statement) throws SQLException {
    PreparedStatement twin = idle.put(sql, statement);
    if (twin != null) {
      twin.close();
    }
    if (idle.size() > MOST) {
      closeOldest();
    }
  }

  private void closeOldest() throws SQLException {
    Iterator<PreparedStatement> all = idle.values().iterator();
    PreparedStatement oldest = all.next();
    all.remove();
    oldest.close();
  }

  @Override
  public Statement create(Connection connection, StatementContext context) throws SQLException {
    return plain.create(connection, context);
  }

  @Override
  public PreparedStatement create(Connection connection, String sql, StatementContext context)
      throws SQLException {
    if (context.isReturningGeneratedKeys()) {
      return plain.create(connection, sql, context);
    }
    PreparedStatement statement = lend(sql);
    lent.put(statement, sql);
    return statement;
  }

  @Override
  public CallableStatement createCall(Connection connection, String sql, StatementContext context)
      throws SQLException {
    return plain.createCall(connection, sql, context);
  }

  @Override
  public void close(Connection connection, String sql, Statement statement) throws SQLException {
    String text = lent.remove(statement);
    if (text != null && statement instanceof PreparedStatement prepared && !prepared.isClosed()) {
      settle(prepared);
      keep(text, prepared);
    } else {
      plain.close(connection, sql, statement);
    }
  }

  /** A result that was never asked for, or is still open, would hold on to its snapshot. */
  private static void settle(PreparedStatement statement) throws SQLException {
    if (statement.getUpdateCount() != -1) {
      return;
    }
    try (ResultSet _ = statement.getResultSet()) {
      // closed at once
    } catch (SQLException stillOpen) {
      statement.getMoreResults();
    }
  }

  @Override
  public void close(Connection connection) {
    try {
      close();
    } catch (SQLException e) {
      throw new QuestionFailed(e);
    }
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : idle.values()) {
      statement.close();
    }
    idle.clear();
  }
}
