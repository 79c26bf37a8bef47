package dev.rekey.store.postgres;

import dev.rekey.core.store.Adoptions;
import dev.rekey.core.store.AdoptionsContract;
import dev.rekey.core.store.Ports;
import dev.rekey.store.Store;
import dev.rekey.store.StoreForTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The contract of adoptions on a real PostgreSQL. */
@TestInstance(Lifecycle.PER_CLASS)
class PostgresAdoptionsTest implements AdoptionsContract {

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
  public Ports ports() {
    return StoreForTests.ports(store);
  }

  @Override
  public Adoptions adoptions() {
    return store.adoptions();
  }
}
