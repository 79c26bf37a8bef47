package dev.rekey.store.postgres;

import dev.rekey.core.store.Intake;
import dev.rekey.core.store.IntakeContract;
import dev.rekey.core.store.Ports;
import dev.rekey.store.Store;
import dev.rekey.store.StoreForTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The contract of the intake on a real PostgreSQL. */
@TestInstance(Lifecycle.PER_CLASS)
class PostgresIntakeTest implements IntakeContract {

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
  public Intake intake() {
    return store.intake();
  }

  @Override
  public Intake rehearsal() {
    return store.rehearsal();
  }
}
