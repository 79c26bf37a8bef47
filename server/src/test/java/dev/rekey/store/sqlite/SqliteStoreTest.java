package dev.rekey.store.sqlite;

import static dev.rekey.core.store.Story.made;
import static dev.rekey.core.store.Story.send;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Realm;
import dev.rekey.core.store.Ports;
import dev.rekey.store.OpenedStoreContract;
import dev.rekey.store.Store;
import dev.rekey.store.StoreForTests;
import dev.rekey.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store on an SQLite file. */
class SqliteStoreTest implements OpenedStoreContract {

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("data/rekey.db");
  }

  @Override
  public StoreSettings settings() {
    return new StoreSettings.Sqlite(file());
  }

  @Test
  void everyCommitIsOnDiskAndReferencesHold() {
    try (Store store = StoreForTests.open(settings())) {
      assertThat(store.database().<String>write(handle -> pragma(handle, "journal_mode")))
          .isEqualTo("wal");
      assertThat(store.database().<String>write(handle -> pragma(handle, "synchronous")))
          .isEqualTo("2");
      assertThat(store.database().<String>write(handle -> pragma(handle, "foreign_keys")))
          .isEqualTo("1");
    }
  }

  private static String pragma(Handle handle, String name) {
    return handle.createQuery("PRAGMA " + name).mapTo(String.class).one();
  }

  @Test
  void theFilesAreTheirOwnersAlone() throws IOException {
    try (Store store = StoreForTests.open(settings())) {
      made(StoreForTests.ports(store), "anna");

      for (String name : List.of("rekey.db", "rekey.db-wal", "rekey.db-shm")) {
        assertThat(Files.getPosixFilePermissions(file().resolveSibling(name)))
            .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      }
    }
  }

  @Test
  void noTicketLiesReadableInTheFiles() throws IOException {
    try (Store store = StoreForTests.open(settings())) {
      Ports ports = StoreForTests.ports(store);
      Account anna = made(ports, "anna");
      send(ports, anna, "S3cretTicket");
      ports.keyring().obtain("jwt", () -> "S3cretKey".getBytes(ISO_8859_1));

      assertThat(everyByte()).contains("$old$hash", "anna@example.org");
      assertThat(everyByte())
          .doesNotContain("S3cretTicket", "id.example.org/reset", "S3cretKey", "reset-link");
    }
    assertThat(everyByte()).doesNotContain("S3cretTicket", "id.example.org/reset", "S3cretKey");
  }

  private String everyByte() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(file().getParent())) {
      for (Path one : files.toList()) {
        all.append(Files.readString(one, ISO_8859_1));
      }
    }
    return all.toString();
  }

  @Test
  void aWriterElsewhereIsWaitedFor() throws Exception {
    try (Store store = StoreForTests.open(settings());
        Connection stranger = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = stranger.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      statement.execute("UPDATE realm SET next_number = 42");
      CompletableFuture<Account> anna =
          CompletableFuture.supplyAsync(() -> made(StoreForTests.ports(store), "anna"));

      assertThat(store.accounts().count(Realm.MAIN)).isZero();
      assertThat(anna).isNotDone();
      statement.execute("COMMIT");

      assertThat(anna.get().ids().number()).isEqualTo(42);
    }
  }
}
