package dev.rekey.store.sqlite;

import dev.rekey.core.store.Intake;
import dev.rekey.core.store.IntakeContract;
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

/** The contract of the intake on SQLite. */
@TestInstance(Lifecycle.PER_CLASS)
class SqliteIntakeTest implements IntakeContract {

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
  public Intake intake() {
    return store.intake();
  }

  @Override
  public Intake rehearsal() {
    return store.rehearsal();
  }
}
