package dev.rekey.core.reset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.letter.TicketLink;
import dev.rekey.core.password.Password;
import dev.rekey.core.proof.ConfirmationRule;
import dev.rekey.core.proof.NameCheck;
import dev.rekey.core.proof.Scene;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LockNoticeTest {

  private static final String SECRET = "yellow submarine";
  private static final String ADDRESS = "https://id.example.org/unlock?token=";
  private static final Visit STRANGER = Scene.from("198.51.100.7");
  private static final int MOST = 90;

  private final Scene scene = new Scene();
  private final LockNotice notice =
      new LockNotice(
          scene.store.accounts(),
          scene.doorkeeper,
          scene.askForLetter(),
          new TicketLink(ADDRESS + "{token}"));
  private final SignIn signIn =
      new SignIn(
          new NameCheck(scene.passwords()),
          scene.store.grants(),
          scene.tokens,
          3,
          ConfirmationRule.none(),
          Optional.of(notice),
          Optional.empty(),
          scene.clock);

  @Test
  void theFailureThatShutsAnAccountIsToldToItsOwnerOnce() {
    scene.person("anna", SECRET);

    fail("anna", MOST - 1);
    assertThat(scene.store.letters()).isEmpty();

    fail("anna", 1);
    attempt("anna", "certainly not it");
    attempt("anna", "certainly not it");

    assertThat(scene.letters(Letter.UnlockLink.class))
        .singleElement()
        .satisfies(letter -> {
          assertThat(letter.to()).isEqualTo("anna@example.org");
          assertThat(letter.link()).startsWith(ADDRESS);
        });
  }

  @Test
  void theLetterOpensTheAccount() {
    scene.person("anna", SECRET);
    fail("anna", MOST);
    assertThat(attempt("anna", SECRET)).isInstanceOf(SignIn.Outcome.TooMany.class);

    String token =
        scene.letters(Letter.UnlockLink.class).getLast().link().substring(ADDRESS.length());
    scene.unlock().handle(new Unlock.Command(Optional.of(token), STRANGER));

    assertThat(attempt("anna", SECRET)).isInstanceOf(SignIn.Outcome.SignedIn.class);
  }

  @Test
  void nobodyIsWrittenToWhereNobodyIs() {
    fail("nobody", MOST);

    assertThat(scene.store.letters()).isEmpty();
  }

  @Test
  void aDisabledAccountGetsNoLetter() {
    Account anna = scene.person("anna", SECRET);
    scene.disable(anna);

    fail("anna", MOST);

    assertThat(scene.store.letters()).isEmpty();
  }

  private void fail(String name, int times) {
    for (int failures = 0; failures < times; ) {
      if (attempt(name, "certainly not it")
          instanceof SignIn.Outcome.TooMany(Duration retryAfter, boolean _)) {
        scene.clock.pass(retryAfter);
      } else {
        failures++;
      }
    }
  }

  private SignIn.Outcome attempt(String name, String password) {
    return signIn.handle(new SignIn.Command(name, Password.of(password), STRANGER));
  }
}
