package dev.rekey.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.rekey.browser.Site.EMAIL;
import static dev.rekey.browser.Site.NAME;
import static dev.rekey.browser.Site.NEXT;
import static dev.rekey.browser.Site.PASSWORD;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody needs a mouse. */
class KeyboardTest {

  @RegisterExtension static final Site SITE = new Site();

  @BeforeEach
  void begin() {
    SITE.hasAda();
  }

  private static Guest signIn(Guest guest) {
    guest.open("/account/sign-in").sees("Sign in");
    Keys keys = new Keys(guest);
    keys.isAt("E-mail address or username").type(NAME).tabTo("Password").type(PASSWORD).enter();
    return guest.sees("Hello, ada");
  }

  @ParameterizedTest
  @EnumSource
  void signsIn(Scripts scripts) {
    signIn(SITE.guest(scripts));
  }

  @ParameterizedTest
  @EnumSource
  void changesThePassword(Scripts scripts) {
    Guest ada = signIn(SITE.guest(scripts));

    new Keys(ada).tabTo("Password").enter();
    ada.sees("Change your password");
    new Keys(ada)
        .tabTo("Current password")
        .type(PASSWORD)
        .tabTo("New password")
        .type(NEXT)
        .tabTo("Change the password")
        .enter();

    ada.reads("Your password is changed.");
  }

  @ParameterizedTest
  @EnumSource
  void resetsThePassword(Scripts scripts) {
    Guest ada = SITE.guest(scripts).open("/account/sign-in");
    new Keys(ada).tabTo("Forgot your password?").enter();
    ada.sees("Forgot your password?");
    new Keys(ada).isAt("E-mail address or username").type(NAME).enter();
    ada.sees("Look into your mail");

    ada.open(SITE.mailbox().linkTo(EMAIL, "/account/reset/"));
    new Keys(ada).isAt("New password").type(NEXT).enter();

    ada.sees("Your new password is set");
  }

  @Test
  void theOrderIsTheOneOfThePage() {
    Guest ada = SITE.guest(Scripts.ON).open("/account/sign-in");

    new Keys(ada)
        .isAt("E-mail address or username")
        .tab("Password")
        .tab("Show")
        .tab("Sign in")
        .tab("Forgot your password?");
  }

  @Test
  void theOrderOfARoomBeginsWithTheWayToItsContent() {
    Guest ada = signIn(SITE.guest(Scripts.ON)).open("/account/sessions");

    new Keys(ada)
        .tab("Skip to content")
        .tab("Rekey")
        .tab("Sign out")
        .tab("Overview")
        .tab("Password")
        .tab("Sessions")
        .tab("Activity")
        .tab("Profile");
  }

  @Test
  void theWayToTheContentLeadsThere() {
    Guest ada = signIn(SITE.guest(Scripts.ON)).open("/account");
    assertThat(ada.page().getByText("Skip to content")).not().isInViewport();

    Keys keys = new Keys(ada).tab("Skip to content");
    assertThat(ada.page().getByText("Skip to content")).isInViewport();
    keys.enter();

    assertThat(ada.page().locator("main")).isFocused();
    keys.tabTo("Edit");
  }
}
