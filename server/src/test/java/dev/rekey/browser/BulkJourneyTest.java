package dev.rekey.browser;

import static dev.rekey.browser.Site.NAME;
import static dev.rekey.browser.Site.NEXT;
import static dev.rekey.browser.Site.PASSWORD;
import static dev.rekey.browser.Site.ROOT;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Something leaked: everybody has to choose another password, with and without scripts. */
class BulkJourneyTest {

  @RegisterExtension static final Site SITE = new Site();

  @BeforeEach
  void begin() {
    SITE.hasAda();
    SITE.hasRoot();
  }

  @ParameterizedTest
  @EnumSource
  void everybodyHasToChangeThePassword(Scripts scripts) {
    Guest ada = SITE.guest(scripts).signIn(NAME, PASSWORD).sees("Hello, ada");
    Guest root = SITE.guest(scripts).signIn(ROOT, PASSWORD).sees("Hello, root");

    root.open("/admin/bulk").follow("New bulk act");
    root.choose("Force a change of the password").choose("Everybody").press("Count them first");
    root.sees("Before anything happens").reads("Your own account is spared.");
    root.fill("Why", "a laptop was stolen").fill("Your own password", PASSWORD);
    root.press("Begin (accounts: 1)").reads("1 of 1 accounts").reads("a laptop was stolen");

    ada.open("/account").sees("Sign in");
    ada.signIn(NAME, PASSWORD).sees("Change your password").reads("ask everybody concerned");
    ada.open("/account/profile").sees("Change your password");
    ada.fill("Current password", PASSWORD).fill("New password", NEXT);
    ada.press("Change the password").reads("Your password is changed.");
    ada.open("/account/profile").sees("Profile");
    root.open("/admin/bulk").reads("done");
  }

  @ParameterizedTest
  @EnumSource
  void itIsTakenBackForThoseWhoHaveNotFollowed(Scripts scripts) {
    Guest root = SITE.guest(scripts).signIn(ROOT, PASSWORD).sees("Hello, root");
    root.open("/admin/bulk/dry-run?deed=force-change&target=role&role=user");
    root.fill("Why", "a laptop was stolen").fill("Your own password", PASSWORD);
    root.press("Begin (accounts: 1)").reads("1 of 1 accounts");

    root.follow("Take back").fill("Why", "found again").fill("Your own password", PASSWORD);
    root.press("Take back").reads("Whoever had changed the password meanwhile keeps the new one.");

    SITE.guest(scripts).signIn(NAME, PASSWORD).sees("Hello, ada");
  }
}
