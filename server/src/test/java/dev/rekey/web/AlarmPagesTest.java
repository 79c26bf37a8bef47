package dev.rekey.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.TestServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody else got in, and the owner says so. */
class AlarmPagesTest {

  private static final String PASSWORD = "correct horse battery";
  private static final String EVIL = "all your base belongs";
  private static final String NEXT = "quiet otter paints walls";
  private static final String ALARM = "/account/alarm/[A-Za-z0-9_-]{24}";
  private static final String RESET = "/account/reset/[A-Za-z0-9_-]{24}";

  @TempDir Path folder;
  private TestServer server;
  private Browser mallory;
  private Browser ada;
  private MailBox mail;

  @BeforeEach
  void begin() {
    server = TestServer.onSqlite(folder, Map.of());
    server.create(Map.of("username", "ada", "email", "ada@example.org", "password", PASSWORD));
    server.create(Map.of("username", "root", "role", "admin", "password", PASSWORD));
    mallory = new Browser(server.port());
    ada = new Browser(server.port());
    mail = new MailBox(server.mailFolder());
  }

  @AfterEach
  void end() {
    server.close();
  }

  private String malloryChangesThePassword() {
    mallory.signIn("ada", PASSWORD);
    mallory.open("/account/password");
    mallory.send("/account/password", Map.of("current", PASSWORD, "password", EVIL));
    return mail.find(ALARM);
  }

  private Browser.Page press(String link) {
    ada.open(link);
    return ada.send(link, Map.of());
  }

  private Browser.Page signIn(String password) {
    return new Browser(server.port()).signIn("ada", password);
  }

  @Test
  void openingTheLinkSaysWhatHappenedAndChangesNothing() {
    String link = malloryChangesThePassword();

    Browser.Page page = ada.open(link);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text())
        .contains("Was this not you?", "The password was changed", "127.0.0.1", "This was not me");
    assertThat(page.header("referrer-policy")).isEqualTo("no-referrer");
    assertThat(mallory.open("/account").text()).contains("Hello, ada");
    assertThat(ada.open(link).status()).isEqualTo(200);
  }

  @Test
  void theButtonShutsTheAccountAndTheLetterOpensItAgain() {
    String link = malloryChangesThePassword();

    assertThat(press(link).text()).contains("Your account is shut", "case 1");

    assertThat(mallory.open("/account").path()).startsWith("/account/sign-in");
    assertThat(signIn(EVIL).status()).isEqualTo(422);
    assertThat(signIn(PASSWORD).status()).isEqualTo(422);
    String back = mail.find(RESET);
    ada.open(back);
    assertThat(ada.send(back, Map.of("password", NEXT)).text())
        .contains("Your new password is set");
    assertThat(signIn(NEXT).path()).isEqualTo("/account");
  }

  /** A shut account is told from a wrong password by nobody. */
  @Test
  void whatIsShutLooksLikeAWrongPassword() {
    press(malloryChangesThePassword());

    String shut = signIn(PASSWORD).text().replaceAll("value=\"[0-9a-f]{64}\"", "");
    String wrong =
        new Browser(server.port())
            .signIn("root", "not this one")
            .text()
            .replaceAll("value=\"[0-9a-f]{64}\"", "");

    assertThat(shut.replace("value=\"ada\"", "")).isEqualTo(wrong.replace("value=\"root\"", ""));
  }

  @Test
  void theLinkWorksOnce() {
    String link = malloryChangesThePassword();
    press(link);

    Browser.Page again = ada.open(link);

    assertThat(again.status()).isEqualTo(410);
    assertThat(again.text()).contains("This link works no more").doesNotContain("<form");
    assertThat(ada.send(link, Map.of()).status()).isEqualTo(410);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AAAAAAAAAAAAAAAAAAAAAAAA", "x", "%00", "%3Cb%3E", "..%2F..%2Fadmin"})
  void aLinkThatNobodySentDoesNothing(String token) {
    Browser.Page page = ada.open("/account/alarm/" + token);

    assertThat(page.status()).isIn(400, 404, 410);
    assertThat(page.text()).doesNotContain("<b>");
  }

  @Test
  void aFormFromElsewhereDoesNothing() {
    String link = malloryChangesThePassword();
    ada.open(link);

    assertThat(ada.send(link, Map.of("csrf", "00")).status()).isEqualTo(403);
    assertThat(mallory.open("/account").text()).contains("Hello, ada");
  }

  @Test
  void anAddressThatWasMovedComesBackAndTheLetterGoesToTheOldOne() {
    mallory.signIn("ada", PASSWORD);
    mallory.open("/account/profile");
    mallory.send(
        "/account/profile",
        Map.of("username", "ada", "email", "eve@evil.example", "current", PASSWORD));
    String confirm = mail.find("/account/confirm/[A-Za-z0-9_-]{24}");
    mallory.open(confirm);
    mallory.send(confirm, Map.of());
    String link = mail.find(ALARM);

    assertThat(press(link).text()).contains("Your account is shut");

    assertThat(mail.find("(?s)To: [^\\r\\n]+(?=.*is shut)")).contains("ada@example.org");
    String back = mail.find(RESET);
    ada.open(back);
    ada.send(back, Map.of("password", NEXT));
    Browser home = new Browser(server.port());
    assertThat(home.signIn("ada@example.org", NEXT).text()).contains("ada@example.org");
  }

  @Test
  void whoeverForgotInTheMeantimeGetsAnotherWayBackAtTheAddressOfBefore() {
    press(malloryChangesThePassword());
    String first = mail.find(RESET);

    ada.open("/account/forgot");
    ada.send("/account/forgot", Map.of("name", "ada"));

    String second = mail.findNewerThan(first, RESET);
    assertThat(ada.open(first).status()).isEqualTo(410);
    ada.open(second);
    assertThat(ada.send(second, Map.of("password", NEXT)).text())
        .contains("Your new password is set");
  }

  @Test
  void thoseWhoRunTheServerSeeACaseAndCloseItWithAReason() {
    press(malloryChangesThePassword());
    Browser root = new Browser(server.port());
    root.signIn("root", PASSWORD);

    assertThat(root.open("/admin/cases").text())
        .contains("Password changed", "account shut", "/admin/cases/1");
    assertThat(root.open("/admin/cases/1").text())
        .contains("Case 1", "127.0.0.1", "The one of before is back");
    assertThat(root.send("/admin/cases/1", Map.of("why", " ")).status()).isEqualTo(422);
    assertThat(
            root.send("/admin/cases/1", Map.of("why", "spoke <b>with</b> her", "thaw", "1")).text())
        .contains("The case is closed.", "spoke &lt;b&gt;with&lt;/b&gt; her", "Open again");
    assertThat(root.send("/admin/cases/1", Map.of("why", "again")).status()).isEqualTo(409);
    assertThat(root.open("/admin/cases").text()).contains("Nothing to look into");
    assertThat(root.open("/admin/cases?which=all").text()).contains("/admin/cases/1");
    assertThat(signIn(PASSWORD).path()).isEqualTo("/account");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "0", "x", "-1", "99999999999999999999", "%00", "%3Cb%3E"})
  void aCaseThatIsNotThereIsNot(String number) {
    Browser root = new Browser(server.port());
    root.signIn("root", PASSWORD);

    Browser.Page page = root.open("/admin/cases/" + number);

    assertThat(page.status()).isIn(400, 404);
    assertThat(page.text()).doesNotContain("<b>");
  }

  @Test
  void whoMayNotChangeAccountsSeesNoCases() {
    mallory.signIn("ada", PASSWORD);

    assertThat(mallory.open("/admin/cases").status()).isEqualTo(403);
    mallory.open("/account");
    assertThat(mallory.send("/admin/cases/1", Map.of("why", "me")).status()).isEqualTo(403);
  }
}
