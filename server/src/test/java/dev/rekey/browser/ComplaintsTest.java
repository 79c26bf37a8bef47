package dev.rekey.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What all other tests rely on: a page that is not as it should be is noticed. */
class ComplaintsTest {

  @RegisterExtension static final Site SITE = new Site();

  private static Guest guestOf(String path) {
    return SITE.guest(Scripts.ON).open(path);
  }

  @Test
  void aBreachOfThePolicyIsHeard() {
    Guest guest = guestOf("/account/sign-in");

    guest.page().evaluate("document.body.setAttribute('onclick', 'document.title = 1')");
    guest.page().locator("body").click();

    assertThat(guest.takeComplaints())
        .singleElement()
        .asString()
        .contains("Content Security Policy");
  }

  @Test
  void whatIsLoadedFromElsewhereIsHeard() {
    Guest guest = guestOf("/account/sign-in");
    guest.page().route("http://elsewhere.example/**", route -> route.fulfill());

    guest.page().navigate("http://elsewhere.example/");

    assertThat(guest.takeComplaints()).contains("asked for http://elsewhere.example/");
  }

  @Test
  void aMissingFileIsHeard() {
    Guest guest = guestOf("/account/sign-in");

    guest.page().evaluate("async () => { await fetch('/account/nothing-of-that-name'); }");

    assertThat(guest.takeComplaints()).singleElement().asString().contains("404");
  }

  @Test
  void anErrorOfAScriptIsHeard() {
    Guest guest = guestOf("/account/sign-in");

    guest.page().evaluate("setTimeout(() => { throw new Error('broken'); })");
    guest.page().waitForTimeout(50);

    assertThat(guest.takeComplaints()).anyMatch(text -> text.contains("broken"));
  }

  @Test
  void whatAxeIsForIsFound() {
    Guest guest = guestOf("/account/sign-in");

    guest.page().evaluate("document.querySelector('label').remove()");

    assertThat(new Axe().violations(guest.page())).anyMatch(text -> text.startsWith("label: "));
  }

  @Test
  void aPageWithNothingAmissIsLeftInPeace() {
    assertThat(guestOf("/account/nothing-of-that-name").complaints()).isEmpty();
  }
}
