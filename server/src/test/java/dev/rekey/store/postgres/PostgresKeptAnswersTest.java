package dev.rekey.store.postgres;

import dev.rekey.core.store.KeptAnswers;
import dev.rekey.core.store.KeptAnswersContract;
import dev.rekey.store.Store;
import dev.rekey.store.StoreForTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The contract of kept answers on a real PostgreSQL. */
@TestInstance(Lifecycle.PER_CLASS)
class PostgresKeptAnswersTest implements KeptAnswersContract {

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
  public KeptAnswers answers() {
    return store.keptAnswers();
  }
}
