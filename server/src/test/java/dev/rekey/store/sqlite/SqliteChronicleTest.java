package dev.rekey.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.store.Chronicle;
import dev.rekey.core.store.ChronicleContract;
import dev.rekey.core.store.Ports;
import dev.rekey.core.store.Story;
import dev.rekey.store.Store;
import dev.rekey.store.StoreForTests;
import dev.rekey.store.StoreSettings;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The contract of the chronicle on SQLite. */
@TestInstance(Lifecycle.PER_CLASS)
class SqliteChronicleTest implements ChronicleContract {

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
  public Chronicle chronicle() {
    return store.chronicle();
  }

  @Test
  void passwordsAreCountedByWhatTheyAreKept() {
    Ports ports = StoreForTests.ports(store);
    Story.made(ports, "anna");
    Story.made(ports, "bea");
    Story.made(ports, "cleo");

    Chronicle.Handful first = chronicle().count(OptionalLong.empty(), 2);
    Chronicle.Handful second = chronicle().count(first.last(), 2);

    assertThat(first.last()).isPresent();
    assertThat(second.last()).isEmpty();
    assertThat(sum(first) + sum(second)).isEqualTo(3);
  }

  private static long sum(Chronicle.Handful handful) {
    return handful.counts().values().stream().mapToLong(Long::longValue).sum();
  }
}
