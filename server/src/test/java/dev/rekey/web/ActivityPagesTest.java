package dev.rekey.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.TestServer;
import dev.rekey.core.audit.AuditLine;
import dev.rekey.core.audit.Event;
import dev.rekey.core.visit.Language;
import dev.rekey.core.visit.Origin;
import dev.rekey.http.Response;
import dev.rekey.page.Phrases;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActivityPagesTest {

  private static final String PASSWORD = "correct horse battery";

  @TempDir Path folder;

  @Test
  void anOwnerSeesWhatHappenedWhenWhereAndWithWhat() {
    try (TestServer server = TestServer.onSqlite(folder, Map.of())) {
      server.create(Map.of("username", "ada", "password", PASSWORD));
      server.create(Map.of("username", "bea", "password", PASSWORD));
      Browser browser = new Browser(server.port());
      browser.signIn("ada", "not the right one");
      browser.signIn("ada", PASSWORD);

      String page = browser.open("/account/activity").text();

      assertThat(page).contains("127.0.0.1, through account", "UTC", "Java");
      assertThat(page).containsSubsequence("Signed in", "Sign-in failed", "Account made");
      browser.send("/account/sign-out", Map.of());
      browser.signIn("bea", PASSWORD);
      assertThat(browser.open("/account/activity").text()).doesNotContain("Sign-in failed");
    }
  }

  @Test
  void nobodySeesItWithoutSigningIn() {
    try (TestServer server = TestServer.onSqlite(folder, Map.of())) {
      assertThat(new Browser(server.port()).open("/account/activity").path())
          .isEqualTo("/account/sign-in?next=/account/activity");
    }
  }

  @Test
  void whereThereIsNothingThePageSaysSo() {
    assertThat(page(List.of())).contains("Nothing yet").doesNotContain("class=\"things\"");
  }

  @Test
  void whatSomebodyElseDidIsMarked() {
    Origin origin = new Origin("192.0.2.7", "");
    AuditLine line = new AuditLine(Instant.EPOCH, "password-set-by-steward", "own", origin, true);

    assertThat(page(List.of(line)))
        .contains("Password set by an administrator", "by somebody else", "Unknown device");
  }

  @Test
  void whatAnotherVersionWroteIsShownByItsName() {
    Origin origin = new Origin("192.0.2.7", "<b>");
    AuditLine line = new AuditLine(Instant.EPOCH, "moon-landed", "own", origin, false);

    assertThat(page(List.of(line))).contains("Something else: moon-landed", "&lt;b&gt;");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyEventHasAPhrase(Language language) {
    assertThat(Phrases.of(language).keys())
        .containsAll(Event.names().stream().map("event."::concat).toList());
  }

  private static String page(List<AuditLine> lines) {
    Response response = ActivityPages.page(Dressed.in("en"), lines);
    return new String(response.body(), StandardCharsets.UTF_8);
  }
}
