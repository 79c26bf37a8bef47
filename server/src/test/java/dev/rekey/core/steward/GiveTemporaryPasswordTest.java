package dev.rekey.core.steward;

import static dev.rekey.core.proof.Scene.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.Roles;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.change.Demand;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.password.Password;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.proof.Proof;
import dev.rekey.core.proof.Scene;
import dev.rekey.core.reset.SpendTicket;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.steward.GiveTemporaryPassword.Command;
import dev.rekey.core.steward.GiveTemporaryPassword.Outcome;
import dev.rekey.core.token.Issued;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GiveTemporaryPasswordTest {

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
  void thePhraseOpensAndTheOldPasswordDoesNot() {
    Outcome.Given given = given();

    assertThat(scene.admits("anna", OLD)).isFalse();
    assertThat(scene.admits("anna", given.phrase())).isTrue();
    assertThat(given.until()).isEqualTo(scene.clock.instant().plus(Scene.TEMPORARY));
  }

  @Test
  void everySessionAndEveryTicketEnds() {
    Issued grant = scene.signedIn("anna", OLD);
    String ticket = scene.resetToken("anna");

    given();

    assertThat(scene.admits(grant)).isFalse();
    assertThat(scene.spend(ticket, NEW)).isInstanceOf(SpendTicket.Outcome.Refused.class);
  }

  @Test
  void whoComesInWithItMayChangeThePasswordAndNothingElse() {
    Caller caller = scene.caller(scene.signedIn("anna", given().phrase()));

    assertThat(EnumSet.allOf(Capability.class).stream().filter(caller::may))
        .containsExactly(
            Capability.SIGN_IN, Capability.CHANGE_OWN_PASSWORD, Capability.RESET_OWN_PASSWORD);
  }

  @Test
  void anAdministratorLosesTheConsoleUntilItIsChanged() {
    Account other = scene.person("toor", Scene.ADMIN, OLD);
    Caller caller = scene.caller(scene.signedIn("toor", given(other).phrase()));

    assertThat(caller.may(Capability.VIEW_SERVER)).isFalse();
    assertThat(new Steward.Administrator(caller).reaches(anna)).isFalse();
  }

  @Test
  void aChangeOpensEverythingAgain() {
    String phrase = given().phrase();
    Issued session = scene.signedIn("anna", phrase);

    assertThat(change(session, phrase)).isInstanceOf(ChangePassword.Outcome.Changed.class);

    assertThat(scene.caller(session).may(Capability.EDIT_OWN_PROFILE)).isTrue();
    scene.clock.pass(Scene.TEMPORARY);
    assertThat(scene.admits("anna", NEW)).isTrue();
  }

  @Test
  void pastItsTimeItIsAsGoodAsAWrongOne() {
    String phrase = given().phrase();
    scene.clock.pass(Scene.TEMPORARY);

    assertThat(scene.signIn("anna", phrase))
        .isEqualTo(new SignIn.Outcome.NotSignedIn(new Proof.Reason.WrongNameOrPassword()));
    assertThat(scene.lastEntry().event()).isEqualTo(new Event.SignInFailed());
  }

  @Test
  void untilTheLastMomentItIsGood() {
    String phrase = given().phrase();
    scene.clock.pass(Scene.TEMPORARY.minusMillis(1));

    assertThat(scene.admits("anna", phrase)).isTrue();
  }

  @Test
  void whatItOpenedEndsWithIt() {
    Issued session = scene.signedIn("anna", given().phrase());
    scene.clock.pass(Scene.TEMPORARY);

    assertThat(scene.admits(session)).isFalse();
  }

  @Test
  void aLetterResetsItAtAnyTime() {
    given();
    scene.clock.pass(Scene.TEMPORARY.plus(Duration.ofDays(1)));

    assertThat(scene.spend(scene.resetToken("anna"), NEW))
        .isInstanceOf(SpendTicket.Outcome.Done.class);

    assertThat(scene.caller(scene.signedIn("anna", NEW)).mustChange()).isFalse();
  }

  @Test
  void itIsWrittenDownWithTheOneWhoDidIt() {
    given();

    assertThat(scene.lastEntry())
        .isEqualTo(
            new AuditEntry(
                scene.clock.instant(),
                HOME,
                Optional.of(anna.id()),
                Optional.of(admin.id()),
                new Event.TemporaryPasswordGiven()));
  }

  @Test
  void aLetterTellsTheOwnerAndDoesNotHoldThePhrase() {
    given();

    assertThat(scene.store.letters())
        .containsExactly(
            new Letter.PasswordSetByAdministrator(
                "anna@example.org", "anna", scene.clock.instant()));
  }

  @Test
  void thePhraseIsNeverPrinted() {
    Outcome.Given given = given();

    assertThat(given.toString()).doesNotContain(given.phrase().split(" ")[0]);
  }

  @Test
  void everyPhraseIsAnother() {
    assertThat(given().phrase()).isNotEqualTo(given().phrase());
  }

  @Test
  void onlyThoseMayWhoMaySetPasswords() {
    Steward user = new Steward.Administrator(scene.caller(scene.signedIn("anna", OLD)));

    assertThat(give(user, admin)).isEqualTo(new Outcome.NotAllowed());
  }

  @Test
  void nobodyLaysHandsOnTheGreater() {
    Caller helper = scene.caller(scene.signedIn("anna", OLD));
    Roles roles =
        new Roles(
            Map.of(
                Scene.USER,
                EnumSet.of(Capability.SET_PASSWORDS),
                Scene.ADMIN,
                EnumSet.of(Capability.SET_PASSWORDS, Capability.SET_PRIVILEGES)));
    Caller desk = new Caller(helper.account(), roles, helper.grant(), helper.password());

    assertThat(desk.may(Capability.SET_PASSWORDS)).isTrue();
    assertThat(give(new Steward.Administrator(desk), admin)).isEqualTo(new Outcome.NotAllowed());
  }

  @Test
  void aDisabledAccountHasToBeEnabledFirst() {
    scene.disable(anna);

    assertThat(give(Scene.operator(), anna)).isEqualTo(new Outcome.Disabled());
  }

  @Test
  void whereNobodySignsInWithAPasswordThereIsNone() {
    Account bert = scene.personWithoutPasswordLogin("bert", OLD);

    assertThat(give(Scene.operator(), bert)).isEqualTo(new Outcome.PasswordLoginOff());
  }

  @Test
  void nobodyGetsOneWhoIsNotThere() {
    Command command = new Command(Scene.operator(), new Handle.Hex32("0".repeat(32)), HOME);

    assertThat(scene.giveTemporaryPassword().handle(command))
        .isEqualTo(new Outcome.NoSuchAccount());
  }

  private Outcome.Given given() {
    return given(anna);
  }

  private Outcome.Given given(Account to) {
    return (Outcome.Given) give(administrator(), to);
  }

  private Steward administrator() {
    return new Steward.Administrator(scene.caller("root", OLD));
  }

  private Outcome give(Steward by, Account to) {
    Handle whose = new Handle.Hex32(to.ids().hex32());
    return scene.giveTemporaryPassword().handle(new Command(by, whose, HOME));
  }

  private ChangePassword.Outcome change(Issued session, String current) {
    return scene
        .changePassword()
        .handle(
            new ChangePassword.Command(
                scene.caller(session),
                Optional.of(Password.of(current)),
                Demand.ALWAYS,
                NewPassword.Wish.of(Password.of(NEW)),
                Optional.empty(),
                HOME));
  }
}
