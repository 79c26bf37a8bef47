package dev.rekey.store;

import dev.rekey.store.database.Database;
import dev.rekey.store.database.Pulse;
import dev.rekey.store.database.Statements;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/** A database that notes every statement which it is given. */
final class Plans implements Database {

  private final Database real;
  private final Set<String> statements = new LinkedHashSet<>();

  private final SqlLogger notes =
      new SqlLogger() {
        @Override
        public void logBeforeExecution(StatementContext context) {
          note(context.getParsedSql().getSql());
        }
      };

  Plans(Database real) {
    this.real = real;
  }

  private synchronized void note(String statement) {
    statements.add(statement);
  }

  /** Each once, in the order of their coming. */
  synchronized Set<String> statements() {
    return new LinkedHashSet<>(statements);
  }

  @Override
  public <T> T read(Work<T> work) {
    return real.read(handle -> noted(handle, work));
  }

  /** Short questions reach the driver without a logger in between. */
  @Override
  public <T> T look(Look<T> look) {
    return real.read(handle -> {
      try (Statements noting = new Statements(noting(handle.getConnection()))) {
        return look.at(noting);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    });
  }

  private Connection noting(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> {
              if (method.getName().equals("prepareStatement")) {
                note((String) arguments[0]);
              }
              return method.invoke(connection, arguments);
            });
  }

  @Override
  public <T> T write(Work<T> work) {
    return real.write(handle -> noted(handle, work));
  }

  private <T> T noted(Handle handle, Work<T> work) {
    SqlStatements config = handle.getConfig(SqlStatements.class);
    SqlLogger before = config.getSqlLogger();
    StatementBuilder kept = handle.getStatementBuilder();
    config.setSqlLogger(notes);
    try (Statements noting = new Statements(noting(handle.getConnection()))) {
      handle.setStatementBuilder(noting);
      return work.on(handle);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } finally {
      handle.setStatementBuilder(kept);
      config.setSqlLogger(before);
    }
  }

  @Override
  public boolean stamped() {
    return real.stamped();
  }

  @Override
  public Pulse pulse() {
    return real.pulse();
  }

  @Override
  public void close() {
    real.close();
  }
}
