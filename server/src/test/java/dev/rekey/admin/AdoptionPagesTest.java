package dev.rekey.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.TestServer;
import dev.rekey.web.Browser;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdoptionPagesTest {

  private static final String PASSWORD = "correct horse battery";

  @TempDir private Path folder;
  private TestServer old;
  private TestServer fresh;

  @BeforeEach
  void start() {
    old = TestServer.onSqlite(folder.resolve("old"), Map.of());
    fresh =
        TestServer.onSqlite(
            folder.resolve("fresh"),
            Map.of(
                "mounts.devise.upstream.url", "http://127.0.0.1:" + old.port(),
                "mounts.devise.upstream.accounts", "10",
                "roles.clerk", "sign-in,list-accounts"));
    fresh.create(Map.of("username", "root", "role", "admin", "password", PASSWORD));
    fresh.create(Map.of("username", "cleo", "role", "clerk", "password", PASSWORD));
  }

  @AfterEach
  void stop() {
    fresh.close();
    old.close();
  }

  private Browser at(String name) {
    Browser browser = new Browser(fresh.port());
    browser.signIn(name, PASSWORD);
    return browser;
  }

  private void signInAtDevise(String email) {
    String body = "{\"user\":{\"email\":\"" + email + "\",\"password\":\"" + PASSWORD + "\"}}";
    assertThat(Devise.signIn(fresh.port(), body)).isEqualTo(200);
  }

  @Test
  void whoCameAndWhoDidNotIsCounted() {
    fresh.create(Map.of("email", "waiting@example.org"));
    old.create(Map.of("email", "anna@example.org", "password", PASSWORD));
    signInAtDevise("anna@example.org");

    String page = at("root").open("/admin/adoption").text();

    assertThat(page)
        .contains("http://127.0.0.1:" + old.port() + "/api/v1/users")
        .contains("answers")
        .contains("1 in the last 24 hours, 1 in 7 days")
        .contains("1 known here without a password, 8 not known here")
        .contains("It is too early to tell")
        .contains("10 % of those who are known of have come")
        .doesNotContain("anna@example.org");
  }

  @Test
  void anOldSystemThatIsDownIsSaidToBe() {
    old.close();
    try {
      for (int i = 0; i < 6; i++) {
        String body =
            "{\"user\":{\"email\":\"p" + i + "@x.org\",\"password\":\"" + PASSWORD + "\"}}";
        assertThat(Devise.signIn(fresh.port(), body)).isEqualTo(503);
      }

      assertThat(at("root").open("/admin/adoption").text())
          .contains("paused")
          .contains("(no-connection)");
    } finally {
      old = TestServer.onSqlite(folder.resolve("old"), Map.of());
    }
  }

  @Test
  void whoMayNotViewTheServerDoesNotSeeIt() {
    assertThat(at("cleo").open("/admin/adoption").status()).isEqualTo(403);
  }
}
