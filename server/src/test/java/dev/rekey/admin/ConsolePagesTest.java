package dev.rekey.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.web.Browser;
import dev.rekey.web.Browser.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsolePagesTest {

  @TempDir private Path folder;

  private Office office;

  @BeforeEach
  void open() {
    office = new Office(folder);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @ParameterizedTest
  @EnumSource
  void everyRoomOpensToAnAdministratorAndToNoUser(ConsoleRoom room) {
    assertThat(office.at("root").open(room.path()).status()).isEqualTo(200);
    assertThat(office.at("ada").open(room.path()).status()).isEqualTo(403);
    assertThat(new Browser(office.server.port()).open(room.path()).text()).contains("Sign in");
  }

  @Test
  void theDoorLeadsToTheFirstRoomThatOpens() {
    assertThat(office.at("root").open("/admin").path()).isEqualTo("/admin/overview");
    assertThat(office.someone("support").open("/admin").path()).isEqualTo("/admin/accounts");
    assertThat(office.at("ada").open("/admin").status()).isEqualTo(403);
  }

  @Test
  void theMenuHasWhatOpensAndNothingElse() {
    String support = office.someone("support").open("/admin").text();

    assertThat(support).contains("href=\"/admin/accounts\"").doesNotContain("/admin/audit\"");
  }

  @Test
  void settingsAreShownWithoutSecrets() {
    String page = office.at("root").open("/admin/server").text();

    assertThat(page).contains("hashing.patience").contains("storage.password").contains("/auth");
    assertThat(page).doesNotContain(Office.PASSWORD);
  }

  @Test
  void everyLetterIsShownInEveryLanguageAndCanDoNothing() {
    Browser root = office.at("root");
    String page = root.open("/admin/letters?language=de&letter=reset-link").text();

    Page letter = root.open("/admin/letters/reset-link/de");

    assertThat(page).contains("sandbox").contains("/admin/letters/reset-link/de");
    assertThat(letter.header("content-security-policy")).contains("sandbox");
    assertThat(letter.text()).contains("lang=\"de\"");
    assertThat(root.open("/admin/letters/none-such/de").status()).isEqualTo(404);
    assertThat(root.open("/admin/letters/reset-link/xx").status()).isEqualTo(404);
    assertThat(office.at("ada").open("/admin/letters/reset-link/de").status()).isEqualTo(403);
  }

  @Test
  void theOverviewGoesBackAsFarAsOneLikes() {
    Browser root = office.at("root");

    for (Span span : Span.values()) {
      assertThat(root.open("/admin/overview?span=" + span.key()).text())
          .contains("<svg class=\"chart\"");
    }
    assertThat(root.open("/admin/overview?span=century").status()).isEqualTo(200);
  }
}
