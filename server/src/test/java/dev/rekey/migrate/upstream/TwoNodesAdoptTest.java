package dev.rekey.migrate.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.TestServer;
import dev.rekey.core.account.Realm;
import dev.rekey.core.store.Together;
import dev.rekey.store.postgres.PostgresForTests;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who signs in for the first time at two nodes at once is one person. */
class TwoNodesAdoptTest {

  private static final String PASSWORD = "the old lighthouse";

  @TempDir Path folder;

  @Test
  void oneAccountIsMadeAndEverybodyIsIn() {
    String url = PostgresForTests.shared().freshUrlWithPassword();
    try (TestServer old = TestServer.onSqlite(folder.resolve("old"), Map.of())) {
      Map<String, String> settings =
          Map.of(
              "mounts.devise.upstream.url", "http://127.0.0.1:" + old.port(),
              "mounts.devise.upstream.patience", "10s",
              "hashing.patience", "30s");
      try (TestServer one = TestServer.onPostgres(folder.resolve("one"), url, settings);
          TestServer other = TestServer.onPostgres(folder.resolve("other"), url, settings)) {
        old.create(Map.of("email", "anna@example.org", "password", PASSWORD));
        List<Client> clients = List.of(new Client(one.port()), new Client(other.port()));

        List<Integer> statuses =
            Together.all(
                12, i -> clients.get(i % 2).devise("anna@example.org", PASSWORD).statusCode());

        assertThat(statuses).containsOnly(200);
        assertThat(one.store().accounts().count(Realm.MAIN)).isEqualTo(1);
      }
    }
  }
}
