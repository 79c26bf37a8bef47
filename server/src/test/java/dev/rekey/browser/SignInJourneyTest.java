package dev.rekey.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.rekey.browser.Site.NAME;
import static dev.rekey.browser.Site.PASSWORD;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignInJourneyTest {

  @RegisterExtension static final Site SITE = new Site();

  @BeforeEach
  void begin() {
    SITE.hasAda();
  }

  @ParameterizedTest
  @EnumSource
  void somebodyMistypesThenComesInAndGoesOut(Scripts scripts) {
    Guest ada = SITE.guest(scripts);

    ada.signIn(NAME, "not the right one")
        .sees("Sign in")
        .reads("That name and password do not go together.");
    assertThat(ada.field("E-mail address or username")).hasValue(NAME);
    ada.fill("Password", PASSWORD).press("Sign in").sees("Hello, ada");

    ada.press("Sign out").sees("Sign in").reads("You are signed out.");
    ada.open("/account").sees("Sign in");
  }

  @ParameterizedTest
  @EnumSource
  void whoeverWantedAPageGetsItAfterSigningIn(Scripts scripts) {
    Guest ada = SITE.guest(scripts).open("/account/sessions");

    ada.fill("E-mail address or username", NAME)
        .fill("Password", PASSWORD)
        .press("Sign in")
        .sees("Sessions");
  }
}
