package dev.rekey.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.rekey.browser.Site.NAME;
import static dev.rekey.browser.Site.NEXT;
import static dev.rekey.browser.Site.PASSWORD;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What scripts add while a password is typed. */
class TypingTest {

  private static final String NEW_PASSWORD = "New password";

  @RegisterExtension static final Site SITE = new Site();

  private Guest ada;

  @BeforeEach
  void begin() {
    SITE.hasAda();
    ada = SITE.guest(Scripts.ON).signIn(NAME, PASSWORD).sees("Hello, ada");
    ada.open("/account/password");
  }

  private Locator rule(String text) {
    return ada.page().locator(".rules li").filter(new Locator.FilterOptions().setHasText(text));
  }

  private static void isMet(Locator rule) {
    assertThat(rule).hasClass(Pattern.compile("(^| )met( |$)"));
  }

  private static void isUnmet(Locator rule) {
    assertThat(rule).hasClass(Pattern.compile("(^| )unmet( |$)"));
  }

  @Test
  void rulesTickAsTheyAreMet() {
    Locator password = ada.field(NEW_PASSWORD);

    password.pressSequentially(NAME);
    isUnmet(rule("At least 8 characters"));
    isUnmet(rule("Not your own name or address"));

    password.pressSequentially(" and the quiet otter");
    isMet(rule("At least 8 characters"));
    isMet(rule("Not your own name or address"));
    isMet(rule("Not on the lists of known passwords"));

    password.fill("password1");
    isUnmet(rule("Not on the lists of known passwords"));
  }

  @Test
  void oneSentenceSaysHowStrongItIs() {
    Locator strength = ada.page().locator(".strength");
    assertThat(strength).isHidden();

    ada.field(NEW_PASSWORD).pressSequentially("password1");
    assertThat(strength).containsText("Guessed at once.");

    ada.fill(NEW_PASSWORD, NEXT);
    assertThat(strength).containsText("Very good");

    ada.fill(NEW_PASSWORD, "");
    assertThat(strength).isHidden();
  }

  @Test
  void aPasswordIsShownAndHiddenAgain() {
    Locator password = ada.field(NEW_PASSWORD);
    Locator button = ada.page().locator("button[aria-controls=password]");
    password.fill(NEXT);
    assertThat(password).hasAttribute("type", "password");

    button.click();
    assertThat(password).hasAttribute("type", "text");
    assertThat(password).isFocused();

    button.click();
    assertThat(password).hasAttribute("type", "password");
    assertThat(password).hasValue(NEXT);
  }

  @Test
  void aPhraseIsOfferedOnRequest() {
    ada.follow("Offer me a phrase");

    assertThat(ada.field(NEW_PASSWORD)).hasAttribute("type", "text");
    assertThat(ada.field(NEW_PASSWORD)).hasValue(Pattern.compile("(\\w+\\W){3,}\\w+"));
    isMet(rule("Not on the lists of known passwords"));
    assertThat(ada.page().locator(".strength")).containsText("Very good");
  }

  @Test
  void aPasswordIsPasted() {
    ada.open("/account/profile");
    Locator username = ada.field("Username");
    username.fill(NEXT);
    username.press("Control+A");
    username.press("Control+C");
    ada.open("/account/password");

    ada.field(NEW_PASSWORD).press("Control+V");

    assertThat(ada.field(NEW_PASSWORD)).hasValue(NEXT);
    isMet(rule("At least 8 characters"));
  }
}
