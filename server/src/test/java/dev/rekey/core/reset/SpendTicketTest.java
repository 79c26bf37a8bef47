package dev.rekey.core.reset;

import static dev.rekey.core.proof.Scene.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.NewAccount;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.password.Password;
import dev.rekey.core.policy.NewPassword.Wish;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.proof.PlainHasher;
import dev.rekey.core.proof.PlainHasher.Work;
import dev.rekey.core.proof.Scene;
import dev.rekey.core.reset.SpendTicket.Command;
import dev.rekey.core.reset.SpendTicket.Outcome;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.store.Sequel;
import dev.rekey.core.store.Together;
import dev.rekey.core.token.Issued;
import dev.rekey.core.token.Issuer;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpendTicketTest {

  private static final String OLD = "yellow submarine";
  private static final String NEW = "umbrella tulip";

  private final Scene scene = new Scene();
  private final Account anna = scene.person("anna", OLD);

  @AfterEach
  void everySlotWasGivenBack() {
    assertThat(scene.hasher.slotsOut()).isZero();
  }

  // Done

  @Test
  void theNewPasswordOpensAndTheOldOneDoesNot() {
    assertThat(scene.spend(scene.resetToken("anna"), NEW)).isInstanceOf(Outcome.Done.class);

    assertThat(scene.admits("anna", OLD)).isFalse();
    assertThat(scene.admits("anna", NEW)).isTrue();
  }

  @Test
  void whoReadTheLetterHasConfirmedTheAddressWhereThatIsWished() {
    Account bert = scene.made(unconfirmed("bert"));
    Account carl = scene.made(unconfirmed("carl"));

    Outcome confirming = spend(scene.resetToken("bert"), true);
    spend(scene.resetToken("carl"), false);

    assertThat(scene.now(bert).confirmation().confirmedAt()).contains(scene.now(bert).updatedAt());
    assertThat(confirming)
        .isInstanceOfSatisfying(
            Outcome.Done.class, done -> assertThat(done.account()).isEqualTo(scene.now(bert)));
    assertThat(scene.now(carl).confirmation().confirmedAt()).isEmpty();
  }

  @Test
  void anAddressThatIsStillPendingIsNotConfirmedByALetterToTheOldOne() {
    scene
        .store
        .accounts()
        .revise(
            anna.id(),
            AccountEdit.none().withPendingEmail("eve@example.org"),
            Sequel.of(
                AuditEntry.of(
                    scene.clock.instant(), HOME, anna.id(), new Event.ConfirmationRequested())));

    spend(scene.resetToken("anna"), true);

    assertThat(scene.now(anna).logins()).isEqualTo(anna.logins());
    assertThat(scene.now(anna).confirmation().pendingEmail()).isEmpty();
  }

  private static NewAccount unconfirmed(String name) {
    return new NewAccount(
        Realm.MAIN,
        Scene.logins(name),
        Scene.USER,
        Profile.empty(),
        Optional.empty(),
        true,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Outcome spend(String token, boolean confirms) {
    return scene
        .spendTicket()
        .handle(
            new Command(
                Optional.of(token), Wish.of(Password.of(NEW)), Optional.empty(), confirms, HOME));
  }

  @Test
  void aTicketOpensOnce() {
    String token = scene.resetToken("anna");
    scene.spend(token, NEW);

    assertThat(scene.spend(token, "another good one"))
        .isEqualTo(refused(new Violation.TicketInvalid()));
    assertThat(scene.admits("anna", NEW)).isTrue();
  }

  @Test
  void aTicketOpensOnceForManyAtTheSameMoment() {
    String token = scene.resetToken("anna");

    List<Outcome> outcomes =
        Together.all(200, number -> scene.spend(token, "umbrella tulip " + number));

    assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
    assertThat(outcomes)
        .filteredOn(Outcome.Refused.class::isInstance)
        .hasSize(199)
        .containsOnly(refused(new Violation.TicketInvalid()));
    assertThat(scene.letters(Letter.ResetDone.class)).hasSize(1);
    assertThat(scene.now(anna).credential().version()).isEqualTo(2);
  }

  @Test
  void everyGrantEnds() {
    Issued before = scene.signedIn("anna", OLD);

    scene.spend(scene.resetToken("anna"), NEW);

    assertThat(scene.admits(before)).isFalse();
  }

  @Test
  void whereTheWireSignsInAfterwardsTheNewGrantAdmits() {
    Issued before = scene.signedIn("anna", OLD);

    Outcome outcome = spend(scene.resetToken("anna"), NEW, Optional.of(scene.tokens));

    Issued issued = done(outcome).issued().orElseThrow();
    assertThat(scene.admits(issued)).isTrue();
    assertThat(scene.admits(before)).isFalse();
  }

  @Test
  void whereTheWireDoesNotNothingIsIssued() {
    Outcome outcome = scene.spend(scene.resetToken("anna"), NEW);

    assertThat(done(outcome).issued()).isEmpty();
    assertThat(scene.store.grants().of(anna.id(), scene.clock.instant())).isEmpty();
  }

  @Test
  void aResetIsWrittenDownAndALetterTellsTheOwner() {
    scene.spend(scene.resetToken("anna"), NEW);

    assertThat(scene.lastEntry())
        .isEqualTo(
            AuditEntry.of(scene.clock.instant(), HOME, anna.id(), new Event.PasswordReset()));
    assertThat(scene.letters(Letter.ResetDone.class))
        .containsExactly(
            new Letter.ResetDone("anna@example.org", "anna", scene.clock.instant(), HOME.origin()));
  }

  @Test
  void whatFollowsFromAResetIsOneCommit() {
    String token = scene.resetToken("anna");

    assertThat(scene.callsOf(() -> scene.spend(token, NEW)))
        .containsExactly("Tickets.find", "Accounts.find", "Credentials.swap");
  }

  @Test
  void aFirstPasswordIsSetTheSameWay() {
    scene.personWithoutPassword("bert");

    assertThat(scene.spend(scene.resetToken("bert"), NEW)).isInstanceOf(Outcome.Done.class);

    assertThat(scene.admits("bert", NEW)).isTrue();
  }

  @Test
  void aResetClearsTheCounters() {
    scene.failPatiently("anna", 90, Scene.from("203.0.113.1"));
    assertThat(scene.signIn("anna", OLD)).isInstanceOf(SignIn.Outcome.TooMany.class);

    scene.spend(scene.resetToken("anna"), NEW);

    assertThat(scene.admits("anna", NEW)).isTrue();
    assertThat(scene.signIn("anna", NEW, Scene.from("203.0.113.2")))
        .isInstanceOf(SignIn.Outcome.SignedIn.class);
  }

  @Test
  void aResetFromElsewhereClearsTheCountersOfTheOwnersOldPlaceToo() {
    scene.signedIn("anna", OLD);
    scene.failPatiently("anna", 90, HOME);
    Visit phone = Scene.from("203.0.113.9");

    scene.askForReset("anna", phone);
    spend(scene.newestToken(), NEW, phone);

    assertThat(scene.signIn("anna", NEW)).isInstanceOf(SignIn.Outcome.SignedIn.class);
  }

  @Test
  void theOutcomeShowsTheAccountAsItIsStored() {
    String token = scene.resetToken("anna");
    scene.clock.pass(Duration.ofNanos(1_234_567));

    assertThat(done(scene.spend(token, NEW)).account()).isEqualTo(scene.now(anna));
  }

  // No good ticket

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t"})
  void aBlankTicketIsNamed(String token) {
    assertThat(scene.spend(token, NEW)).isEqualTo(refused(new Violation.TicketBlank()));
  }

  @Test
  void anAbsentTicketIsBlank() {
    Command command =
        new Command(Optional.empty(), Wish.of(Password.of(NEW)), Optional.empty(), HOME);

    assertThat(scene.spendTicket().handle(command)).isEqualTo(refused(new Violation.TicketBlank()));
  }

  @Test
  void anUnknownTicketIsInvalidWhateverElseIsWrong() {
    assertThat(scene.spend("never-issued", NEW)).isEqualTo(refused(new Violation.TicketInvalid()));
    assertThat(scene.spend("never-issued", "short"))
        .isEqualTo(refused(new Violation.TicketInvalid()));
  }

  @Test
  void aTicketThatIsAlmostRightIsInvalid() {
    String token = scene.resetToken("anna");

    assertThat(scene.spend(token + " ", NEW)).isEqualTo(refused(new Violation.TicketInvalid()));
    assertThat(scene.spend(token.substring(1), NEW))
        .isEqualTo(refused(new Violation.TicketInvalid()));
  }

  @Test
  void aTicketIsGoodUntilTheMomentOfItsEnd() {
    String token = scene.resetToken("anna");

    scene.clock.pass(Scene.TICKET_LIFETIME.minusMillis(1));
    assertThat(scene.spend(token, "short")).isEqualTo(refused(new Violation.TooShort(8)));
    scene.clock.pass(Duration.ofMillis(1));
    assertThat(scene.spend(token, NEW)).isEqualTo(refused(new Violation.TicketExpired()));
    assertThat(scene.admits("anna", OLD)).isTrue();
  }

  @Test
  void aTicketOfAnotherRealmIsInvalid() {
    String token = scene.resetToken("anna");

    assertThat(spend(token, NEW, Scene.visit(new Realm("other"), "192.0.2.7")))
        .isEqualTo(refused(new Violation.TicketInvalid()));
  }

  @Test
  void aDisabledAccountsTicketIsInvalid() {
    String token = scene.resetToken("anna");
    scene.disable(anna);

    assertThat(scene.spend(token, NEW)).isEqualTo(refused(new Violation.TicketInvalid()));
  }

  @Test
  void aTicketThatIsNoGoodCostsNoHash() {
    assertThat(scene.workOf(() -> scene.spend("never-issued", NEW))).isEqualTo(new Work(0, 0));
  }

  @Test
  void whoeverIsDisabledMeanwhileChangesNothing() {
    String token = scene.resetToken("anna");
    scene.hasher.meanwhile(() -> scene.disable(anna));

    assertThat(scene.spend(token, NEW)).isEqualTo(refused(new Violation.TicketInvalid()));
    assertThat(scene.now(anna).credential()).isEqualTo(anna.credential());
  }

  // A good ticket, another password

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "anna@example.org", OLD})
  void aRefusedResetChangesNothingAndTheTicketStaysGood(String next) {
    Issued grant = scene.signedIn("anna", OLD);
    String token = scene.resetToken("anna");
    Scene.Standing before = scene.standing();

    assertThat(scene.spend(token, next)).isInstanceOf(Outcome.Refused.class);

    assertThat(scene.standing()).isEqualTo(before);
    assertThat(scene.admits(grant)).isTrue();
    assertThat(scene.spend(token, NEW)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void allReasonsAreNamed() {
    Wish wish =
        new Wish(Optional.of(Password.of("short")), Optional.of(Password.of("other")), true);
    Command command =
        new Command(Optional.of(scene.resetToken("anna")), wish, Optional.empty(), HOME);

    assertThat(scene.spendTicket().handle(command))
        .isEqualTo(refused(new Violation.ConfirmationDiffers(), new Violation.TooShort(8)));
  }

  @Test
  void thePasswordThatTheAccountHasNowIsRefused() {
    assertThat(scene.spend(scene.resetToken("anna"), OLD))
        .isEqualTo(refused(new Violation.SameAsCurrent()));
  }

  @Test
  void anOverloadedServerSaysSoAndTheTicketStaysGood() {
    String token = scene.resetToken("anna");
    Scene.Standing before = scene.standing();
    scene.hasher.fillAfter(0);

    assertThat(scene.spend(token, NEW)).isEqualTo(new Outcome.Overloaded(PlainHasher.FULL_FOR));

    assertThat(scene.standing()).isEqualTo(before);
    scene.hasher.fillAfter(Integer.MAX_VALUE);
    assertThat(scene.spend(token, NEW)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void oldTicketsDieWithTheReset() {
    IntStream.range(0, 3).forEach(_ -> scene.askForReset("anna"));
    String newest = scene.newestToken();

    scene.spend(newest, NEW);

    assertThat(scene.letters(Letter.ResetLink.class))
        .allSatisfy(letter -> {
          String token = letter.link().substring(Scene.RESET_ADDRESS.length());
          assertThat(scene.spend(token, "another good one"))
              .isEqualTo(refused(new Violation.TicketInvalid()));
        });
  }

  private Outcome spend(String token, String next, Optional<Issuer> issuer) {
    return scene
        .spendTicket()
        .handle(new Command(Optional.of(token), Wish.of(Password.of(next)), issuer, HOME));
  }

  private Outcome spend(String token, String next, Visit visit) {
    return scene
        .spendTicket()
        .handle(
            new Command(Optional.of(token), Wish.of(Password.of(next)), Optional.empty(), visit));
  }

  private static Outcome refused(Violation... violations) {
    return new Outcome.Refused(List.of(violations));
  }

  private static Outcome.Done done(Outcome outcome) {
    if (outcome instanceof Outcome.Done done) {
      return done;
    }
    throw new AssertionError("not done: " + outcome);
  }
}
