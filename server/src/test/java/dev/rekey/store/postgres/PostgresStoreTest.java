package dev.rekey.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import dev.rekey.core.store.Together;
import dev.rekey.store.OpenedStoreContract;
import dev.rekey.store.Store;
import dev.rekey.store.StoreForTests;
import dev.rekey.store.StoreSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A store on a real PostgreSQL. */
@TestInstance(Lifecycle.PER_CLASS)
class PostgresStoreTest implements OpenedStoreContract {

  private final StoreSettings.Postgres settings = PostgresForTests.shared().freshDatabase();

  /** Much quicker than another database. */
  @BeforeEach
  void empty() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(settings.url(), settings.user(), settings.password());
        Statement statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    }
  }

  @Override
  public StoreSettings settings() {
    return settings;
  }

  @Test
  void whoMustYieldInADeadlockTriesAgain() {
    AtomicInteger runs = new AtomicInteger();
    CyclicBarrier bothHoldOne = new CyclicBarrier(2);
    try (Store store = StoreForTests.open(settings)) {
      store.database().run(handle -> handle.execute("INSERT INTO realm (name) VALUES ('other')"));

      Together.all(
          2,
          i -> {
            List<String> order = i == 0 ? List.of("main", "other") : List.of("other", "main");
            return store
                .database()
                .<Boolean>write(handle -> {
                  raise(handle, order.get(0));
                  if (runs.incrementAndGet() <= 2) {
                    meet(bothHoldOne);
                  }
                  raise(handle, order.get(1));
                  return true;
                });
          });

      assertThat(runs).hasValueGreaterThan(2);
      assertThat(
              store
                  .database()
                  .<List<Long>>read(handle ->
                      handle.createQuery("SELECT next_number FROM realm").mapTo(Long.class).list()))
          .containsExactly(3L, 3L);
    }
  }

  @Test
  void whatIsNoCollisionIsTriedOnce() {
    AtomicInteger runs = new AtomicInteger();
    ConnectionException refused = new ConnectionException(new SQLException("without a state"));
    try (Store store = StoreForTests.open(settings)) {
      assertThatException()
          .isThrownBy(() ->
              store
                  .database()
                  .run(_ -> {
                    runs.incrementAndGet();
                    throw refused;
                  }))
          .isSameAs(refused);
    }
    assertThat(runs).hasValue(1);
  }

  private static void raise(Handle handle, String realm) {
    handle.execute("UPDATE realm SET next_number = next_number + 1 WHERE name = ?", realm);
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new AssertionError(e);
    }
  }
}
