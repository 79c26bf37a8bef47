package dev.rekey.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.rekey.browser.Site.NAME;
import static dev.rekey.browser.Site.PASSWORD;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SessionsJourneyTest {

  @RegisterExtension static final Site SITE = new Site();

  @BeforeEach
  void begin() {
    SITE.hasAda();
  }

  private static Guest signedIn(Scripts scripts) {
    return SITE.guest(scripts).signIn(NAME, PASSWORD).sees("Hello, ada");
  }

  @ParameterizedTest
  @EnumSource
  void oneSessionIsEnded(Scripts scripts) {
    Guest other = signedIn(scripts);
    Guest ada = signedIn(scripts).follow("Sessions").sees("Sessions").reads("this one");

    ada.page().getByText("End", exactly()).click();

    ada.reads("One session has ended.").reads("Nothing else is signed in.");
    other.open("/account").sees("Sign in");
  }

  @ParameterizedTest
  @EnumSource
  void allOthersAreEnded(Scripts scripts) {
    Guest second = signedIn(scripts);
    Guest third = signedIn(scripts);
    Guest ada = signedIn(scripts).open("/account/sessions");
    assertThat(ada.page().getByText("End", exactly())).hasCount(2);

    ada.press("End all others").reads("2 sessions have ended.");

    ada.open("/account").sees("Hello, ada");
    second.open("/account").sees("Sign in");
    third.open("/account").sees("Sign in");
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }
}
