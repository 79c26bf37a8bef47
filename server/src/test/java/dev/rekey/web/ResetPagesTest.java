package dev.rekey.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.TestServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResetPagesTest {

  private static final String PASSWORD = "correct horse battery";
  private static final String NEXT = "quiet otter paints walls";
  private static final String LINK = "/account/reset/[A-Za-z0-9_-]{24}";
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
  void aLinkWithItsTicketInTheQueryLeadsToThePage() {
    assertThat(browser.open("/account/reset?ticket=" + "A".repeat(24)).path())
        .isEqualTo("/account/reset/" + "A".repeat(24));
    assertThat(browser.open("/account/unlock?ticket=..%2F..%2Fadmin").status()).isEqualTo(410);
    assertThat(browser.open("/account/confirm").status()).isEqualTo(410);
  }

  @Test
  void opensAResetLinkAsOftenAsScannersLikeAndSpendsItOnce() {
    assertThat(ask("ada").text()).contains("Look into your mail");
    String link = mail.find(LINK);
    for (int i = 0; i < 3; i++) {
      assertThat(new Browser(server.port()).open(link).text()).contains("Choose a new password");
    }
    assertThat(browser.open(link).header("referrer-policy")).isEqualTo("no-referrer");
    assertThat(browser.send(link, Map.of("password", "ada")).text()).contains("at least 8");

    assertThat(browser.send(link, Map.of("password", NEXT)).text())
        .contains("Your new password is set");

    Browser.Page dead = browser.open(link);
    assertThat(dead.status()).isEqualTo(410);
    assertThat(dead.text()).contains("This link works no more").doesNotContain("type=\"password\"");
    assertThat(browser.signIn("ada", NEXT).path()).isEqualTo("/account");
  }

  @Test
  void whoeverAsksForALetterLearnsNothing() {
    String known = ask("ada").text();
    String unknown = ask("nobody").text();

    assertThat(impersonal(unknown, "nobody")).isEqualTo(impersonal(known, "ada"));
    assertThat(known).containsPattern(NUMBER);
    assertThat(unknown).containsPattern(NUMBER);
  }

  @Test
  void theLinkShowsTheNumberOfThePageWhereItWasAskedFor() {
    String number = number(ask("ada"));

    Browser.Page page = browser.open(mail.find(LINK));

    assertThat(page.text())
        .contains("<strong>" + number + "</strong>")
        .contains("The page where you asked showed " + number + ". If it did not");
  }

  @Test
  void theNumberStaysWhileThePasswordIsRefused() {
    String number = number(ask("ada"));
    String link = mail.find(LINK);
    browser.open(link);

    assertThat(browser.send(link, Map.of("password", "ada")).text())
        .contains("<strong>" + number + "</strong>");
  }

  @Test
  void aLetterThatNoPageAskedForShowsNoNumber() {
    Browser program = new Browser(server.port());
    program.post(
        "/api/v1/users/password", "application/json", "{\"user\":{\"email\":\"ada@example.org\"}}");
    String token = mail.find("reset_password_token=[A-Za-z0-9_-]{24}|" + LINK);

    Browser.Page page = browser.open("/account/reset/" + token.replaceAll(".*[=/]", ""));

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text())
        .doesNotContain("The page where you asked")
        .doesNotContainPattern(NUMBER);
  }

  @Test
  void aPhraseIsOfferedOnRequestAndWorksWithoutScripts() {
    ask("ada");
    String link = mail.find(LINK);
    assertThat(browser.open(link).text())
        .contains("href=\"?phrase=1#phrase\"", "Offer me a phrase")
        .doesNotContain("Copy it into the field");

    Browser.Page page = browser.open(link + "?phrase=1");

    Matcher phrase = Pattern.compile("<code lang=\"en\">([a-z ]+)</code>").matcher(page.text());
    assertThat(phrase.find()).isTrue();
    assertThat(phrase.group(1).split(" ")).hasSize(6);
    assertThat(browser.send(link, Map.of("password", phrase.group(1))).text())
        .contains("Your new password is set");
  }

  @Test
  void aScriptGetsAFreshPhraseThatNobodyKeeps() {
    Browser.Page one = browser.open("/account/phrase");
    Browser.Page other = browser.open("/account/phrase");

    assertThat(one.text()).matches("[a-z]{3,8}( [a-z]{3,8}){5}").isNotEqualTo(other.text());
    assertThat(one.header("content-type")).isEqualTo("text/plain; charset=utf-8");
    assertThat(one.header("cache-control")).isEqualTo("no-store");
  }

  private Browser.Page ask(String name) {
    browser.open("/account/forgot");
    return browser.send("/account/forgot", Map.of("name", name));
  }

  private static String number(Browser.Page page) {
    Matcher matcher = NUMBER.matcher(page.text());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private static String impersonal(String page, String name) {
    return NUMBER.matcher(page).replaceAll("").replace("value=\"" + name + '"', "value");
  }
}
