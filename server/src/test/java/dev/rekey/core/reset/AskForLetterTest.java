package dev.rekey.core.reset;

import static dev.rekey.core.proof.Scene.HOME;
import static dev.rekey.core.proof.Scene.RESET_ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.proof.PlainHasher.Work;
import dev.rekey.core.proof.Scene;
import dev.rekey.core.reset.AskForLetter.Outcome;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskForLetterTest {

  private static final String SECRET = "yellow submarine";

  private final Scene scene = new Scene();

  @ParameterizedTest
  @ValueSource(strings = {"anna", "anna@example.org", "Anna@Example.org "})
  void aLetterGoesToTheOwnersAddressByWhateverName(String name) {
    scene.person("anna", SECRET);

    assertThat(scene.askForReset(name)).isEqualTo(new Outcome.Asked(true));

    Letter.ResetLink letter = scene.letters(Letter.ResetLink.class).getLast();
    assertThat(letter.to()).isEqualTo("anna@example.org");
    assertThat(letter.name()).isEqualTo("anna");
    assertThat(letter.expiresAt()).isEqualTo(scene.clock.instant().plus(Scene.TICKET_LIFETIME));
  }

  /** The link is the command's, which the mount takes from configuration; a visit has no host. */
  @Test
  void theLinkComesFromConfiguration() {
    scene.person("anna", SECRET);

    scene.askForReset("anna");

    assertThat(scene.letters(Letter.ResetLink.class).getLast().link())
        .startsWith(RESET_ADDRESS)
        .matches(".*=[A-Za-z0-9_-]{24}");
  }

  @Test
  void theStoreKeepsADigestAlone() {
    Account anna = scene.person("anna", SECRET);

    String token = scene.resetToken("anna");

    assertThat(scene.store.tickets().find(TokenDigest.of(token)))
        .hasValueSatisfying(ticket -> {
          assertThat(ticket.account()).isEqualTo(anna.id());
          assertThat(ticket.toString()).doesNotContain(token);
        });
  }

  @Test
  void noTwoTicketsAreAlike() {
    scene.person("anna", SECRET);

    assertThat(scene.resetToken("anna")).isNotEqualTo(scene.resetToken("anna"));
  }

  @Test
  void aNewerTicketKillsTheOlder() {
    scene.person("anna", SECRET);
    String older = scene.resetToken("anna");
    String newer = scene.resetToken("anna");

    assertThat(scene.spend(older, "umbrella tulip"))
        .isEqualTo(new SpendTicket.Outcome.Refused(List.of(new Violation.TicketInvalid())));
    assertThat(scene.spend(newer, "umbrella tulip")).isInstanceOf(SpendTicket.Outcome.Done.class);
  }

  @Test
  void aRequestIsWrittenDown() {
    Account anna = scene.person("anna", SECRET);

    scene.askForReset("anna");

    assertThat(scene.lastEntry())
        .isEqualTo(
            AuditEntry.of(scene.clock.instant(), HOME, anna.id(), new Event.ResetRequested()));
  }

  @Test
  void aRequestChangesNothingAboutTheAccount() {
    Account anna = scene.person("anna", SECRET);
    var grant = scene.signedIn("anna", SECRET);

    scene.askForReset("anna");

    assertThat(scene.now(anna).credential()).isEqualTo(anna.credential());
    assertThat(scene.admits(grant)).isTrue();
    assertThat(scene.admits("anna", SECRET)).isTrue();
  }

  // Nobody

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "nobody@example.org", "", "disabled", "ghost", "unreachable"})
  void saysNothingAboutUnknownNames(String name) {
    everybody();
    int letters = scene.store.letters().size();

    assertThat(scene.askForReset(name)).isInstanceOf(Outcome.Asked.class);
    scene.askForReset("anna");

    assertThat(scene.store.letters()).hasSize(letters + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "nobody@example.org", "", "disabled", "ghost", "unreachable"})
  void takesTheSameForEverybody(String name) {
    everybody();

    assertThat(scene.commitsOf(() -> scene.askForReset(name)))
        .isEqualTo(scene.commitsOf(() -> scene.askForReset("anna")));
    assertThat(scene.workOf(() -> scene.askForReset(name))).isEqualTo(new Work(0, 0));
  }

  @Test
  void aRequestForNobodyIsWrittenDownWithoutTheName() {
    scene.askForReset("nobody@example.org");

    assertThat(scene.lastEntry().event()).isEqualTo(new Event.ResetRequested());
    assertThat(scene.lastEntry().about()).isEmpty();
    assertThat(scene.lastEntry().toString()).doesNotContain("nobody@example.org");
  }

  @Test
  void lettersGoOnlyToAccountsWithAnAddress() {
    scene.personWithoutAddress("anna", SECRET);

    assertThat(scene.askForReset("anna")).isEqualTo(new Outcome.Asked(true));

    assertThat(scene.store.letters()).isEmpty();
  }

  @Test
  void disabledAccountsGetNoLetter() {
    scene.disable(scene.person("anna", SECRET));

    scene.askForReset("anna");

    assertThat(scene.store.letters()).isEmpty();
  }

  @Test
  void rolesThatMayNotResetGetNoLetter() {
    scene.person("child", Scene.CHILD, SECRET);

    scene.askForReset("child");

    assertThat(scene.store.letters()).isEmpty();
  }

  @Test
  void anotherRealmsAccountGetsNoLetter() {
    scene.personOf(new Realm("other"), "anna", SECRET);

    scene.askForReset("anna");

    assertThat(scene.store.letters()).isEmpty();
  }

  // Limits

  @Test
  void aRequestForALetterIsLimitedPerAccount() {
    scene.person("anna", SECRET);
    for (int i = 0; i < 20; i++) {
      assertThat(scene.askForReset("anna", Scene.from("198.51.100." + i)))
          .isEqualTo(new Outcome.Asked(true));
    }

    assertThat(scene.store.letters()).hasSize(5);

    scene.clock.pass(Duration.ofHours(1).plusMillis(1));
    scene.askForReset("anna");
    assertThat(scene.store.letters()).hasSize(6);
  }

  @Test
  void theLimitOfAnAccountIsOneByWhateverName() {
    scene.person("anna", SECRET);
    IntStream.range(0, 4).forEach(_ -> scene.askForReset("anna"));
    IntStream.range(0, 4).forEach(_ -> scene.askForReset("ANNA@example.org"));

    assertThat(scene.store.letters()).hasSize(5);
  }

  @Test
  void theTicketOfTheLastLetterStaysGoodWhenNoMoreLeave() {
    scene.person("anna", SECRET);
    IntStream.range(0, 20).forEach(_ -> scene.askForReset("anna"));

    assertThat(scene.spend(scene.newestToken(), "umbrella tulip"))
        .isInstanceOf(SpendTicket.Outcome.Done.class);
  }

  @Test
  void aRequestForALetterIsLimitedPerAddressForWhomever() {
    scene.person("anna", SECRET);
    for (int i = 0; i < 60; i++) {
      assertThat(scene.askForReset("nobody" + i)).isEqualTo(new Outcome.Asked(false));
    }

    assertThat(scene.askForReset("anna")).isEqualTo(new Outcome.TooMany(Duration.ofHours(1)));
    assertThat(scene.askForReset("nobody")).isEqualTo(new Outcome.TooMany(Duration.ofHours(1)));
    assertThat(scene.store.letters()).isEmpty();
    assertThat(scene.askForReset("anna", Scene.from("192.0.2.8")))
        .isEqualTo(new Outcome.Asked(true));
    assertThat(scene.store.letters()).hasSize(1);
  }

  @Test
  void theLimitsSurviveARestart() {
    scene.person("anna", SECRET);
    IntStream.range(0, 5).forEach(_ -> scene.askForReset("anna"));

    scene.restarted().askForReset("anna");

    assertThat(scene.store.letters()).hasSize(5);
  }

  @Test
  void whoIsShutOutMayStillAskForALetter() {
    scene.person("anna", SECRET);
    Visit stranger = Scene.from("203.0.113.1");
    scene.failPatiently("anna", 90, stranger);

    scene.askForReset("anna");

    assertThat(scene.store.letters()).hasSize(1);
  }

  private void everybody() {
    scene.person("anna", SECRET);
    scene.disable(scene.person("disabled", SECRET));
    scene.person("ghost", Scene.GHOST, SECRET);
    scene.personWithoutAddress("unreachable", SECRET);
  }
}
