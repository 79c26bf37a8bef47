package dev.rekey.core.change;

import static dev.rekey.core.change.Demand.ALWAYS;
import static dev.rekey.core.change.Demand.IF_SENT;
import static dev.rekey.core.change.Demand.IF_SET;
import static dev.rekey.core.proof.Scene.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.change.ChangePassword.Command;
import dev.rekey.core.change.ChangePassword.Outcome;
import dev.rekey.core.change.ChangePassword.Renewal;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.password.Password;
import dev.rekey.core.policy.NewPassword.Wish;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.proof.Claim;
import dev.rekey.core.proof.PlainHasher;
import dev.rekey.core.proof.PlainHasher.Work;
import dev.rekey.core.proof.Proof;
import dev.rekey.core.proof.Scene;
import dev.rekey.core.reset.SpendTicket;
import dev.rekey.core.store.Together;
import dev.rekey.core.token.Issued;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangePasswordTest {

  private static final String OLD = "yellow submarine";
  private static final String NEW = "umbrella tulip";
  private static final Optional<Renewal> NO_RENEWAL = Optional.empty();

  private final Scene scene = new Scene();
  private final ChangePassword changePassword = scene.changePassword();

  @AfterEach
  void everySlotWasGivenBack() {
    assertThat(scene.hasher.slotsOut()).isZero();
  }

  // Done

  @ParameterizedTest
  @EnumSource(Demand.class)
  void theNewPasswordOpensAndTheOldOneDoesNot(Demand demand) {
    scene.person("anna", OLD);

    assertThat(change(acting("anna"), OLD, demand, NEW)).isInstanceOf(Outcome.Changed.class);

    assertThat(scene.admits("anna", OLD)).isFalse();
    assertThat(scene.admits("anna", NEW)).isTrue();
  }

  @Test
  void everyOtherGrantEndsTheActingOneSurvives() {
    Account anna = scene.person("anna", OLD);
    scene.person("bert", OLD);
    Issued other = scene.signedIn("anna", OLD);
    Issued acting = scene.signedIn("anna", OLD);
    Issued berts = scene.signedIn("bert", OLD);
    Issued rotating = rotating(anna);

    change(scene.caller(acting), OLD, ALWAYS, NEW);

    assertThat(scene.admits(acting)).isTrue();
    assertThat(scene.admits(other)).isFalse();
    assertThat(admitsClient(rotating)).isFalse();
    assertThat(scene.admits(berts)).isTrue();
  }

  @Test
  void aChangeByNameAndPasswordEndsEveryGrant() {
    scene.person("anna", OLD);
    Issued grant = scene.signedIn("anna", OLD);

    change(scene.caller("anna", OLD), OLD, ALWAYS, NEW);

    assertThat(scene.admits(grant)).isFalse();
  }

  @Test
  void theActingTokenIsReplacedWhereAWireWantsIt() {
    Account anna = scene.person("anna", OLD);
    Issued acting = rotating(anna);
    Issued other = rotating(anna);

    Outcome outcome =
        changePassword.handle(
            new Command(
                clientCaller(acting),
                Optional.empty(),
                IF_SENT,
                wish(NEW),
                Optional.of(scene.clientTokens()::renew),
                HOME));

    Issued fresh = changed(outcome).issued().orElseThrow();
    assertThat(fresh.grant().ref()).isEqualTo(acting.grant().ref());
    assertThat(admitsClient(fresh)).isTrue();
    assertThat(admitsClient(acting)).isFalse();
    assertThat(admitsClient(other)).isFalse();
  }

  @Test
  void theSuccessorIsMadeForTheAccountAsTheChangeLeavesIt() {
    Account anna = scene.person("anna", OLD);
    Issued acting = rotating(anna);
    List<Account> seen = new ArrayList<>();
    Renewal renewal =
        (grant, account, visit, now) -> {
          seen.add(account);
          return scene.clientTokens().renew(grant, account, visit, now);
        };

    changePassword.handle(
        new Command(
            clientCaller(acting),
            Optional.empty(),
            IF_SENT,
            wish(NEW),
            Optional.of(renewal),
            HOME));

    assertThat(seen).containsExactly(scene.now(anna));
  }

  @Test
  void whereNoTokenActsNoneIsRenewed() {
    scene.person("anna", OLD);

    Outcome outcome =
        changePassword.handle(
            new Command(
                scene.caller("anna", OLD),
                Optional.of(Password.of(OLD)),
                ALWAYS,
                wish(NEW),
                Optional.of(scene.clientTokens()::renew),
                HOME));

    assertThat(changed(outcome).issued()).isEmpty();
  }

  @Test
  void aChangeIsWrittenDown() {
    Account anna = scene.person("anna", OLD);

    change(acting("anna"), OLD, ALWAYS, NEW);

    assertThat(scene.lastEntry())
        .isEqualTo(
            AuditEntry.of(scene.clock.instant(), HOME, anna.id(), new Event.PasswordChanged()));
  }

  @Test
  void aLetterTellsTheOwner() {
    scene.person("anna", OLD);

    change(acting("anna"), OLD, ALWAYS, NEW);

    assertThat(scene.store.letters())
        .containsExactly(
            new Letter.PasswordChanged(
                "anna@example.org", "anna", scene.clock.instant(), HOME.origin()));
  }

  @Test
  void noLetterGoesToAnAccountWithoutAnAddress() {
    scene.personWithoutAddress("anna", OLD);

    assertThat(change(acting("anna"), OLD, ALWAYS, NEW)).isInstanceOf(Outcome.Changed.class);

    assertThat(scene.store.letters()).isEmpty();
  }

  @Test
  void whatFollowsFromAChangeIsOneCommit() {
    scene.person("anna", OLD);
    Caller caller = acting("anna");

    assertThat(scene.callsOf(() -> change(caller, OLD, ALWAYS, NEW)))
        .filteredOn(call -> !call.equals("Attempts.read"))
        .containsExactly("Credentials.swap");
  }

  @Test
  void aTicketDiesWithThePassword() {
    scene.person("anna", OLD);
    String token = scene.resetToken("anna");

    change(acting("anna"), OLD, ALWAYS, NEW);

    assertThat(scene.spend(token, "another good one"))
        .isEqualTo(new SpendTicket.Outcome.Refused(List.of(new Violation.TicketInvalid())));
  }

  @Test
  void theOutcomeShowsTheAccountAsItIsStored() {
    Account anna = scene.person("anna", OLD);
    Caller caller = acting("anna");
    scene.clock.pass(Duration.ofNanos(1_234_567));

    Outcome outcome = change(caller, OLD, ALWAYS, NEW);

    assertThat(changed(outcome).account()).isEqualTo(scene.now(anna));
  }

  // The current password

  @Test
  void whereItIsAlwaysDemandedAnAbsentOrBlankOneIsNamed() {
    scene.person("anna", OLD);
    Caller caller = acting("anna");

    assertThat(change(caller, Optional.empty(), ALWAYS, wish(NEW)))
        .isEqualTo(refused(new Violation.CurrentBlank()));
    assertThat(change(caller, "", ALWAYS, NEW)).isEqualTo(refused(new Violation.CurrentBlank()));
    assertThat(change(caller, "  ", ALWAYS, NEW)).isEqualTo(refused(new Violation.CurrentBlank()));
  }

  @ParameterizedTest
  @EnumSource(Demand.class)
  void aWrongOneIsRefusedWheneverItIsSent(Demand demand) {
    Account anna = scene.person("anna", OLD);

    assertThat(change(acting("anna"), "not it", demand, NEW))
        .isEqualTo(refused(new Violation.CurrentWrong()));

    assertThat(scene.now(anna).credential()).isEqualTo(anna.credential());
  }

  @Test
  void whereItIsAskedOnlyIfSentItMayBeLeftOut() {
    scene.person("anna", OLD);

    assertThat(change(acting("anna"), Optional.empty(), IF_SENT, wish(NEW)))
        .isInstanceOf(Outcome.Changed.class);
  }

  @Test
  void whereItIsAskedOnlyIfSentAnEmptyOneIsBlank() {
    scene.person("anna", OLD);

    assertThat(change(acting("anna"), "", IF_SENT, NEW))
        .isEqualTo(refused(new Violation.CurrentBlank()));
  }

  @Test
  void whereItIsAskedIfSetAnAccountThatHasOneMustShowIt() {
    scene.person("anna", OLD);

    assertThat(change(acting("anna"), Optional.empty(), IF_SET, wish(NEW)))
        .isEqualTo(refused(new Violation.CurrentWrong()));
  }

  @Test
  void whereItIsAskedIfSetAnAccountWithoutOneMustSendNone() {
    Account anna = scene.personWithoutPassword("anna");

    assertThat(change(clientCaller(rotating(anna)), OLD, IF_SET, NEW))
        .isEqualTo(refused(new Violation.CurrentWrong()));
    assertThat(change(clientCaller(rotating(anna)), Optional.empty(), IF_SET, wish(NEW)))
        .isInstanceOf(Outcome.Changed.class);
    assertThat(scene.admits("anna", NEW)).isTrue();
  }

  @Test
  void anAccountWithoutPasswordLoginHasNothingToChange() {
    Account anna = scene.personWithoutPasswordLogin("anna", OLD);
    Caller caller = clientCaller(rotating(anna));

    assertThat(change(caller, OLD, IF_SET, NEW)).isEqualTo(new Outcome.PasswordLoginOff());
    assertThat(change(caller, Optional.empty(), IF_SET, wish(NEW)))
        .isEqualTo(new Outcome.PasswordLoginOff());
    assertThat(scene.now(anna).credential()).isEqualTo(anna.credential());
  }

  @Test
  void anAccountWithoutPasswordLoginHearsWhatIsWrongWithThePasswordFirst() {
    Account anna = scene.personWithoutPasswordLogin("anna", OLD);

    assertThat(change(clientCaller(rotating(anna)), Optional.empty(), IF_SET, wish("short")))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.violations()).contains(new Violation.TooShort(8)));
  }

  @Test
  void thePasswordThatProvedTheCallerIsNotHashedAgain() {
    scene.person("anna", OLD);
    Caller caller = scene.caller("anna", OLD);

    // One to see that the new one is another, one to seal it.
    assertThat(scene.workOf(() -> change(caller, OLD, ALWAYS, NEW))).isEqualTo(new Work(1, 1));
  }

  @Test
  void anotherPasswordThanTheOneThatProvedTheCallerIsLookedAt() {
    scene.person("anna", OLD);
    Caller caller = scene.caller("anna", OLD);

    assertThat(change(caller, "not it", IF_SET, NEW))
        .isEqualTo(refused(new Violation.CurrentWrong()));
  }

  @Test
  void anOutdatedHashIsNoObstacle() {
    scene.personWithHash("anna", scene.hasher.outdated(OLD));
    Issued acting = scene.signedIn("anna", OLD);
    scene.personWithHash("bert", scene.hasher.outdated(OLD));
    Caller bert = clientCaller(rotating(person("bert")));

    assertThat(change(scene.caller(acting), OLD, ALWAYS, NEW)).isInstanceOf(Outcome.Changed.class);
    assertThat(change(bert, OLD, ALWAYS, NEW)).isInstanceOf(Outcome.Changed.class);
  }

  // Throttling

  @Test
  void aWrongCurrentPasswordCountsLikeAFailedSignIn() {
    scene.person("anna", OLD);
    Caller caller = clientCaller(rotating(person("anna")));
    IntStream.range(0, 5).forEach(_ -> change(caller, "not it", ALWAYS, NEW));
    IntStream.range(0, 5).forEach(_ -> scene.signIn("anna", "not it"));

    assertThat(change(caller, OLD, ALWAYS, NEW))
        .isEqualTo(new Outcome.TooMany(Duration.ofSeconds(1)));
    scene.clock.pass(Duration.ofSeconds(1));
    assertThat(change(caller, OLD, ALWAYS, NEW)).isInstanceOf(Outcome.Changed.class);
  }

  @Test
  void theRightCurrentPasswordForgives() {
    scene.person("anna", OLD);
    Caller caller = clientCaller(rotating(person("anna")));
    IntStream.range(0, 9).forEach(_ -> change(caller, "not it", ALWAYS, NEW));

    change(caller, OLD, ALWAYS, NEW);

    IntStream.range(0, 9).forEach(_ -> scene.signIn("anna", "not it"));
    assertThat(scene.admits("anna", NEW)).isTrue();
  }

  // Refused

  @Test
  void aRoleThatMayNotIsRefusedBeforeAnythingIsLookedAt() {
    scene.person("child", Scene.CHILD, OLD);
    Caller caller = acting("child");
    Scene.Standing before = scene.standing();

    assertThat(scene.workOf(() -> change(caller, "not it", ALWAYS, "short")))
        .isEqualTo(new Work(0, 0));
    assertThat(change(caller, OLD, ALWAYS, NEW)).isEqualTo(new Outcome.NotAllowed());

    assertThat(scene.standing()).isEqualTo(before);
  }

  @Test
  void allReasonsAreNamedTheCurrentPasswordLast() {
    scene.person("anna", OLD);

    assertThat(
            change(
                acting("anna"),
                Optional.of(Password.of("not it")),
                ALWAYS,
                new Wish(
                    Optional.of(Password.of("short")), Optional.of(Password.of("other")), true)))
        .isEqualTo(
            refused(
                new Violation.ConfirmationDiffers(),
                new Violation.TooShort(8),
                new Violation.CurrentWrong()));
  }

  @Test
  void thePasswordThatTheAccountHasNowIsRefused() {
    scene.person("anna", OLD);

    assertThat(change(acting("anna"), OLD, ALWAYS, OLD))
        .isEqualTo(refused(new Violation.SameAsCurrent()));
    assertThat(change(acting("anna"), Optional.empty(), IF_SENT, wish(OLD)))
        .isEqualTo(refused(new Violation.SameAsCurrent()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "anna@example.org", OLD})
  void aRefusedChangeChangesNothing(String next) {
    scene.person("anna", OLD);
    scene.resetToken("anna");
    Caller caller = acting("anna");
    Scene.Standing before = scene.standing();

    assertThat(change(caller, OLD, ALWAYS, next)).isInstanceOf(Outcome.Refused.class);

    assertThat(scene.standing()).isEqualTo(before);
    assertThat(scene.spend(scene.newestToken(), NEW)).isInstanceOf(SpendTicket.Outcome.Done.class);
  }

  @Test
  void aChangeWithAWrongCurrentPasswordChangesNothingButTheTrail() {
    scene.person("anna", OLD);
    Caller caller = acting("anna");
    Scene.Standing before = scene.standing();

    change(caller, "not it", ALWAYS, NEW);

    Scene.Standing after = scene.standing();
    assertThat(after.accounts()).isEqualTo(before.accounts());
    assertThat(after.grants()).isEqualTo(before.grants());
    assertThat(after.letters()).isEqualTo(before.letters());
    assertThat(after.trail()).hasSize(before.trail().size() + 1);
  }

  /** Nobody tried to sign in: the trail must tell a guessed current password from a sign-in. */
  @Test
  void aWrongCurrentPasswordIsWrittenDownAsARefusedChange() {
    Account anna = scene.person("anna", OLD);

    change(acting("anna"), "not it", ALWAYS, NEW);

    assertThat(scene.lastEntry())
        .isEqualTo(
            AuditEntry.of(
                scene.clock.instant(), HOME, anna.id(), new Event.PasswordChangeRefused()));
  }

  // Overload

  @Test
  void anOverloadedServerSaysSoAndLeavesNoTrace() {
    scene.person("anna", OLD);
    Caller caller = acting("anna");
    Scene.Standing before = scene.standing();
    scene.hasher.fillAfter(0);

    assertThat(change(caller, OLD, ALWAYS, NEW))
        .isEqualTo(new Outcome.Overloaded(PlainHasher.FULL_FOR));
    assertThat(change(caller, Optional.empty(), IF_SENT, wish(NEW)))
        .isEqualTo(new Outcome.Overloaded(PlainHasher.FULL_FOR));

    assertThat(scene.standing()).isEqualTo(before);
  }

  @Test
  void whoIsLetInToShowTheOldPasswordIsLetInToSetTheNewOne() {
    scene.person("anna", OLD);
    Caller caller = acting("anna");
    scene.hasher.fillAfter(1);

    assertThat(change(caller, OLD, ALWAYS, NEW)).isInstanceOf(Outcome.Changed.class);
  }

  @Test
  void whatCanBeRefusedWithoutAHashIsRefusedByAServerThatIsFull() {
    scene.person("anna", OLD);
    Caller caller = acting("anna");
    scene.hasher.fillAfter(0);

    assertThat(change(caller, "", ALWAYS, NEW)).isInstanceOf(Outcome.Refused.class);
    assertThat(change(caller, Optional.empty(), ALWAYS, wish(NEW)))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(change(caller, Optional.empty(), IF_SENT, wish("short")))
        .isInstanceOf(Outcome.Refused.class);
  }

  // Together

  @Test
  void whoIsOvertakenChangesNothing() {
    scene.person("anna", OLD);
    Caller quick = acting("anna");
    Caller slow = acting("anna");
    scene.hasher.meanwhile(() -> change(quick, Optional.empty(), IF_SENT, wish(NEW)));

    assertThat(change(slow, Optional.empty(), IF_SENT, wish("another good one")))
        .isEqualTo(new Outcome.Overtaken());

    assertThat(scene.admits("anna", NEW)).isTrue();
    assertThat(scene.letters(Letter.PasswordChanged.class)).hasSize(1);
  }

  @Test
  void whoeverIsDisabledMeanwhileChangesNothing() {
    Account anna = scene.person("anna", OLD);
    Caller caller = acting("anna");
    scene.hasher.meanwhile(() -> scene.disable(anna));

    assertThat(change(caller, Optional.empty(), IF_SENT, wish(NEW)))
        .isEqualTo(new Outcome.Overtaken());
  }

  @ParameterizedTest
  @EnumSource(Demand.class)
  void oneOfManyParallelChangesWins(Demand demand) {
    scene.person("anna", OLD);
    Caller caller = acting("anna");

    List<Outcome> outcomes =
        Together.all(200, number -> change(caller, OLD, demand, "umbrella tulip " + number));

    assertThat(outcomes).filteredOn(Outcome.Changed.class::isInstance).hasSize(1);
    int winner =
        IntStream.range(0, 200).filter(i -> won(outcomes.get(i))).findFirst().orElseThrow();
    assertThat(scene.now(caller.account()).credential().version()).isEqualTo(2);
    assertThat(scene.letters(Letter.PasswordChanged.class)).hasSize(1);
    assertThat(scene.admits("anna", "umbrella tulip " + winner)).isTrue();
    assertThat(scene.admits("anna", OLD)).isFalse();
  }

  // Helpers

  private Caller acting(String name) {
    return scene.caller(scene.signedIn(name, OLD));
  }

  private Account person(String name) {
    return scene.store.accounts().findByLogin(HOME.realm(), name).orElseThrow();
  }

  /** A rotating token for a client of its own. */
  private Issued rotating(Account account) {
    Issued issued = scene.clientTokens().issue(account, HOME, scene.clock.instant());
    AuditEntry entry =
        AuditEntry.of(scene.clock.instant(), HOME, account.id(), new Event.SignedIn());
    assertThat(
            scene
                .store
                .grants()
                .open(issued.grant(), account.credential().version(), 10, entry, List.of()))
        .isTrue();
    return issued;
  }

  private Caller clientCaller(Issued issued) {
    return scene.caller(claim(issued));
  }

  private boolean admitsClient(Issued issued) {
    return scene.prover().prove(claim(issued), HOME) instanceof Proof.Known;
  }

  private Claim claim(Issued issued) {
    Account account = scene.store.accounts().find(issued.grant().ref().account()).orElseThrow();
    return new Claim.ClientToken(
        account.logins().uid().orElseThrow(), issued.grant().ref().key(), issued.token());
  }

  private static boolean won(Outcome outcome) {
    return outcome instanceof Outcome.Changed;
  }

  private static Wish wish(String next) {
    return Wish.of(Password.of(next));
  }

  private Outcome change(Caller caller, String current, Demand demand, String next) {
    return change(caller, Optional.of(Password.of(current)), demand, wish(next));
  }

  private Outcome change(Caller caller, Optional<Password> current, Demand demand, Wish next) {
    return changePassword.handle(new Command(caller, current, demand, next, NO_RENEWAL, HOME));
  }

  private static Outcome refused(Violation... violations) {
    return new Outcome.Refused(List.of(violations));
  }

  private static Outcome.Changed changed(Outcome outcome) {
    if (outcome instanceof Outcome.Changed changed) {
      return changed;
    }
    throw new AssertionError("not changed: " + outcome);
  }
}
