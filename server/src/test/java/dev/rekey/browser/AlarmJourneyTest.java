package dev.rekey.browser;

import static dev.rekey.browser.Site.EMAIL;
import static dev.rekey.browser.Site.NAME;
import static dev.rekey.browser.Site.NEXT;
import static dev.rekey.browser.Site.PASSWORD;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlarmJourneyTest {

  private static final String EVIL = "all your base belongs";

  @RegisterExtension static final Site SITE = new Site();

  @BeforeEach
  void begin() {
    SITE.hasAda();
  }

  private Guest malloryIsIn(Scripts scripts) {
    return SITE.guest(scripts)
        .signIn(NAME, PASSWORD)
        .open("/account/password")
        .fill("Current password", PASSWORD)
        .fill("New password", EVIL)
        .press("Change the password")
        .reads("Your password is changed.");
  }

  @ParameterizedTest
  @EnumSource
  void anOwnerThrowsAnIntruderOutAndComesBack(Scripts scripts) {
    Guest mallory = malloryIsIn(scripts);
    String link = SITE.mailbox().linkTo(EMAIL, "/account/alarm/");
    SITE.guest(scripts).open(link).sees("Was this not you?");
    mallory.open("/account").sees("Hello, ada");

    Guest ada = SITE.guest(scripts).open(link).sees("Was this not you?");
    ada.reads("The password was changed").press("This was not me").sees("Your account is shut");

    mallory.open("/account").sees("Sign in");
    mallory.signIn(NAME, EVIL).reads("do not go together");
    mallory.signIn(NAME, PASSWORD).reads("do not go together");
    ada.open(SITE.mailbox().linkTo(EMAIL, "/account/reset/")).fill("New password", NEXT);
    ada.press("Save the new password").sees("Your new password is set");
    ada.signIn(NAME, NEXT).sees("Hello, ada");
  }

  @ParameterizedTest
  @EnumSource
  void somebodyAtTheConsoleLooksIntoItAndOpensTheAccount(Scripts scripts) {
    malloryIsIn(scripts);
    SITE.guest(scripts)
        .open(SITE.mailbox().linkTo(EMAIL, "/account/alarm/"))
        .press("This was not me")
        .sees("Your account is shut");
    SITE.hasRoot();

    Guest root = SITE.guest(scripts).signIn("root", PASSWORD).sees("Hello, root");
    root.open("/admin/cases").follow(NAME).reads("The one of before is back");
    root.page().getByRole(AriaRole.CHECKBOX).check();
    root.fill("Why", "She called, and I know her voice").press("Close the case");
    root.reads("The case is closed.").reads("She called, and I know her voice");

    SITE.guest(scripts).signIn(NAME, PASSWORD).sees("Hello, ada");
  }

  @Test
  void aSignInWithSomethingNewIsToldToTheOwnerOnce() {
    SITE.guest(Scripts.OFF).signIn(NAME, PASSWORD).sees("Hello, ada");
    SITE.guestWith("Mozilla/5.0 (Windows NT 10.0; rv:150.0) Gecko Firefox/150.0")
        .signIn(NAME, PASSWORD)
        .sees("Hello, ada");

    SITE.guest(Scripts.OFF)
        .open(SITE.mailbox().linkTo(EMAIL, "/account/alarm/"))
        .sees("Was this not you?")
        .reads("Somebody signed in with something new")
        .reads("Firefox, Windows");
  }
}
