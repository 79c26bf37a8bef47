package dev.rekey.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.rekey.browser.Site.EMAIL;
import static dev.rekey.browser.Site.NAME;
import static dev.rekey.browser.Site.NEXT;
import static dev.rekey.browser.Site.PASSWORD;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResetJourneyTest {

  @RegisterExtension static final Site SITE = new Site();

  @BeforeEach
  void begin() {
    SITE.hasAda();
  }

  @ParameterizedTest
  @EnumSource
  void aForgottenPasswordIsReplacedByTheLinkOfALetter(Scripts scripts) {
    Guest ada = SITE.guest(scripts).open("/account/sign-in").follow("Forgot your password?");
    ada.fill("E-mail address or username", NAME)
        .press("Send the letter")
        .sees("Look into your mail");
    String number = ada.page().locator(".match strong").innerText();
    String link = SITE.mailbox().linkTo(EMAIL, "/account/reset/");

    Guest scanner = SITE.guest(scripts).open(link);
    scanner.sees("Choose a new password");
    ada.open(link).sees("Choose a new password");
    assertThat(ada.page().locator(".match strong")).hasText(number);
    ada.fill("New password", NAME)
        .press("Save the new password")
        .readsBeside("New password", "The password needs at least 8 characters.");
    ada.fill("New password", NEXT).press("Save the new password").sees("Your new password is set");

    ada.follow("Sign in").signIn(NAME, PASSWORD).reads("do not go together");
    ada.signIn(NAME, NEXT).sees("Hello, ada");
  }

  @ParameterizedTest
  @EnumSource
  void aCodeIsTypedWhereALinkCannotBeFollowed(Scripts scripts) {
    Guest ada = SITE.guest(scripts).open("/account/forgot");
    ada.fill("E-mail address or username", NAME)
        .press("Send the letter")
        .sees("Look into your mail");

    ada.fill("Code", "AAAA AAAA").press("Go on").reads("That name and code do not go together");
    ada.fill("Code", SITE.mailbox().codeTo(EMAIL)).press("Go on").sees("Choose a new password");

    ada.fill("New password", NEXT).press("Save the new password").sees("Your new password is set");
    ada.signIn(NAME, NEXT).sees("Hello, ada");
  }

  @ParameterizedTest
  @EnumSource
  void aLinkThatWasUsedSaysSoBeforeAnyForm(Scripts scripts) {
    Guest ada = SITE.guest(scripts).open("/account/forgot");
    ada.fill("E-mail address or username", NAME).press("Send the letter");
    String link = SITE.mailbox().linkTo(EMAIL, "/account/reset/");
    ada.open(link).fill("New password", NEXT).press("Save the new password");
    ada.sees("Your new password is set");

    ada.open(link).sees("This link works no more");

    assertThat(ada.page().locator("input[type=password]")).hasCount(0);
    ada.follow("Ask for a new letter").sees("Forgot your password?");
  }
}
