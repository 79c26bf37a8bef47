package dev.rekey.admin;

import static dev.rekey.admin.Office.path;
import static dev.rekey.admin.Office.submit;
import static dev.rekey.admin.Office.sure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Realm;
import dev.rekey.web.Browser;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountFormsTest {

  /** A field with what it holds, hidden or not; a password holds nothing. */
  private static final Pattern INPUT =
      Pattern.compile("<input[^>]* name=\"([^\"]+)\"[^>]*?(?: value=\"([^\"]*)\")");

  @TempDir Path folder;
  private Office office;
  private Browser root;

  @BeforeEach
  void begin() {
    office = new Office(folder);
    root = office.at("root");
  }

  @AfterEach
  void end() {
    office.close();
  }

  /** What a browser would send back if nobody typed anything. */
  private static Map<String, String> formOf(Browser.Page page) {
    Map<String, String> form = new HashMap<>();
    Matcher input = INPUT.matcher(page.text());
    while (input.find()) {
      if (!input.group().contains("type=\"checkbox\"")
          && !input.group().contains("type=\"radio\"")) {
        form.put(input.group(1), input.group(2));
      }
    }
    return form;
  }

  private Browser.Page edit(Map<String, String> typed) {
    String path = path(office.ada) + "/edit";
    Map<String, String> form = formOf(root.open(path));
    form.putAll(typed);
    return root.send(path, form);
  }

  @Test
  void aNameIsChangedForAReason() {
    assertThat(edit(Map.of("username", "adele")).text()).contains("Please say why", "adele");

    assertThat(edit(Map.of("username", "adele", "why", "married")).text()).contains("Saved.");

    assertThat(office.now(office.ada).logins().username()).contains("adele");
    assertThat(office.trail(office.ada.id())).startsWith("account-changed");
  }

  @Test
  void aNewAddressNeedsTheOwnPassword() {
    Map<String, String> typed = Map.of("email", "ada@new.example", "why", "moved");
    assertThat(edit(typed).text())
        .contains("Your own password is needed for this.", "ada@new.example");
    assertThat(office.now(office.ada).logins().email()).contains("ada@example.org");

    edit(sure(typed));

    assertThat(office.now(office.ada).logins().email()).contains("ada@new.example");
  }

  @Test
  void anothersNameIsRefusedBesideItsField() {
    Browser.Page page = edit(Map.of("username", "root", "why", "x"));

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.text()).contains("id=\"username-wrong\"", "belongs to another account");
  }

  @Test
  void fieldsOfTheProfileComeAndGo() {
    edit(Map.of("field", "city", "value", "Porto", "why", "x"));
    assertThat(office.now(office.ada).profile().get("city")).contains("Porto");

    edit(Map.of("profile.city", "", "why", "x"));
    assertThat(office.now(office.ada).profile().get("city")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<b>", "a b", "1st", "x\0"})
  void noFieldIsCalledThat(String name) {
    Browser.Page page = edit(Map.of("field", name, "value", "x", "why", "x"));

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.text()).doesNotContain("<b>");
  }

  @Test
  void namesWithControlCharactersAreRefused() {
    assertThat(edit(Map.of("username", "a\0b", "why", "x")).status()).isEqualTo(422);
    assertThat(edit(sure(Map.of("email", "a\0@b.example"))).status()).isEqualTo(422);
    assertThat(edit(Map.of("username", "adele", "why", "x\0y")).status()).isEqualTo(422);
    assertThat(office.now(office.ada)).isEqualTo(office.ada);
  }

  @Test
  void markupIsShownAndNotRun() {
    edit(Map.of("username", "<script>alert(1)</script>", "why", "x"));

    assertThat(root.open(path(office.ada)).text())
        .contains("&lt;script&gt;")
        .doesNotContain("<script>alert");
  }

  @Test
  void whatIsNotTouchedIsNotWritten() {
    assertThat(edit(Map.of("why", "x")).text()).contains("Nothing had to be changed.");

    assertThat(office.now(office.ada)).isEqualTo(office.ada);
    assertThat(office.trail(office.ada.id())).containsExactly("account-created");
  }

  @Test
  void aFormOverSomethingStaleSaysSoAndLosesNothing() {
    String path = path(office.ada) + "/edit";
    Map<String, String> mine = formOf(root.open(path));
    edit(Map.of("username", "adele", "field", "city", "value", "Porto", "why", "before me"));

    mine.put("field", "team");
    mine.put("value", "Blue");
    mine.put("why", "mine");
    Browser.Page page = root.send(path, mine);

    assertThat(page.status()).isEqualTo(409);
    assertThat(page.text())
        .contains("Somebody else changed this account meanwhile", "Blue", "adele", "Porto", "mine");
    assertThat(office.now(office.ada).profile().get("team")).isEmpty();

    Map<String, String> again = formOf(page);
    assertThat(root.send(path, again).text()).contains("Saved.");
    Account now = office.now(office.ada);
    assertThat(now.logins().username()).contains("adele");
    assertThat(now.profile().get("city")).contains("Porto");
    assertThat(now.profile().get("team")).contains("Blue");
  }

  private Browser.Page rights(Map<String, String> typed) {
    String path = path(office.ada) + "/rights";
    Map<String, String> form = formOf(root.open(path));
    form.put("role", "user");
    form.putAll(typed);
    return root.send(path, form);
  }

  @Test
  void anotherRoleNeedsTheOwnPasswordAndEndsSessions() {
    Browser ada = office.at("ada");

    assertThat(rights(Map.of("role", "support", "why", "x")).status()).isEqualTo(422);
    assertThat(rights(sure(Map.of("role", "support"))).text()).contains("The rights are changed.");

    assertThat(office.now(office.ada).role().name()).isEqualTo("support");
    assertThat(ada.open("/account").path()).startsWith("/account/sign-in");
  }

  @Test
  void aPrivilegeIsGivenAndTakenAway() {
    rights(sure(Map.of("privilege", "LIST_ACCOUNTS")));
    assertThat(office.now(office.ada).privileges()).containsExactly("LIST_ACCOUNTS");

    rights(sure(Map.of()));
    assertThat(office.now(office.ada).privileges()).isEmpty();
  }

  @Test
  void whatIsNoRoleOrRightIsRefused() {
    assertThat(rights(sure(Map.of("role", "<b>"))).status()).isEqualTo(422);
    assertThat(rights(sure(Map.of("role", "nowhere"))).status()).isEqualTo(422);
    assertThat(rights(sure(Map.of("privilege", "RULE_THE_WORLD"))).status()).isEqualTo(422);
    assertThat(office.now(office.ada)).isEqualTo(office.ada);
  }

  @Test
  void rightsOverSomethingStaleAreNotGiven() {
    String path = path(office.ada) + "/rights";
    Map<String, String> mine = formOf(root.open(path));
    edit(Map.of("username", "adele", "why", "before me"));
    mine.put("role", "support");

    Browser.Page page = root.send(path, sure(mine));

    assertThat(page.status()).isEqualTo(409);
    assertThat(page.text()).contains("<option value=\"support\" selected>");
    assertThat(office.now(office.ada).role().name()).isEqualTo("user");
  }

  private Browser.Page make(Map<String, String> typed) {
    Map<String, String> form = new HashMap<>(Map.of("role", "user", "way", "letter"));
    form.putAll(typed);
    return submit(root, "/admin/accounts/new", form);
  }

  private Account bert() {
    return office.server.house().accounts().findByLogin(Realm.MAIN, "bert").orElseThrow();
  }

  @Test
  void aNewAccountGetsALetterToChooseItsPassword() {
    assertThat(make(Map.of("username", "bert", "email", "bert@example.org", "why", "new")).text())
        .contains("a letter to choose a password is on its way", "no password");

    assertThat(bert().credential().hash()).isEmpty();
    assertThat(office.trail(bert().id())).containsExactly("reset-sent", "account-created");
  }

  @Test
  void aLetterNeedsAnAddress() {
    Browser.Page page = make(Map.of("username", "bert", "why", "new"));

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.text()).contains("id=\"email-wrong\"", "value=\"bert\"");
    assertThat(make(Map.of("why", "nobody", "way", "none")).status()).isEqualTo(422);
  }

  @Test
  void aTypedPasswordNeedsTheOwnAndIsJudged() {
    Map<String, String> typed = Map.of("username", "bert", "way", "typed", "why", "x");
    Map<String, String> good = new HashMap<>(typed);
    good.put("password", "quiet otter paints");
    assertThat(make(good).status()).isEqualTo(422);
    Map<String, String> weak = new HashMap<>(typed);
    weak.put("password", "bert");
    assertThat(make(sure(weak)).text()).contains("at least 8 characters");

    assertThat(make(sure(good)).text()).contains("The account is made.");
    assertThat(new Browser(office.server.port()).signIn("bert", "quiet otter paints").path())
        .isEqualTo("/account");
  }

  @Test
  void aRoleThatManagesOthersNeedsTheOwnPassword() {
    Map<String, String> typed =
        Map.of("username", "bert", "role", "admin", "way", "none", "why", "x");

    assertThat(make(typed).status()).isEqualTo(422);
    assertThat(make(sure(typed)).text()).contains("The account is made.");
  }

  @Test
  void namesThatAreTakenOrNoneAreRefused() {
    Map<String, String> none = Map.of("way", "none", "why", "x");
    for (String name : new String[] {"ada", "a\0b"}) {
      Map<String, String> typed = new HashMap<>(none);
      typed.put("username", name);
      assertThat(make(typed).status()).as(name).isEqualTo(422);
    }
    Map<String, String> typed = new HashMap<>(none);
    typed.put("email", "nothing of the kind");
    assertThat(make(typed).status()).isEqualTo(422);
  }

  @Test
  void whoeverMayNotSetPasswordsTypesNone() {
    root = office.someone("clerk");

    assertThat(root.open("/admin/accounts/new").text())
        .contains("Send a letter")
        .doesNotContain("Type one here", "new-password");
    assertThat(
            make(sure(Map.of("username", "bert", "way", "typed", "password", "quiet otter paints")))
                .status())
        .isEqualTo(403);
    assertThat(make(sure(Map.of("username", "bert", "role", "admin", "way", "none"))).status())
        .isEqualTo(403);
    assertThat(office.server.house().accounts().findByLogin(Realm.MAIN, "bert")).isEmpty();
  }

  @Test
  void aTemporaryPasswordIsShownOnceAndOpensOnlyItsOwnChange() {
    String path = path(office.ada) + "/temporary-password";
    assertThat(Office.submit(root, path, Map.of("why", "no mail at sea")).text())
        .contains("Your own password is needed");

    Browser.Page given = Office.submit(root, path, Office.sure(Map.of()));
    String phrase = given.text().replaceAll("(?s).*<code lang=\"en\">([^<]+)</code>.*", "$1");

    assertThat(given.header("cache-control")).isEqualTo("no-store");
    assertThat(root.open(path(office.ada)).text()).doesNotContain(phrase);
    assertThat(office.trail(office.ada.id())).startsWith("temporary-password-given");
    Browser ada = new Browser(office.server.port());
    assertThat(ada.signIn("ada", phrase).path()).startsWith("/account/password");
    assertThat(ada.open("/account/profile").path()).startsWith("/account/password");
  }

  @Test
  void whoeverMayNotSetPasswordsGetsNoTemporaryOne() {
    Browser clerk = office.someone("clerk");

    assertThat(clerk.open(path(office.ada) + "/temporary-password").status()).isEqualTo(403);
    assertThat(clerk.send(path(office.ada) + "/temporary-password", Office.sure(Map.of())).status())
        .isEqualTo(403);
  }
}
