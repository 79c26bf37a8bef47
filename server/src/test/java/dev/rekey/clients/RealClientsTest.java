package dev.rekey.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.rekey.TestServer;
import dev.rekey.clients.Clients.Installed;
import dev.rekey.clients.Clients.Missing;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients from the field, headless in Node, walk from sign-up to the end of an account.
 *
 * <p>Where there is no Node they are skipped, unless the system property {@code rekey.clients} is
 * {@code required}.
 */
class RealClientsTest {

  private static final Clients CLIENTS =
      Clients.install(Path.of("src/test/clients"), Path.of("target/clients"));

  private static final String BATCH_WINDOW_SECONDS = "3";

  private static final Map<String, String> SETTINGS =
      Map.of(
          "mounts.tokenauth.batch-window",
          BATCH_WINDOW_SECONDS + "s",
          "mounts.tokenauth.redirect-whitelist",
          "http://app.example/*");

  private static final List<String> TOKEN_WALK =
      List.of(
          "signs up",
          "stays signed in over a new page",
          "cannot sign up twice",
          "signs out",
          "is refused with a wrong password",
          "signs in",
          "validates, and keeps its token within the batch",
          "gets a new token after the batch",
          "sends twenty requests at once and goes on",
          "is told why a new password is refused",
          "changes the password, which ends the other sessions",
          "asks for a reset, and reads the page where the link lands",
          "signs in with the password that was reset",
          "deletes the account");

  private static final List<String> OWN_WALK =
      List.of(
          "makes its types from the served document",
          "compiles against them",
          "signs up, once however often it is sent",
          "cannot sign up twice",
          "signs out",
          "is refused with a wrong password",
          "signs in",
          "sees its account and its session",
          "is told why a new password is refused",
          "changes the password, which ends the other sessions",
          "resets a forgotten password with the ticket of a letter",
          "signs in with the password that was reset",
          "closes the account");

  @TempDir Path folder;

  @Test
  void ngTokenAuthWalksTheWholeWay() throws Exception {
    assertWalks("ng-token-auth.mjs", TOKEN_WALK);
  }

  @Test
  void jTokerWalksTheWholeWay() throws Exception {
    assertWalks("j-toker.mjs", TOKEN_WALK);
  }

  @Test
  void angularTokenWalksTheWholeWay() throws Exception {
    assertWalks("angular-token.mjs", TOKEN_WALK);
  }

  @Test
  void aClientMadeFromOurOwnDocumentWalksTheWholeWay() throws Exception {
    assertWalks("own-api.mjs", OWN_WALK);
  }

  private void assertWalks(String script, List<String> steps) throws Exception {
    Installed clients = clientsFor(script);
    try (TestServer server = TestServer.onSqlite(folder, SETTINGS)) {
      Run walk = clients.drive(script, environment(server));
      assertThat(walk.linesAfter("walked: ")).as(walk.output()).isEqualTo(steps);
      assertThat(walk.succeeded()).as(walk.output()).isTrue();
    }
  }

  private static Installed clientsFor(String script) {
    return switch (CLIENTS) {
      case Installed installed -> installed;
      case Missing(var why) when required() -> fail(script + " did not walk. " + why);
      case Missing(var why) -> abort(script + " did not walk. " + why);
    };
  }

  private static boolean required() {
    return "required".equals(System.getProperty("rekey.clients"));
  }

  private static Map<String, String> environment(TestServer server) {
    return Map.of(
        "HOUSE_URL", "http://localhost:" + server.port(),
        "HOUSE_LETTERS", server.mailFolder().toString(),
        "HOUSE_BATCH_WINDOW", BATCH_WINDOW_SECONDS + "000");
  }
}
