package dev.rekey.browser;

import static dev.rekey.browser.Site.PASSWORD;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SetupJourneyTest {

  @RegisterExtension static final Site SITE = new Site();

  @ParameterizedTest
  @EnumSource
  void theFirstAdministratorIsMadeAndSignsIn(Scripts scripts) {
    String link = SITE.setupLink();
    Guest root = SITE.guest(scripts).open(link).sees("Welcome to Rekey");

    root.fill("Username", "root")
        .fill("Password", "short")
        .press("Make the account")
        .sees("Welcome to Rekey")
        .readsBeside("Password", "The password needs at least 8 characters.");
    root.fill("Password", PASSWORD).press("Make the account").sees("Rekey is ready");

    root.follow("Sign in").signIn("root", PASSWORD).sees("Hello, root");
    root.open(link).sees("This link leads nowhere");
  }
}
