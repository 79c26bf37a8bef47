package dev.rekey.admin;

import static dev.rekey.admin.Office.PASSWORD;
import static dev.rekey.admin.Office.path;
import static dev.rekey.admin.Office.submit;
import static dev.rekey.admin.Office.sure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.web.Browser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsPagesTest {

  @TempDir Path folder;
  private Office office;

  @BeforeEach
  void begin() {
    office = new Office(folder);
  }

  @AfterEach
  void end() {
    office.close();
  }

  @Test
  void accountsAreFoundByWhatTheirNamesBeginWith() {
    office.create("adam", "user");
    Browser root = office.at("root");

    assertThat(root.open("/admin/accounts?q=ad").text())
        .contains(">ada</a>", ">adam</a>", "2 accounts")
        .doesNotContain("root@example.org");
    assertThat(root.open("/admin/accounts?q=ada%40").text()).contains("One account");
    assertThat(root.open("/admin/accounts?q=nobody").text()).contains("Nobody by that name");
    assertThat(root.open("/admin/accounts?role=admin").text())
        .contains("root@example.org")
        .doesNotContain(">ada</a>");
  }

  @Test
  void theDisabledAndTheUnconfirmedAreFoundAlone() {
    Account adam = office.create("adam", "user");
    office.server.disable(adam);
    Browser root = office.at("root");

    assertThat(root.open("/admin/accounts?state=disabled").text())
        .contains(">adam</a>", "One account")
        .doesNotContain(">ada</a>");
    assertThat(root.open("/admin/accounts?state=unconfirmed").text())
        .contains("Nobody by that name");
    assertThat(root.open("/admin/accounts?state=enabled").text()).doesNotContain(">adam</a>");
  }

  @Test
  void aLongListComesAPageAtATime() {
    for (int i = 10; i < 40; i++) {
      office.create("pat" + i, "user");
    }
    Browser root = office.at("root");

    Browser.Page first = root.open("/admin/accounts?q=pat");
    assertThat(first.text()).contains("The first 25; there are more", ">pat34</a>");
    String next = linkOf(first.text(), "rel=\"next\"");
    Browser.Page second = root.open(next);

    assertThat(second.text())
        .contains(">pat35</a>", ">pat39</a>", "5 accounts", "To the beginning")
        .doesNotContain(">pat34</a>");
  }

  private static String linkOf(String page, String mark) {
    String before = page.substring(0, page.indexOf(mark));
    String link = before.substring(before.lastIndexOf("href=\"") + 6);
    return link.substring(0, link.indexOf('"')).replace("&amp;", "&");
  }

  @Test
  void theScriptGetsThePartOfThePageThatChanges() {
    Browser.Page part = office.at("root").open("/admin/accounts/rows?q=ada");

    assertThat(part.status()).isEqualTo(200);
    assertThat(part.text())
        .startsWith("<div id=\"rows\" data-count=\"One account\"")
        .contains(">ada</a>")
        .doesNotContain("<html");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q=%00",
        "q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "q=%27%3B--",
        "role=%3Cb%3E",
        "state=%00",
        "after=99999999999999999999",
        "after=1&at=%00",
        "after=-1&at=x",
        "after=0&at=%F0%9F%98%80"
      })
  void whatMakesNoSenseIsNotAskedAndDoesNoHarm(String query) {
    Browser.Page page = office.at("root").open("/admin/accounts?" + query);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).doesNotContain("<script>alert", "<b>", "\0");
  }

  @Test
  void aVeryLongNameIsNobodys() {
    Browser.Page page = office.at("root").open("/admin/accounts?q=" + "a".repeat(3_000));

    assertThat(page.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "999999", "-1", "99999999999999999999", "x", "%3Cb%3E"})
  void whatIsNobodysNumberIsSaidToBeThat(String number) {
    Browser.Page page = office.at("root").open("/admin/accounts/" + number);

    assertThat(page.status()).isEqualTo(404);
    assertThat(page.text()).contains("There is no such account").doesNotContain("<b>");
  }

  @Test
  void anOwnerFindsNoConsole() {
    Browser ada = office.at("ada");

    for (String page : List.of("", "/rows", "/new", "/1", "/1/edit", "/1/reset", "/1/delete")) {
      assertThat(ada.open("/admin/accounts" + page).status()).as(page).isEqualTo(403);
    }
    assertThat(submit(ada, path(office.root) + "/delete", sure(Map.of())).status()).isEqualTo(403);
    assertThat(office.isThere(office.root)).isTrue();
  }

  @Test
  void whoeverIsNotSignedInIsAskedTo() {
    assertThat(new Browser(office.server.port()).open("/admin/accounts/1").path())
        .isEqualTo("/account/sign-in?next=/admin/accounts/1");
  }

  @Test
  void thePageSaysHowTheAccountStandsAndNeverTheHash() {
    office.at("ada");
    Browser root = office.at("root");

    String page = root.open(path(office.ada)).text();

    assertThat(page)
        .contains("ada@example.org", "argon2id, m=256,t=1,p=1", "Last sign-in", "Signed in")
        .contains("127.0.0.1, through account", "Send a reset letter", "Disable", "Delete")
        .doesNotContain("$argon2", "Unlock")
        .doesNotContain(office.ada.credential().hash().orElseThrow().encoded());
  }

  @Test
  void whoeverMayOnlySendLettersSeesThatButtonAlone() {
    Browser support = office.someone("support");

    String page = support.open(path(office.ada)).text();

    assertThat(page)
        .contains("/reset\"")
        .doesNotContain("/edit\"", "/rights\"", "/password\"", "/disable\"", "/delete\"")
        .doesNotContain("/password-off\"", "/sessions\"", "Lately");
    assertThat(support.open("/admin/accounts").text()).doesNotContain("New account");
    for (String act : List.of("edit", "rights", "password", "disable", "delete", "password-off")) {
      String path = path(office.ada) + '/' + act;
      assertThat(support.open(path).status()).as(act).isEqualTo(403);
      assertThat(submit(support, path, sure(Map.of("password", "quiet otter paints"))).status())
          .as(act)
          .isEqualTo(403);
    }
    assertThat(support.send(path(office.ada) + "/sessions", sure(Map.of())).status())
        .isEqualTo(403);
    assertThat(office.now(office.ada)).isEqualTo(office.ada);
  }

  @Test
  void aResetIsSentForAReasonThatIsKept() {
    Browser support = office.someone("support");
    String reset = path(office.ada) + "/reset";

    assertThat(submit(support, reset, Map.of("why", "")).text()).contains("Please say why");
    assertThat(office.trail(office.ada.id())).doesNotContain("reset-sent");

    Browser.Page sent = submit(support, reset, Map.of("why", "rang, knows her number"));

    assertThat(sent.text()).contains("The letter is on its way.");
    assertThat(office.trail(office.ada.id())).startsWith("reset-sent");
    assertThat(office.now(office.ada).credential()).isEqualTo(office.ada.credential());
  }

  @Test
  void tooManyLettersAreNotSentAndTheReasonIsStillThere() {
    Browser support = office.someone("support");
    String reset = path(office.ada) + "/reset";
    for (int i = 0; i < 5; i++) {
      submit(support, reset, Map.of("why", "again"));
    }

    Browser.Page page = submit(support, reset, Map.of("why", "once too often"));

    assertThat(page.status()).isEqualTo(429);
    assertThat(page.header("retry-after")).isNotEmpty();
    assertThat(page.text()).contains("once too often", "many such letters");
  }

  @Test
  void nobodyLaysHandsOnTheGreater() {
    Browser clerk = office.someone("clerk");

    String page = clerk.open(path(office.root)).text();

    assertThat(page)
        .contains("This account may do something that you may not.", "/reset\"")
        .doesNotContain("/edit\"", "/disable\"", "/delete\"");
    assertThat(submit(clerk, path(office.root) + "/disable", sure(Map.of())).text())
        .contains("This account may do more than you");
    assertThat(office.now(office.root)).isEqualTo(office.root);
  }

  @Test
  void anAccountIsDisabledAndEnabled() {
    Browser root = office.at("root");
    Browser ada = office.at("ada");

    assertThat(submit(root, path(office.ada) + "/disable", Map.of("why", "left")).text())
        .contains("The account is disabled.");
    assertThat(ada.open("/account").path()).startsWith("/account/sign-in");
    assertThat(submit(root, path(office.ada) + "/enable", Map.of("why", "is back")).text())
        .contains("The account is enabled.");
    assertThat(office.at("ada").open("/account").text()).contains("Hello, ada");
    assertThat(office.trail(office.ada.id())).contains("account-disabled", "account-enabled");
  }

  @Test
  void deletingAsksForTheOwnPasswordOnceMore() {
    Browser root = office.at("root");
    String delete = path(office.ada) + "/delete";

    Browser.Page without = submit(root, delete, Map.of("why", "asked for it"));
    assertThat(without.status()).isEqualTo(422);
    assertThat(without.text()).contains("Your own password is needed for this.", "asked for it");
    assertThat(submit(root, delete, Map.of("why", "x", "current", "wrong")).text())
        .contains("That is not your password.")
        .doesNotContain("value=\"wrong\"");
    assertThat(office.isThere(office.ada)).isTrue();

    assertThat(submit(root, delete, sure(Map.of())).text()).contains("The account is deleted.");
    assertThat(office.isThere(office.ada)).isFalse();
    assertThat(office.trail(office.ada.id())).startsWith("account-deleted");
    assertThat(root.open(path(office.ada)).status()).isEqualTo(404);
  }

  @Test
  void whoeverShutsTheOwnAccountIsWarnedAndHasToBeSure() {
    Browser root = office.at("root");
    String disable = path(office.root) + "/disable";

    assertThat(root.open(disable).text()).contains("This is your own account");
    assertThat(submit(root, disable, Map.of("why", "oops")).status()).isEqualTo(422);
    assertThat(office.now(office.root).disabled()).isFalse();
  }

  @Test
  void failedTriesAreForgiven() {
    for (int i = 0; i < 3; i++) {
      new Browser(office.server.port()).signIn("ada", "not the right one");
    }
    Browser root = office.at("root");
    assertThat(root.open(path(office.ada)).text()).contains("3 since the last success", "Unlock");

    Browser.Page done = submit(root, path(office.ada) + "/unlock", Map.of("why", "it was her"));

    assertThat(done.text()).contains("The failed tries are forgotten.");
    assertThat(root.open(path(office.ada)).text()).doesNotContain("since the last success");
  }

  @Test
  void oneSessionIsEndedAndThenAll() {
    Browser one = office.at("ada");
    Browser other = office.at("ada");
    Browser root = office.at("root");
    String page = root.open(path(office.ada)).text();
    String name = page.split("name=\"end\" value=\"", 2)[1].substring(0, 24);
    String sessions = path(office.ada) + "/sessions";

    assertThat(root.send(sessions, Map.of("end", name)).text()).contains("Please say why");
    assertThat(root.send(sessions, Map.of("end", name, "why", "lost telephone")).text())
        .contains("One session has ended.");
    assertThat(List.of(isIn(one), isIn(other))).containsExactlyInAnyOrder(true, false);
    assertThat(root.send(sessions, Map.of("end", name, "why", "again")).status()).isEqualTo(404);
    root.send(sessions, Map.of("all", "yes", "why", "lost it all"));

    assertThat(List.of(isIn(one), isIn(other))).containsExactly(false, false);
    assertThat(isIn(root)).isTrue();
  }

  private static boolean isIn(Browser browser) {
    return browser.open("/account").path().equals("/account");
  }

  @Test
  void aPasswordIsSetByThoseWhoMay() {
    Browser root = office.at("root");
    String path = path(office.ada) + "/password";

    assertThat(submit(root, path, Map.of("why", "x", "password", "quiet otter paints")).status())
        .isEqualTo(422);
    assertThat(submit(root, path, sure(Map.of("password", "ada"))).text())
        .contains("at least 8 characters");
    assertThat(submit(root, path, sure(Map.of("password", "quiet otter paints"))).text())
        .contains("The password is set.")
        .doesNotContain("quiet otter paints");

    assertThat(new Browser(office.server.port()).signIn("ada", "quiet otter paints").path())
        .isEqualTo("/account");
  }

  @Test
  void aFormOfAnotherSiteDoesNothing() {
    Browser root = office.at("root");
    root.open(path(office.ada) + "/disable");

    assertThat(root.send(path(office.ada) + "/disable", Map.of("why", "x", "csrf", "00")).status())
        .isEqualTo(403);
    assertThat(
            root.send(
                    path(office.ada) + "/disable",
                    Map.of("why", "x"),
                    "sec-fetch-site",
                    "cross-site")
                .status())
        .isEqualTo(403);
    assertThat(office.now(office.ada).disabled()).isFalse();
  }

  @Test
  void theReasonIsWrittenDownWithWhoeverGaveIt() throws Exception {
    submit(office.at("root"), path(office.ada) + "/disable", Map.of("why", "left the company"));

    try (var connection =
            java.sql.DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("rekey.db"));
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT why, by_account_id FROM audit WHERE event = 'account-disabled'")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isEqualTo("left the company");
      assertThat(row.getLong(2)).isEqualTo(office.root.id().value());
    }
  }

  @Test
  void theWholeTrailOfTheAccountIsOnePageAway() {
    Browser root = office.at("root");
    String page = root.open(path(office.ada)).text();
    assertThat(page).contains("/admin/audit?account=%23" + office.ada.ids().number() + '"');

    assertThat(root.open("/admin/audit?account=%23" + office.ada.ids().number()).text())
        .contains("Account made");
  }

  @Test
  void thePasswordOfWhoeverSitsThereIsNeverShown() {
    Browser root = office.at("root");

    assertThat(submit(root, path(office.ada) + "/delete", Map.of("current", PASSWORD)).text())
        .doesNotContain(PASSWORD);
  }
}
