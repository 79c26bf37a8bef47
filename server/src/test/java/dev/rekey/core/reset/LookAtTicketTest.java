package dev.rekey.core.reset;

import static dev.rekey.core.proof.Scene.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Realm;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.proof.Scene;
import dev.rekey.core.proof.Scene.Standing;
import dev.rekey.core.reset.LookAtTicket.Command;
import dev.rekey.core.reset.LookAtTicket.Outcome;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.visit.Visit;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LookAtTicketTest {

  private static final String OLD = "yellow submarine";

  private final Scene scene = new Scene();
  private final Account anna = scene.person("anna", OLD);

  private Outcome look(Optional<String> token, Visit visit) {
    return new LookAtTicket(scene.store.accounts(), scene.store.tickets(), Scene.ROLES, scene.clock)
        .handle(new Command(token, visit));
  }

  private Outcome look(String token) {
    return look(Optional.of(token), HOME);
  }

  private static Outcome refused(Violation.OfTicket violation) {
    return new Outcome.Refused(violation);
  }

  @Test
  void saysWhoseItIsAndUntilWhen() {
    String token = scene.resetToken("anna");

    assertThat(look(token))
        .isInstanceOfSatisfying(
            Outcome.Good.class,
            good -> {
              assertThat(good.account()).isEqualTo(anna);
              assertThat(good.ticket().expiresAt())
                  .isEqualTo(scene.clock.instant().plus(Scene.TICKET_LIFETIME));
            });
  }

  @Test
  void changesNothingHoweverOftenItIsDone() {
    String token = scene.resetToken("anna");
    Standing before = scene.standing();

    Outcome first = look(token);

    assertThat(look(token)).isEqualTo(first);
    assertThat(scene.standing()).isEqualTo(before);
    assertThat(scene.spend(token, "umbrella tulip")).isInstanceOf(SpendTicket.Outcome.Done.class);
  }

  @Test
  void aTicketThatIsSpentOrOutdatedOrTooOldDoesNotOpen() {
    String outdated = scene.resetToken("anna");
    String spent = scene.resetToken("anna");
    assertThat(look(outdated)).isEqualTo(refused(new Violation.TicketInvalid()));
    scene.spend(spent, "umbrella tulip");
    assertThat(look(spent)).isEqualTo(refused(new Violation.TicketInvalid()));
    String old = scene.resetToken("anna");

    scene.clock.pass(Scene.TICKET_LIFETIME);

    assertThat(look(old)).isEqualTo(refused(new Violation.TicketExpired()));
  }

  @Test
  void nothingAndAnythingAreNoTickets() {
    assertThat(look(Optional.empty(), HOME)).isEqualTo(refused(new Violation.TicketBlank()));
    assertThat(look(" ")).isEqualTo(refused(new Violation.TicketBlank()));
    assertThat(look("guess")).isEqualTo(refused(new Violation.TicketInvalid()));
  }

  @Test
  void aTicketForSomethingElseOpensNoPassword() {
    scene.askFor(Ticket.Purpose.UNLOCK, "anna", HOME);
    String link = scene.letters(Letter.UnlockLink.class).getLast().link();

    assertThat(look(link.substring(Scene.RESET_ADDRESS.length())))
        .isEqualTo(refused(new Violation.TicketInvalid()));
  }

  @Test
  void anotherRealmAndADisabledAccountKnowItNot() {
    String token = scene.resetToken("anna");
    assertThat(look(Optional.of(token), Scene.visit(new Realm("other"), "192.0.2.7")))
        .isEqualTo(refused(new Violation.TicketInvalid()));

    scene.disable(anna);

    assertThat(look(token)).isEqualTo(refused(new Violation.TicketInvalid()));
  }

  @Test
  void printsNoSecret() {
    assertThat(new Command(Optional.of("secret"), HOME).toString()).doesNotContain("secret");
  }
}
