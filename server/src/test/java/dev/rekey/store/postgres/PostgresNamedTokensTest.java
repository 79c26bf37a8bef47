package dev.rekey.store.postgres;

import dev.rekey.core.store.NamedTokens;
import dev.rekey.core.store.NamedTokensContract;
import dev.rekey.core.store.Ports;
import dev.rekey.store.Store;
import dev.rekey.store.StoreForTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The contract of named tokens on a real PostgreSQL. */
@TestInstance(Lifecycle.PER_CLASS)
class PostgresNamedTokensTest implements NamedTokensContract {

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
  public NamedTokens namedTokens() {
    return store.namedTokens();
  }
}
