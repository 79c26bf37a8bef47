package dev.rekey.browser;

import static dev.rekey.browser.Site.NAME;
import static dev.rekey.browser.Site.PASSWORD;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProfileJourneyTest {

  private static final String NEW_EMAIL = "ada@new.example";

  @RegisterExtension static final Site SITE = new Site();

  @BeforeEach
  void begin() {
    SITE.hasAda();
  }

  @ParameterizedTest
  @EnumSource
  void aNewAddressCountsOnceItIsConfirmed(Scripts scripts) {
    Guest ada = SITE.guest(scripts).signIn(NAME, PASSWORD).sees("Hello, ada");

    ada.follow("Profile")
        .fill("E-mail address", NEW_EMAIL)
        .fill("Current password", PASSWORD)
        .press("Save")
        .reads(NEW_EMAIL + " waits to be confirmed");
    String link = SITE.mailbox().linkTo(NEW_EMAIL, "/account/confirm/");

    ada.open(link).sees("Confirm this address");
    ada.open("/account").reads(NEW_EMAIL + " waits to be confirmed");
    ada.open(link).press("Confirm the address").sees("Your address is confirmed");

    ada.open("/account").reads(NEW_EMAIL).doesNotRead("waits to be confirmed");
    SITE.guest(scripts).signIn(NEW_EMAIL, PASSWORD).sees("Hello, ada");
  }

  @ParameterizedTest
  @EnumSource
  void anAddressIsNotChangedWithoutThePassword(Scripts scripts) {
    SITE.guest(scripts)
        .signIn(NAME, PASSWORD)
        .sees("Hello, ada")
        .open("/account/profile")
        .fill("E-mail address", NEW_EMAIL)
        .fill("Current password", "not the right one")
        .press("Save")
        .readsBeside("Current password", "The current password is not right.");
  }
}
