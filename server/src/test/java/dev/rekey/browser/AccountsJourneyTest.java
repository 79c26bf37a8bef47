package dev.rekey.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.rekey.browser.Site.EMAIL;
import static dev.rekey.browser.Site.NAME;
import static dev.rekey.browser.Site.NEXT;
import static dev.rekey.browser.Site.PASSWORD;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountsJourneyTest {

  @RegisterExtension
  static final Site SITE =
      new Site(Map.of("roles.support", "sign-in,list-accounts,view-accounts,send-resets"));

  @BeforeEach
  void begin() {
    SITE.hasAda();
    ConsoleScene.person(SITE, "root", "admin");
    ConsoleScene.person(SITE, "sam", "support");
  }

  private static Guest signedIn(Scripts scripts, String name) {
    return SITE.guest(scripts).signIn(name, PASSWORD).sees("Hello, " + name);
  }

  @ParameterizedTest
  @EnumSource
  void whoeverAnswersTheTelephoneSendsALetterAndNoMore(Scripts scripts) {
    Guest sam = signedIn(scripts, "sam").open("/admin").sees("Accounts");
    sam.fill("Name or address begins with", "ad").press("Search").reads("One account");
    sam.follow(NAME).sees(NAME).doesNotRead("Disable").doesNotRead("Set a password");

    sam.follow("Send a reset letter").reads("The link goes to " + EMAIL);
    sam.fill("Why", "rang, knows her number").press("Send a reset letter");
    sam.reads("The letter is on its way.");

    Guest ada = SITE.guest(scripts);
    ada.open(SITE.mailbox().linkTo(EMAIL, "/account/reset/")).sees("Choose a new password");
    ada.fill("New password", NEXT).press("Save the new password").sees("Your new password is set");
    signsInWith(scripts, NEXT);
  }

  private static void signsInWith(Scripts scripts, String password) {
    SITE.guest(scripts).signIn(NAME, password).sees("Hello, ada");
  }

  @ParameterizedTest
  @EnumSource
  void anAccountIsMadeAndItsOwnerChoosesThePassword(Scripts scripts) {
    Guest root = signedIn(scripts, "root").open("/admin/accounts").follow("New account");
    root.fill("Username", "bert").fill("E-mail address", "bert@example.org");
    root.fill("Why", "starts on Monday").press("Make the account");
    root.sees("bert").reads("a letter to choose a password is on its way").reads("no password");

    Guest bert = SITE.guest(scripts);
    bert.open(SITE.mailbox().linkTo("bert@example.org", "/account/reset/"));
    bert.fill("New password", NEXT).press("Save the new password").sees("Your new password is set");
    bert.signIn("bert", NEXT).sees("Hello, bert");
  }

  @ParameterizedTest
  @EnumSource
  void anAccountIsEditedDisabledAndDeleted(Scripts scripts) {
    Guest root = signedIn(scripts, "root").open(ConsoleScene.ada(SITE)).follow("Edit");
    root.fill("Username", "adele").fill("Why", "married").press("Save").sees("adele");
    root.reads("Saved.").follow("Disable").fill("Why", "on leave").press("Disable");
    root.reads("The account is disabled.").follow("Enable").fill("Why", "is back").press("Enable");
    root.reads("The account is enabled.").follow("Delete").fill("Why", "left");
    root.fill("Your own password", "not the right one").press("Delete");
    root.readsBeside("Your own password", "That is not your password.");

    root.fill("Your own password", PASSWORD).press("Delete").sees("Accounts");

    root.reads("The account is deleted.").doesNotRead("adele");
  }

  @ParameterizedTest
  @EnumSource
  void rightsAreGivenByWhoeverIsSure(Scripts scripts) {
    Guest root = signedIn(scripts, "root").open(ConsoleScene.ada(SITE)).follow("Change");
    root.field("Role").selectOption("support");
    root.page().getByLabel("Read and export the audit trail").check();
    root.fill("Why", "joins the desk").fill("Your own password", PASSWORD).press("Save");

    root.reads("The rights are changed.").reads("Read and export the audit trail");
  }

  @ParameterizedTest
  @EnumSource
  void sessionsEndByButtonsAndNotByTheWay(Scripts scripts) {
    Guest ada = signedIn(scripts, NAME);
    Guest root = signedIn(scripts, "root").open(ConsoleScene.ada(SITE));
    root.fill("Why", "lost telephone");
    root.field("Why").press("Enter");
    ada.open("/account").sees("Hello, ada");

    root.press("End all").reads("One session has ended.").reads("Nothing is signed in.");

    ada.open("/account").sees("Sign in");
  }

  @Test
  void whoeverTypesIsAnsweredAtOnceAndTheAddressKeepsUp() {
    ConsoleScene.manyPeople(SITE);
    Guest root = signedIn(Scripts.ON, "root").open("/admin/accounts").reads("The first 25");
    List<String> whole = new CopyOnWriteArrayList<>();
    root.page().onRequest(request -> note(whole, request));

    root.field("Name or address begins with").pressSequentially("person12");

    assertThat(root.page().locator("#count")).hasText("10 accounts");
    assertThat(root.page().locator("#rows tbody tr")).hasCount(10);
    assertThat(root.page()).hasURL(Pattern.compile("/admin/accounts\\?q=person12$"));
    assertThat(root.field("Name or address begins with")).isFocused();
    root.field("State").selectOption("disabled");
    assertThat(root.page().locator("#count")).hasText("2 accounts");
    assertThat(root.page()).hasURL(Pattern.compile("/admin/accounts\\?q=person12&state=disabled$"));
    root.field("Name or address begins with").press("Enter");
    org.assertj.core.api.Assertions.assertThat(whole).isEmpty();

    root.page().reload();
    assertThat(root.page().locator("#rows tbody tr")).hasCount(2);
    assertThat(root.field("Name or address begins with")).hasValue("person12");
  }

  /** Pages that were loaded as a whole. */
  private static void note(List<String> whole, Request request) {
    if (request.isNavigationRequest()) {
      whole.add(request.url());
    }
  }

  @Test
  void aSearchAfterTheSessionLeadsToTheSignIn() {
    Guest root = signedIn(Scripts.ON, "root").open("/admin/accounts").reads("root@example.org");
    root.page().context().clearCookies();

    root.field("Name or address begins with").pressSequentially("a");

    root.sees("Sign in");
  }

  @Test
  void theNextPageGoesOnAndBackIsTheBrowsers() {
    ConsoleScene.manyPeople(SITE);
    Guest root = signedIn(Scripts.ON, "root").open("/admin/accounts?q=person");
    root.reads("The first 25");
    Locator rows = root.page().locator("#rows tbody tr");

    root.follow("Next page").reads("5 accounts");
    assertThat(rows).hasCount(5);
    root.page().goBack();
    assertThat(rows).hasCount(25);
  }

  @Test
  void theKeyboardAloneFindsAndOpens() {
    Guest root = signedIn(Scripts.ON, "root").open("/admin/accounts");
    Locator search = root.field("Name or address begins with");
    search.focus();
    root.page().keyboard().type("ada");
    assertThat(root.page().locator("#count")).hasText("One account");
    Locator link = root.page().locator("#rows a.name");

    for (int i = 0;
        i < 10 && !(boolean) link.evaluate("it => it === document.activeElement");
        i++) {
      root.page().keyboard().press("Tab");
    }
    root.page().keyboard().press("Enter");

    root.sees(NAME);
  }
}
