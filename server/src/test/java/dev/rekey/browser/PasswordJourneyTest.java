package dev.rekey.browser;

import static dev.rekey.browser.Site.NAME;
import static dev.rekey.browser.Site.NEXT;
import static dev.rekey.browser.Site.PASSWORD;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PasswordJourneyTest {

  @RegisterExtension static final Site SITE = new Site();

  @BeforeEach
  void begin() {
    SITE.hasAda();
  }

  @ParameterizedTest
  @EnumSource
  void aRefusalStandsBesideItsField(Scripts scripts) {
    Guest ada = SITE.guest(scripts).signIn(NAME, PASSWORD).sees("Hello, ada");

    ada.open("/account/password")
        .fill("Current password", "not the right one")
        .fill("New password", NAME)
        .press("Change the password")
        .sees("Change your password")
        .readsBeside("Current password", "The current password is not right.")
        .readsBeside("New password", "The password needs at least 8 characters.");

    ada.open("/account").sees("Hello, ada");
  }

  @ParameterizedTest
  @EnumSource
  void aChangeKeepsThisSessionAndEndsTheOther(Scripts scripts) {
    Guest other = SITE.guest(scripts).signIn(NAME, PASSWORD).sees("Hello, ada");
    Guest ada = SITE.guest(scripts).signIn(NAME, PASSWORD).sees("Hello, ada");

    ada.open("/account/password")
        .fill("Current password", PASSWORD)
        .fill("New password", NEXT)
        .press("Change the password")
        .reads("Your password is changed.");

    ada.open("/account").sees("Hello, ada");
    other.open("/account").sees("Sign in");
    other.signIn(NAME, PASSWORD).sees("Sign in").signIn(NAME, NEXT).sees("Hello, ada");
  }

  @ParameterizedTest
  @EnumSource
  void programsAreLedToThePage(Scripts scripts) {
    SITE.guest(scripts)
        .signIn(NAME, PASSWORD)
        .sees("Hello, ada")
        .open("/.well-known/change-password")
        .sees("Change your password");
  }
}
