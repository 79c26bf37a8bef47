package dev.rekey.store.postgres;

import dev.rekey.store.RosterOnADatabaseContract;
import dev.rekey.store.Store;
import dev.rekey.store.StoreForTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The contracts of the roster on a real PostgreSQL. */
@TestInstance(Lifecycle.PER_CLASS)
class PostgresRosterTest implements RosterOnADatabaseContract {

  private Store store;

  @BeforeAll
  void open() {
    store = StoreForTests.open(PostgresForTests.shared().freshDatabase());
  }

  @BeforeEach
  void empty() {
    StoreForTests.empty(store);
  }

  @AfterAll
  void close() {
    store.close();
  }

  @Override
  public Store store() {
    return store;
  }
}
