package dev.rekey.core.reset;

import static dev.rekey.core.proof.Scene.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.audit.Event;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.proof.Scene;
import dev.rekey.core.reset.Unlock.Command;
import dev.rekey.core.reset.Unlock.Outcome;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.store.Together;
import dev.rekey.core.token.Ticket.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnlockTest {

  private static final String SECRET = "yellow submarine";

  private final Scene scene = new Scene();

  @Test
  void theOwnerOpensWhatStrangersShut() {
    shut();
    assertThat(scene.signIn("anna", SECRET))
        .isEqualTo(new SignIn.Outcome.TooMany(Duration.ofHours(1), true));

    assertThat(unlock(token())).isInstanceOf(Outcome.Unlocked.class);

    assertThat(scene.admits("anna", SECRET)).isTrue();
    assertThat(scene.store.trail())
        .extracting(entry -> entry.event().name())
        .contains(new Event.Unlocked().name());
  }

  @Test
  void aTicketOpensOnce() {
    shut();
    String token = token();

    List<Outcome> outcomes = Together.all(20, _ -> unlock(token));

    assertThat(outcomes).filteredOn(Outcome.Unlocked.class::isInstance).hasSize(1);
    assertThat(outcomes)
        .filteredOn(new Outcome.Refused(new Violation.TicketInvalid())::equals)
        .hasSize(19);
  }

  @Test
  void aTicketThatIsTooOldOpensNothing() {
    shut();
    String token = token();
    scene.clock.pass(Scene.TICKET_LIFETIME);

    assertThat(unlock(token)).isEqualTo(new Outcome.Refused(new Violation.TicketExpired()));
  }

  @Test
  void aResetTicketDoesNotUnlock() {
    shut();

    assertThat(unlock(scene.resetToken("anna")))
        .isEqualTo(new Outcome.Refused(new Violation.TicketInvalid()));
  }

  @Test
  void aDisabledAccountStaysShut() {
    shut();
    String token = token();
    scene.disable(scene.store.accounts().findByLogin(HOME.realm(), "anna").orElseThrow());

    assertThat(unlock(token)).isEqualTo(new Outcome.Refused(new Violation.TicketInvalid()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void noTicketIsSaidToBeNone(String blank) {
    assertThat(unlock(blank)).isEqualTo(new Outcome.Refused(new Violation.TicketBlank()));
  }

  private void shut() {
    scene.person("anna", SECRET);
    scene.failPatiently("anna", 90, Scene.from("198.51.100.1"));
  }

  private String token() {
    scene.askFor(Purpose.UNLOCK, "anna", HOME);
    return scene
        .letters(Letter.UnlockLink.class)
        .getLast()
        .link()
        .substring(Scene.RESET_ADDRESS.length());
  }

  private Outcome unlock(String token) {
    return scene.unlock().handle(new Command(Optional.of(token), HOME));
  }
}
