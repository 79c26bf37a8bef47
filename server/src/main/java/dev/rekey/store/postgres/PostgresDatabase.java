package dev.rekey.store.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.rekey.store.database.Columns;
import dev.rekey.store.database.Database;
import dev.rekey.store.database.Gate;
import dev.rekey.store.database.Migrations;
import dev.rekey.store.database.NewRows;
import dev.rekey.store.database.Pulse;
import dev.rekey.store.database.Statements;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * A PostgreSQL database, shared with any number of other nodes.
 *
 * <p>Transactions are READ COMMITTED. What must not be overtaken compares and swaps in one
 * statement, or first locks the account's or the realm's row; rows are locked in one order, account
 * before counters, counters by key. When PostgreSQL nevertheless ends a transaction for the sake of
 * another one (a deadlock, or a serialisation failure where an operator made that the default), it
 * is run again, three times at most, each after a longer pause so that the other one can finish.
 * Nothing else is: after any other failure the commit may have happened.
 */
public final class PostgresDatabase implements Database {

  private static final int MOST_RUNS = 4;

  private static final String NEXT_ACCOUNT_IDS =
      """
      SELECT nextval(pg_get_serial_sequence('account', 'id'))
      FROM generate_series(1, CAST(:count AS BIGINT))
      """;

  private static final Duration PAUSE = Duration.ofMillis(10);
  private static final Set<String> COLLISIONS = Set.of("40001", "40P01");

  private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(10);
  private static final String ANSWER_SECONDS = "30";

  private final Gate gate = new Gate();
  private final HikariDataSource pool;
  private final Jdbi jdbi;

  private PostgresDatabase(HikariDataSource pool) {
    this.pool = pool;
    this.jdbi =
        Jdbi.create(pool)
            .installPlugin(new Columns())
            .define(LOCKING, "FOR NO KEY UPDATE")
            .define(SKIPPING, "FOR NO KEY UPDATE SKIP LOCKED")
            .define(AMONG, "IN (SELECT json_array_elements_text(CAST(:list AS json)))")
            .define(
                AMONG_NUMBERS,
                "IN (SELECT CAST(json_array_elements_text(CAST(:list AS json)) AS BIGINT))")
            .define(ACCOUNT_IDS, NEXT_ACCOUNT_IDS);
  }

  /** Connects and brings the tables up to date; other nodes that start at the same time wait. */
  public static PostgresDatabase open(String url, String user, String password, int poolSize) {
    HikariDataSource pool = new HikariDataSource(config(url, user, password, poolSize));
    try {
      Migrations.run(pool, "postgres");
      return new PostgresDatabase(pool);
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  @Override
  public <T> T read(Work<T> work) {
    return gate.pass(() -> jdbi.withHandle(work::on));
  }

  @Override
  public <T> T look(Look<T> look) {
    return gate.pass(() -> jdbi.withHandle(handle -> Statements.with(handle, look)));
  }

  @Override
  public <T> T write(Work<T> work) {
    return gate.pass(() -> untilNothingCollides(work));
  }

  @Override
  public void load(Handle handle, NewRows rows) {
    Copy.in(handle, rows);
  }

  /** A question costs a round trip here, however few columns it asks for. */
  @Override
  public boolean stamped() {
    return false;
  }

  @Override
  public Pulse pulse() {
    HikariPoolMXBean now = pool.getHikariPoolMXBean();
    return new Pulse(
        now.getThreadsAwaitingConnection(), now.getActiveConnections(), now.getTotalConnections());
  }

  @Override
  public void close() {
    gate.shut();
    pool.close();
  }

  private <T> T untilNothingCollides(Work<T> work) {
    for (int runs = 1; ; runs++) {
      try {
        return jdbi.inTransaction(work::on);
      } catch (JdbiException e) {
        if (runs == MOST_RUNS || !collided(e)) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE.multipliedBy(1L << runs).toNanos());
      }
    }
  }

  private static boolean collided(JdbiException e) {
    return e.getCause() instanceof SQLException sql
        && Optional.ofNullable(sql.getSQLState()).filter(COLLISIONS::contains).isPresent();
  }

  private static HikariConfig config(String url, String user, String password, int poolSize) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("rekey");
    config.setJdbcUrl(url);
    // The URL may name them as well; what is empty must not take their place.
    if (!user.isEmpty()) {
      config.setUsername(user);
    }
    if (!password.isEmpty()) {
      config.setPassword(password);
    }
    config.setMaximumPoolSize(poolSize);
    config.setConnectionTimeout(WAIT_FOR_CONNECTION.toMillis());
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.addDataSourceProperty("ApplicationName", "rekey");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("socketTimeout", ANSWER_SECONDS);
    return config;
  }
}
