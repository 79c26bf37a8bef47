package dev.rekey.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.TestServer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodePagesTest {

  private static final String PASSWORD = "correct horse battery";
  private static final String NEXT = "quiet otter paints walls";
  private static final String LINK = "/account/reset/[A-Za-z0-9_-]{24}";
  private static final String CODE = "\\b[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}\\b";
  private static final Pattern NUMBER = Pattern.compile("<strong>([0-9]{2})</strong>");

  @TempDir Path folder;
  private TestServer server;
  private Browser browser;
  private MailBox mail;

  @BeforeEach
  void begin() {
    server = TestServer.onSqlite(folder, Map.of());
    server.create(Map.of("username", "ada", "email", "ada@example.org", "password", PASSWORD));
    browser = new Browser(server.port());
    mail = new MailBox(server.mailFolder());
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void theCodeOfTheLetterLeadsToANewPassword() {
    Browser.Page asked = ask("ada");
    assertThat(asked.text()).contains("action=\"/account/code\"", "value=\"ada\"");
    Matcher number = NUMBER.matcher(asked.text());
    assertThat(number.find()).isTrue();
    String link = mail.find(LINK);

    Browser.Page reset = type("ada", mail.find(CODE));

    assertThat(reset.path()).matches(LINK).isNotEqualTo(link);
    assertThat(reset.text()).contains("Choose a new password", number.group());
    assertThat(browser.send(reset.path(), Map.of("password", NEXT)).text())
        .contains("Your new password is set");
    assertThat(browser.signIn("ada", NEXT).path()).isEqualTo("/account");
  }

  @Test
  void theLinkOfTheLetterDiesWithItsCode() {
    ask("ada");
    String link = mail.find(LINK);

    type("ada", mail.find(CODE));

    assertThat(browser.open(link).status()).isEqualTo(410);
  }

  @Test
  void aCodeIsGoodOnce() {
    ask("ada");
    String code = mail.find(CODE);
    Browser.Page first = type("ada", code);

    assertThat(type("ada", code).status()).isEqualTo(422);
    assertThat(browser.open(first.path()).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"as it is", "lower", "no dash", "spaced"})
  void aCodeIsReadHoweverItIsTyped(String manner) {
    ask("ada");
    String code = mail.find(CODE);
    String typed =
        switch (manner) {
          case "lower" -> code.toLowerCase(Locale.ROOT);
          case "no dash" -> code.replace("-", "");
          case "spaced" -> ' ' + code.replace("-", " \u2013 ") + ' ';
          default -> code;
        };

    assertThat(type("Ada@Example.org", typed).text()).contains("Choose a new password");
  }

  @Test
  void onlyTheNewestCodeIsGood() {
    ask("ada");
    String older = mail.find(CODE);
    ask("ada");
    String newer = mail.findNewerThan(older, CODE);

    assertThat(type("ada", older).status()).isEqualTo(422);
    assertThat(type("ada", newer).status()).isEqualTo(200);
  }

  @Test
  void wrongUnknownAndSpentAreTheSamePage() {
    ask("ada");
    String code = mail.find(CODE);
    String unknown = type("nobody", code).text();
    String wrong = type("ada", "2222-2222").text();
    String blank = type("ada", "").text();
    type("ada", code);
    String spent = type("ada", code).text();

    assertThat(wrong).contains("role=\"alert\"").doesNotContain("2222");
    assertThat(unknown.replace("value=\"nobody\"", "value=\"ada\"")).isEqualTo(wrong);
    assertThat(blank).isEqualTo(wrong);
    assertThat(spent).isEqualTo(wrong);
  }

  @Test
  void tenWrongCodesShutTheDoorToARightOneWithTheSameAnswer() {
    ask("ada");
    String wrong = "";
    for (int i = 0; i < 10; i++) {
      wrong = type("ada", "2222-2222").text();
    }
    String code = mail.find(CODE);

    assertThat(type("ada@example.org", code).text().replace("ada@example.org", "ada"))
        .isEqualTo(wrong);
    ask("ada");
    assertThat(type("ada", mail.findNewerThan(code, CODE)).text()).isEqualTo(wrong);
    assertThat(browser.open(newestLink()).text()).contains("Choose a new password");
  }

  @Test
  void nobodyIsNamedBeforeTheyNameThemselves() {
    assertThat(browser.open("/account/code?name=ada").text())
        .contains("id=\"name\"", "autocomplete=\"one-time-code\"")
        .doesNotContain("ada");
  }

  private String newestLink() {
    return mail.find(LINK);
  }

  private Browser.Page ask(String name) {
    browser.open("/account/forgot");
    return browser.send("/account/forgot", Map.of("name", name));
  }

  private Browser.Page type(String name, String code) {
    browser.open("/account/code");
    return browser.send("/account/code", Map.of("name", name, "code", code));
  }
}
