package dev.rekey.core.session;

import static dev.rekey.core.proof.Scene.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.password.Password;
import dev.rekey.core.proof.PlainHasher;
import dev.rekey.core.proof.PlainHasher.Work;
import dev.rekey.core.proof.Proof.Reason;
import dev.rekey.core.proof.Scene;
import dev.rekey.core.session.SignIn.Outcome;
import dev.rekey.core.store.Credentials.Swap;
import dev.rekey.core.token.Issued;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {

  private static final String SECRET = "yellow submarine";

  private final Scene scene = new Scene();

  @AfterEach
  void everySlotWasGivenBack() {
    assertThat(scene.hasher.slotsOut()).isZero();
  }

  @Test
  void nameAndPasswordGiveATokenThatAdmits() {
    Account anna = scene.person("anna", SECRET);

    Outcome outcome = scene.signIn("anna", SECRET);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.SignedIn.class,
            signedIn -> {
              assertThat(signedIn.account()).isEqualTo(anna);
              assertThat(scene.caller(signedIn.issued()).account().id()).isEqualTo(anna.id());
              assertThat(scene.now(anna).moments().lastSignInAt())
                  .contains(scene.clock.instant().truncatedTo(ChronoUnit.MILLIS));
            });
    assertThat(scene.lastEntry())
        .isEqualTo(AuditEntry.of(scene.clock.instant(), HOME, anna.id(), new Event.SignedIn()));
  }

  @Test
  void aSignInIsOneCommit() {
    scene.person("anna", SECRET);

    assertThat(scene.callsOf(() -> scene.signIn("anna", SECRET)))
        .containsExactly("Accounts.findByLogin", "Attempts.read", "Grants.open");
  }

  @Test
  void saysNothingAboutUnknownNames() {
    scene.person("anna", SECRET);
    List<Outcome> outcomes = new ArrayList<>();

    Work known = scene.workOf(() -> outcomes.add(scene.signIn("anna", "not it")));
    Work unknown = scene.workOf(() -> outcomes.add(scene.signIn("nobody", "not it")));
    assertThat(known).isEqualTo(unknown).isEqualTo(new Work(1, 0));
    assertThat(outcomes).containsOnly(new Outcome.NotSignedIn(new Reason.WrongNameOrPassword()));

    assertThat(scene.callsOf(() -> scene.signIn("anna", "not it")))
        .isEqualTo(scene.callsOf(() -> scene.signIn("nobody", "not it")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"anna", "nobody"})
  void whoFailedTooOftenIsSentAwayWhetherKnownOrNot(String name) {
    scene.person("anna", SECRET);
    IntStream.range(0, 10).forEach(_ -> scene.signIn(name, "not it"));

    assertThat(scene.signIn(name, "not it"))
        .isEqualTo(new Outcome.TooMany(Duration.ofSeconds(1), false));
  }

  @Test
  void aFailureOpensNothing() {
    Account anna = scene.person("anna", SECRET);

    scene.signIn("anna", "not it");

    assertThat(scene.store.grants().of(anna.id(), scene.clock.instant())).isEmpty();
  }

  @Test
  void theReasonsThatAWireMayTellAreKept() {
    scene.disable(scene.person("anna", SECRET));
    scene.personWithoutPasswordLogin("bert", SECRET);

    assertThat(scene.signIn("anna", SECRET))
        .isEqualTo(new Outcome.NotSignedIn(new Reason.Disabled()));
    assertThat(scene.signIn("bert", SECRET))
        .isEqualTo(new Outcome.NotSignedIn(new Reason.PasswordLoginOff()));
  }

  @Test
  void anOverloadedServerSaysSoAndLeavesNoTrace() {
    scene.person("anna", SECRET);
    Scene.Standing before = scene.standing();
    scene.hasher.fillAfter(0);

    assertThat(scene.signIn("anna", SECRET))
        .isEqualTo(new Outcome.Overloaded(PlainHasher.FULL_FOR));

    assertThat(scene.standing()).isEqualTo(before);
  }

  @Test
  void theSoonestToExpireGivesWayToTheNewest() {
    scene.person("anna", SECRET);
    List<Issued> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      all.add(scene.signedIn("anna", SECRET));
      scene.clock.pass(Duration.ofMinutes(1));
    }

    assertThat(all.stream().map(scene::admits)).containsExactly(false, true, true, true);
  }

  @Test
  void aGrantOpenedWhileThePasswordChangedIsRefused() {
    Account anna = scene.person("anna", SECRET);
    scene.hasher.meanwhile(() -> change(anna));

    assertThat(scene.signIn("anna", SECRET))
        .isEqualTo(new Outcome.NotSignedIn(new Reason.WrongNameOrPassword()));

    assertThat(scene.store.grants().of(anna.id(), scene.clock.instant())).isEmpty();
    assertThat(scene.lastEntry().event()).isEqualTo(new Event.PasswordChanged());
  }

  @Test
  void aGrantOpenedWhileTheAccountWasDisabledIsRefused() {
    Account anna = scene.person("anna", SECRET);
    scene.hasher.meanwhile(() -> scene.disable(anna));

    assertThat(scene.signIn("anna", SECRET))
        .isEqualTo(new Outcome.NotSignedIn(new Reason.WrongNameOrPassword()));
  }

  @Test
  void anOutdatedHashIsRemadeAndTheSignInGoesOn() {
    Account anna = scene.personWithHash("anna", scene.hasher.outdated(SECRET));

    assertThat(scene.admits("anna", SECRET)).isTrue();

    assertThat(scene.now(anna).credential().hash().orElseThrow().encoded()).startsWith("plain:");
    assertThat(scene.admits("anna", SECRET)).isTrue();
  }

  @Test
  void aGoodSignInForgivesInTheSameCommit() {
    scene.person("anna", SECRET);
    IntStream.range(0, 9).forEach(_ -> scene.signIn("anna", "not it"));

    assertThat(scene.commitsOf(() -> scene.signIn("anna", SECRET))).isOne();

    IntStream.range(0, 9).forEach(_ -> scene.signIn("anna", "not it"));
    assertThat(scene.signIn("anna", "not it")).isInstanceOf(Outcome.NotSignedIn.class);
  }

  @Test
  void countersSurviveARestart() {
    scene.person("anna", SECRET);
    IntStream.range(0, 10).forEach(_ -> scene.signIn("anna", "not it"));

    assertThat(scene.restarted().signIn("anna", SECRET)).isInstanceOf(Outcome.TooMany.class);
  }

  @Test
  void strangersCannotShutTheOwnerOut() {
    scene.person("anna", SECRET);
    scene.signedIn("anna", SECRET);

    scene.failPatiently("anna", 90, Scene.from("203.0.113.1"));

    assertThat(scene.signIn("anna", SECRET, Scene.from("203.0.113.2")))
        .isEqualTo(new Outcome.TooMany(Duration.ofHours(1), true));
    assertThat(scene.signIn("anna", SECRET)).isInstanceOf(Outcome.SignedIn.class);
  }

  private void change(Account account) {
    scene
        .store
        .credentials()
        .swap(
            new Swap(
                account.id(),
                account.credential().version(),
                scene.hasher.hash("umbrella tulip"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                AuditEntry.of(
                    scene.clock.instant(), HOME, account.id(), new Event.PasswordChanged()),
                List.of(),
                List.of()));
  }

  /** A command is one glance at a log away from being printed. */
  @Test
  void theCommandNeverPrintsThePassword() {
    assertThat(new SignIn.Command("anna", Password.of(SECRET), HOME).toString())
        .doesNotContain(SECRET);
  }
}
