package dev.rekey.store.sqlite;

import dev.rekey.core.store.Adoptions;
import dev.rekey.core.store.AdoptionsContract;
import dev.rekey.core.store.Ports;
import dev.rekey.store.Store;
import dev.rekey.store.StoreForTests;
import dev.rekey.store.StoreSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The contract of adoptions on SQLite. */
@TestInstance(Lifecycle.PER_CLASS)
class SqliteAdoptionsTest implements AdoptionsContract {

  private Store store;

  @BeforeAll
  void open(@TempDir Path folder) {
    store = StoreForTests.open(new StoreSettings.Sqlite(folder.resolve("rekey.db")));
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
