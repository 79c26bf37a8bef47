package dev.rekey.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.TestServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountPagesTest {

  private static final String PASSWORD = "correct horse battery";
  private static final String NEXT = "quiet otter paints walls";

  @TempDir Path folder;
  private TestServer server;
  private Browser browser;

  @BeforeEach
  void begin() {
    server = TestServer.onSqlite(folder, Map.of());
    server.create(Map.of("username", "ada", "email", "ada@example.org", "password", PASSWORD));
    browser = new Browser(server.port());
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void anOwnerComesInAndGoesOut() {
    Browser.Page home = browser.signIn("ada", PASSWORD);
    assertThat(home.path()).isEqualTo("/account");
    assertThat(home.text()).contains("Hello, ada", "ada@example.org");

    browser.send("/account/sign-out", Map.of());

    assertThat(browser.open("/account").path()).isEqualTo("/account/sign-in?next=/account");
  }

  @Test
  void aSessionThatWasEndedAdmitsNobodyWhoeverKeptItsCookie() {
    browser.signIn("ada", PASSWORD);
    Map<String, String> kept = Map.copyOf(browser.cookies());
    browser.send("/account/sign-out", Map.of());
    browser.cookies().putAll(kept);

    assertThat(browser.open("/account").text()).contains("Sign in").doesNotContain("Hello");
  }

  @Test
  void wrongAndUnknownAreTheSamePage() {
    String wrong = browser.signIn("ada", "not the right one").text();
    String unknown = new Browser(server.port()).signIn("eve", "not the right one").text();

    assertThat(withoutCsrf(unknown).replace("value=\"eve\"", "value=\"ada\""))
        .isEqualTo(withoutCsrf(wrong));
    assertThat(wrong).contains("role=\"alert\"").doesNotContain("not the right one");
  }

  @Test
  void theCookieIsKeptFromScriptsAndOtherSites() {
    browser.open("/account/sign-in");
    Browser.Page page = browser.open("/account/sign-in");
    assertThat(page.header("set-cookie")).isEmpty();

    String cookie = new Browser(server.port()).open("/account/sign-in").header("set-cookie");
    assertThat(cookie).contains("Path=/", "HttpOnly", "SameSite=Lax").doesNotContain("Domain");
  }

  @Test
  void behindHttpsTheCookiesArePinnedToTheHost() {
    try (TestServer secure =
        server.another(Map.of("http.public-url", "https://accounts.example.org"))) {
      String cookie = new Browser(secure.port()).open("/account/sign-in").header("set-cookie");

      assertThat(cookie).startsWith("__Host-rekey-form=").contains("; Secure");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00", "zz"})
  void aFormThatIsNotOursDoesNothing(String csrf) {
    browser.signIn("ada", PASSWORD);

    Browser.Page page = browser.send("/account/sessions/end-others", Map.of("csrf", csrf));

    assertThat(page.status()).isEqualTo(403);
    assertThat(page.text()).contains("This form has grown old");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "none"})
  void aFormFromAnotherSiteDoesNothing(String site) {
    browser.signIn("ada", PASSWORD);
    browser.open("/account/password");

    Browser.Page page =
        browser.send(
            "/account/password",
            Map.of("current", PASSWORD, "password", NEXT),
            "sec-fetch-site",
            site);

    assertThat(page.status()).isEqualTo(403);
    assertThat(new Browser(server.port()).signIn("ada", PASSWORD).path()).isEqualTo("/account");
  }

  @Test
  void aChangeEndsTheOthersAndKeepsThisOne() {
    Browser other = new Browser(server.port());
    other.signIn("ada", PASSWORD);
    browser.signIn("ada", PASSWORD);
    browser.open("/account/password");

    Browser.Page done =
        browser.send("/account/password", Map.of("current", PASSWORD, "password", NEXT));

    assertThat(done.text()).contains("Your password is changed.", "this one");
    assertThat(other.open("/account").path()).startsWith("/account/sign-in");
    assertThat(new Browser(server.port()).signIn("ada", NEXT).path()).isEqualTo("/account");
  }

  @Test
  void aRefusalSaysWhatIsWrongBesideItsField() {
    browser.signIn("ada", PASSWORD);
    browser.open("/account/password");

    Browser.Page page =
        browser.send("/account/password", Map.of("current", "wrong one", "password", "ada"));

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.text())
        .contains("id=\"current-wrong\"", "The current password is not right.")
        .contains("id=\"password-wrong\"", "at least 8 characters", "your own name")
        .contains("autocomplete=\"current-password\"", "autocomplete=\"new-password\"")
        .doesNotContain("wrong one");
  }

  @Test
  void sessionsOfAllWiresAreSeenAndEnded() {
    Browser other = new Browser(server.port());
    other.signIn("ada", PASSWORD);
    browser.signIn("ada", PASSWORD);
    Browser.Page page = browser.open("/account/sessions");
    assertThat(page.text()).contains("this one", "127.0.0.1, through account");
    Matcher name = Pattern.compile("name=\"name\" value=\"([0-9a-f]{24})\"").matcher(page.text());
    assertThat(name.find()).isTrue();

    Browser.Page ended = browser.send("/account/sessions/end", Map.of("name", name.group(1)));

    assertThat(ended.text()).contains("One session has ended.", "Nothing else is signed in.");
    assertThat(other.open("/account").path()).startsWith("/account/sign-in");
  }

  @Test
  void aNewAddressCountsOnceItsButtonWasPressed() {
    browser.signIn("ada", PASSWORD);
    browser.open("/account/profile");
    Map<String, String> wish =
        Map.of("username", "ada", "email", "ada@new.example", "current", PASSWORD);
    assertThat(browser.send("/account/profile", wish).text())
        .contains("ada@new.example waits to be confirmed");
    String link = linkOfLetter("/account/confirm/[A-Za-z0-9_-]{24}");

    assertThat(browser.open(link).text()).contains("Confirm this address");
    assertThat(browser.open("/account").text()).contains("waits to be confirmed");
    browser.open(link);
    assertThat(browser.send(link, Map.of()).text()).contains("Your address is confirmed");
    assertThat(browser.open("/account").text()).contains("<dd>ada@new.example");
  }

  @Test
  void anAddressIsNotChangedWithoutThePassword() {
    browser.signIn("ada", PASSWORD);
    browser.open("/account/profile");

    Browser.Page page =
        browser.send("/account/profile", Map.of("username", "ada", "email", "eve@example.org"));

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.text()).contains("current-wrong", "value=\"eve@example.org\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "/rekey/v1",
        "/account/%0d"
      })
  void nobodyIsLedElsewhereAfterSigningIn(String next) {
    browser.open("/account/sign-in");

    Browser.Page page =
        browser.send("/account/sign-in", Map.of("name", "ada", "password", PASSWORD, "next", next));

    assertThat(page.path()).isEqualTo("/account");
  }

  @Test
  void whoeverWantedAPageGetsItAfterSigningIn() {
    assertThat(browser.open("/account/sessions").text())
        .contains("name=\"next\" value=\"/account/sessions\"");
  }

  @Test
  void programsFindWherePasswordsAreChanged() {
    browser.signIn("ada", PASSWORD);

    assertThat(browser.open("/.well-known/change-password").path()).isEqualTo("/account/password");
  }

  @Test
  void noPageHoldsScriptOrStyleOfItsOwn() {
    browser.signIn("ada", PASSWORD);
    for (String path :
        List.of("/account", "/account/password", "/account/sessions", "/account/profile")) {
      Browser.Page page = browser.open(path);
      assertThat(page.text())
          .doesNotContain("<style", " style=", "onclick", "javascript:")
          .containsPattern("<script src=\"/rekey/assets/[0-9a-f]{12}/page.js\" defer></script>");
      assertThat(page.header("content-security-policy"))
          .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(page.header("cache-control")).isEqualTo("no-store");
    }
  }

  @Test
  void whatAPageIsDressedWithIsKeptForGood() {
    Matcher style =
        Pattern.compile("href=\"(/rekey/assets/[^\"]+style.css)\"")
            .matcher(browser.open("/account/sign-in").text());
    assertThat(style.find()).isTrue();

    Browser.Page page = browser.open(style.group(1));

    assertThat(page.header("content-type")).isEqualTo("text/css; charset=utf-8");
    assertThat(page.header("cache-control")).contains("immutable");
    assertThat(browser.open("/rekey/assets/000000000000/style.css").header("cache-control"))
        .isEqualTo("no-cache");
    assertThat(browser.open("/rekey/assets/0/nothing.css").status()).isEqualTo(404);
  }

  @Test
  void namesAreTextAndNoMarkup() {
    server.create(Map.of("username", "<b>eve</b>", "password", PASSWORD));

    assertThat(browser.signIn("<b>eve</b>", PASSWORD).text())
        .contains("Hello, &lt;b&gt;eve&lt;/b&gt;")
        .doesNotContain("<b>eve");
  }

  private static String withoutCsrf(String page) {
    return page.replaceAll("value=\"[0-9a-f]{64}\"", "");
  }

  private String linkOfLetter(String path) {
    return new MailBox(server.mailFolder()).find(path);
  }
}
