package dev.rekey.store.postgres;

import dev.rekey.core.store.Chronicle;
import dev.rekey.core.store.ChronicleContract;
import dev.rekey.store.Store;
import dev.rekey.store.StoreForTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The contract of the chronicle on a real PostgreSQL. */
@TestInstance(Lifecycle.PER_CLASS)
class PostgresChronicleTest implements ChronicleContract {

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
  public Chronicle chronicle() {
    return store.chronicle();
  }
}
