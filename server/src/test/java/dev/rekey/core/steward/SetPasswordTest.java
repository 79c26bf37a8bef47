package dev.rekey.core.steward;

import static dev.rekey.core.proof.Scene.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.password.Password;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.proof.PlainHasher;
import dev.rekey.core.proof.PlainHasher.Work;
import dev.rekey.core.proof.Scene;
import dev.rekey.core.reset.SpendTicket;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.steward.SetPassword.Command;
import dev.rekey.core.steward.SetPassword.Outcome;
import dev.rekey.core.token.Issued;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetPasswordTest {

  private static final String OLD = "yellow submarine";
  private static final String NEW = "umbrella tulip";

  private final Scene scene = new Scene();
  private final Account admin = scene.person("root", Scene.ADMIN, OLD);
  private final Account anna = scene.person("anna", OLD);

  @AfterEach
  void everySlotWasGivenBack() {
    assertThat(scene.hasher.slotsOut()).isZero();
  }

  @Test
  void theNewPasswordOpensAndTheOldOneDoesNot() {
    assertThat(set(administrator(), NEW)).isInstanceOf(Outcome.Done.class);

    assertThat(scene.admits("anna", OLD)).isFalse();
    assertThat(scene.admits("anna", NEW)).isTrue();
  }

  @Test
  void everyGrantAndEveryTicketEnds() {
    Issued grant = scene.signedIn("anna", OLD);
    String token = scene.resetToken("anna");

    set(administrator(), NEW);

    assertThat(scene.admits(grant)).isFalse();
    assertThat(scene.spend(token, "another good one"))
        .isInstanceOf(SpendTicket.Outcome.Refused.class);
  }

  @Test
  void theStewardsOwnGrantsStay() {
    Issued grant = scene.signedIn("root", OLD);

    set(new Steward.Administrator(scene.caller(grant)), NEW);

    assertThat(scene.admits(grant)).isTrue();
  }

  @Test
  void itIsWrittenDownWithTheOneWhoDidIt() {
    set(administrator(), NEW);

    assertThat(scene.lastEntry())
        .isEqualTo(
            new AuditEntry(
                scene.clock.instant(),
                HOME,
                Optional.of(anna.id()),
                Optional.of(admin.id()),
                new Event.PasswordSetBySteward()));
  }

  @Test
  void anOperatorMayAndIsNobodysAccount() {
    assertThat(set(Scene.operator(), NEW)).isInstanceOf(Outcome.Done.class);

    assertThat(scene.lastEntry().by()).isEmpty();
  }

  @Test
  void aLetterTellsTheOwner() {
    set(administrator(), NEW);

    assertThat(scene.store.letters())
        .containsExactly(
            new Letter.PasswordSetByAdministrator(
                "anna@example.org", "anna", scene.clock.instant()));
  }

  @Test
  void noLetterGoesToAnAccountWithoutAnAddress() {
    Account bert = scene.personWithoutAddress("bert", OLD);

    assertThat(set(administrator(), bert, NEW)).isInstanceOf(Outcome.Done.class);

    assertThat(scene.store.letters()).isEmpty();
  }

  /** An account without an address has no other way back in. */
  @Test
  void anAccountThatIsShutIsOpenedAgain() {
    scene.failPatiently("anna", 90, Scene.from("203.0.113.1"));

    set(administrator(), NEW);

    assertThat(scene.signIn("anna", NEW)).isInstanceOf(SignIn.Outcome.SignedIn.class);
  }

  /** A lane is for the owner's addresses; whoever shares the steward's is a stranger. */
  @Test
  void theStewardsAddressDoesNotBecomeTheOwners() {
    set(administrator(), NEW);

    scene.failPatiently("anna", 90, Scene.from("203.0.113.1"));

    assertThat(scene.signIn("anna", "not it")).isInstanceOf(SignIn.Outcome.TooMany.class);
  }

  @Test
  void theOutcomeShowsTheAccountAsItIsStored() {
    Steward administrator = administrator();
    scene.clock.pass(Duration.ofNanos(1_234_567));

    assertThat(set(administrator, NEW)).isEqualTo(new Outcome.Done(scene.now(anna)));
  }

  // Not done

  @Test
  void whoMayNotSetsNothing() {
    Steward user = new Steward.Administrator(scene.caller("anna", OLD));
    Scene.Standing before = scene.standing();

    assertThat(set(user, NEW)).isEqualTo(new Outcome.NotAllowed());
    assertThat(set(user, new Handle.Number(4711), NEW)).isEqualTo(new Outcome.NotAllowed());

    assertThat(scene.standing()).isEqualTo(before);
  }

  @Test
  void anUnknownAccountIsNamed() {
    assertThat(set(administrator(), new Handle.Number(4711), NEW))
        .isEqualTo(new Outcome.NoSuchAccount());
  }

  @Test
  void anAccountOfAnotherRealmIsUnknown() {
    Account elsewhere = scene.personOf(new Realm("other"), "bert", OLD);

    assertThat(set(administrator(), new Handle.Hex24(elsewhere.ids().hex24()), NEW))
        .isEqualTo(new Outcome.NoSuchAccount());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "anna@example.org"})
  void aRefusedPasswordChangesNothingAndCostsNoHash(String next) {
    Steward administrator = administrator();
    Scene.Standing before = scene.standing();

    assertThat(scene.workOf(() -> set(administrator, next))).isEqualTo(new Work(0, 0));
    assertThat(set(administrator, next)).isInstanceOf(Outcome.Refused.class);

    assertThat(scene.standing()).isEqualTo(before);
  }

  @Test
  void theReasonsAreNamed() {
    assertThat(set(administrator(), "short"))
        .isEqualTo(new Outcome.Refused(List.of(new Violation.TooShort(8))));
  }

  @Test
  void anOverloadedServerSaysSoAndLeavesNoTrace() {
    Steward administrator = administrator();
    Scene.Standing before = scene.standing();
    scene.hasher.fillAfter(0);

    assertThat(set(administrator, NEW)).isEqualTo(new Outcome.Overloaded(PlainHasher.FULL_FOR));

    assertThat(scene.standing()).isEqualTo(before);
  }

  @Test
  void whoIsOvertakenChangesNothing() {
    Steward administrator = administrator();
    scene.hasher.meanwhile(() -> set(administrator, NEW));

    assertThat(set(administrator, "another good one")).isEqualTo(new Outcome.Overtaken());

    assertThat(scene.admits("anna", NEW)).isTrue();
    assertThat(scene.letters(Letter.PasswordSetByAdministrator.class)).hasSize(1);
  }

  /** Nobody was quicker: whoever reads "overtaken" tries again for ever. */
  @Test
  void aDisabledAccountIsNotCalledOvertaken() {
    scene.disable(anna);

    assertThat(set(administrator(), NEW)).isNotEqualTo(new Outcome.Overtaken());
  }

  private Steward administrator() {
    return new Steward.Administrator(scene.caller("root", OLD));
  }

  private Outcome set(Steward by, String next) {
    return set(by, anna, next);
  }

  private Outcome set(Steward by, Account whose, String next) {
    return set(by, new Handle.Number(whose.ids().number()), next);
  }

  private Outcome set(Steward by, Handle whose, String next) {
    return scene.setPassword().handle(new Command(by, whose, Password.of(next), HOME));
  }
}
