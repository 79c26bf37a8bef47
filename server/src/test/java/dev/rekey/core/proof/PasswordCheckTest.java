package dev.rekey.core.proof;

import static dev.rekey.core.proof.Scene.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.password.Password;
import dev.rekey.core.proof.PasswordCheck.Result;
import dev.rekey.core.proof.PlainHasher.Work;
import dev.rekey.core.proof.Proof.Reason;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordCheckTest {

  private static final String SECRET = "yellow submarine";

  private final Scene scene = new Scene();
  private final PasswordCheck passwords = scene.passwords();

  @AfterEach
  void everySlotWasGivenBack() {
    assertThat(scene.hasher.slotsOut()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"anna", "anna@example.org", " ANNA@Example.Org "})
  void knowsThePasswordByEveryName(String name) {
    Account anna = scene.person("anna", SECRET);

    assertThat(check(name, SECRET))
        .isInstanceOfSatisfying(
            Result.Right.class, right -> assertThat(right.account()).isEqualTo(anna));
  }

  @Test
  void anyOtherPasswordIsWrong() {
    scene.person("anna", SECRET);

    assertThat(check("anna", SECRET + " ")).isEqualTo(wrongNameOrPassword());
    assertThat(check("anna", "")).isEqualTo(wrongNameOrPassword());
  }

  @Test
  void anAccountIsKnownInItsOwnRealmOnly() {
    scene.personOf(new Realm("other"), "anna", SECRET);

    assertThat(check("anna", SECRET)).isEqualTo(wrongNameOrPassword());
  }

  @Test
  void aRoleThatMayNotSignInIsLikeAnUnknownName() {
    scene.person("ghost", Scene.GHOST, SECRET);

    assertThat(check("ghost", SECRET)).isEqualTo(wrongNameOrPassword());
  }

  @Test
  void aDisabledAccountIsRefusedWhateverIsShown() {
    scene.disable(scene.person("anna", SECRET));

    assertThat(check("anna", SECRET)).isEqualTo(new Result.Wrong(new Reason.Disabled()));
  }

  @Test
  void anAccountWithoutPasswordLoginIsRefusedWhateverIsShown() {
    scene.personWithoutPasswordLogin("anna", SECRET);
    scene.personWithoutPassword("bert");

    assertThat(check("anna", SECRET)).isEqualTo(new Result.Wrong(new Reason.PasswordLoginOff()));
    assertThat(check("bert", SECRET)).isEqualTo(new Result.Wrong(new Reason.PasswordLoginOff()));
  }

  // Nothing tells who exists

  @ParameterizedTest
  @ValueSource(strings = {"anna", "nobody", "disabled", "ghost", "off", "bare", ""})
  void everyWrongTryTakesTheSameWork(String name) {
    everybody();

    assertThat(scene.workOf(() -> check(name, "not it"))).isEqualTo(new Work(1, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"anna", "nobody", "disabled", "ghost", "off", "bare", ""})
  void everyWrongTryAsksTheStoreTheSame(String name) {
    everybody();

    assertThat(scene.callsOf(() -> check(name, "not it")))
        .containsExactly("Accounts.findByLogin", "Attempts.read", "Attempts.count");
  }

  @ParameterizedTest
  @ValueSource(strings = {"anna", "nobody", "disabled", "ghost", "off", "bare"})
  void everyNameIsClosedAfterTheSameNumberOfFailures(String name) {
    everybody();

    for (int i = 0; i < 10; i++) {
      assertThat(check(name, "not it")).isInstanceOf(Result.Wrong.class);
    }

    assertThat(check(name, "not it")).isEqualTo(new Result.TooMany(Duration.ofSeconds(1), false));
    assertThat(check(name, SECRET)).isEqualTo(new Result.TooMany(Duration.ofSeconds(1), false));
  }

  /** Else whoever fails with one spelling and tries another learns whether the name exists. */
  @Test
  void theSpellingOfANameDoesNotTellWhetherItExists() {
    scene.person("anna", SECRET);
    IntStream.range(0, 10).forEach(_ -> check("ANNA", "not it"));
    IntStream.range(0, 10).forEach(_ -> check("NOBODY", "not it"));

    assertThat(check("anna", "not it")).hasSameClassAs(check("nobody", "not it"));
  }

  @Test
  void whoeverIsSentAwayCostsNoHash() {
    scene.person("anna", SECRET);
    IntStream.range(0, 10).forEach(_ -> check("anna", "not it"));

    assertThat(scene.workOf(() -> check("anna", SECRET))).isEqualTo(new Work(0, 0));
  }

  // What is written down

  @Test
  void aFailureIsCountedAndWrittenDownInOneCommit() {
    Account anna = scene.person("anna", SECRET);

    assertThat(scene.commitsOf(() -> check("anna", "not it"))).isOne();

    assertThat(scene.lastEntry())
        .isEqualTo(AuditEntry.of(scene.clock.instant(), HOME, anna.id(), new Event.SignInFailed()));
  }

  @Test
  void aFailureOfNobodyIsWrittenDownToo() {
    check("nobody", "not it");

    assertThat(scene.lastEntry().about()).isEmpty();
    assertThat(scene.lastEntry().event()).isEqualTo(new Event.SignInFailed());
  }

  @Test
  void whatWasTypedIsWrittenNowhere() {
    check("my password by mistake", "not it");

    assertThat(scene.store.trail().toString()).doesNotContain("my password by mistake");
  }

  // Forgiving

  @Test
  void aGoodPasswordForgivesTheFailuresBefore() {
    scene.person("anna", SECRET);
    for (int round = 0; round < 5; round++) {
      IntStream.range(0, 9).forEach(_ -> check("anna", "not it"));
      forgive(check("anna", SECRET));
    }

    assertThat(check("anna", "not it")).isEqualTo(wrongNameOrPassword());
  }

  @Test
  void aGoodPasswordThatNothingStandsAgainstCommitsNothing() {
    scene.person("anna", SECRET);
    forgive(check("anna", SECRET));

    assertThat(scene.commitsOf(() -> forgive(check("anna", SECRET)))).isZero();
  }

  @Test
  void theOwnerGetsInFromAKnownAddressWhateverStrangersDo() {
    scene.person("anna", SECRET);
    forgive(check("anna", SECRET));
    scene.failPatiently("anna", 90, Scene.from("203.0.113.1"));

    assertThat(check("anna", SECRET, Scene.from("203.0.113.2"))).isInstanceOf(Result.TooMany.class);
    assertThat(check("anna", SECRET)).isInstanceOf(Result.Right.class);
  }

  @Test
  void countersSurviveARestart() {
    scene.person("anna", SECRET);
    IntStream.range(0, 10).forEach(_ -> check("anna", "not it"));

    assertThat(scene.restarted().passwords().byName("anna", Password.of(SECRET), HOME))
        .isInstanceOf(Result.TooMany.class);
  }

  // Hashes

  @Test
  @DisplayName("N-24: a hash as it would not be made today is made anew with the good password")
  void anOutdatedHashIsRemade() {
    Account anna = scene.personWithHash("anna", scene.hasher.outdated(SECRET));

    assertThat(scene.workOf(() -> check("anna", SECRET))).isEqualTo(new Work(1, 1));

    Account now = scene.now(anna);
    assertThat(now.credential().hash().orElseThrow().encoded()).startsWith("plain:");
    assertThat(now.credential().version()).isEqualTo(anna.credential().version());
    assertThat(now.credential().changedAt()).isEqualTo(anna.credential().changedAt());
    assertThat(check("anna", SECRET)).isInstanceOf(Result.Right.class);
    assertThat(check("anna", "not it")).isEqualTo(wrongNameOrPassword());
  }

  @Test
  void anOutdatedHashOfADisabledAccountStaysAsItIs() {
    Account anna = scene.personWithHash("anna", scene.hasher.outdated(SECRET));
    scene.disable(anna);

    assertThat(scene.workOf(() -> check("anna", SECRET))).isEqualTo(new Work(1, 0));

    assertThat(scene.now(anna).credential()).isEqualTo(anna.credential());
  }

  @Test
  void aWrongPasswordNeverRemakesAHash() {
    Account anna = scene.personWithHash("anna", scene.hasher.outdated(SECRET));

    check("anna", "not it");

    assertThat(scene.now(anna).credential()).isEqualTo(anna.credential());
  }

  // Overload

  @ParameterizedTest
  @ValueSource(strings = {"anna", "nobody"})
  void anOverloadedServerSaysTheSameToEverybodyAndLeavesNoTrace(String name) {
    everybody();
    Scene.Standing before = scene.standing();
    scene.hasher.fillAfter(0);

    for (int i = 0; i < 20; i++) {
      assertThat(check(name, "not it")).isEqualTo(new Result.Overloaded(PlainHasher.FULL_FOR));
    }
    assertThat(scene.commitsOf(() -> check(name, "not it"))).isZero();

    scene.hasher.fillAfter(Integer.MAX_VALUE);
    assertThat(scene.standing()).isEqualTo(before);
    assertThat(check(name, "not it")).isEqualTo(wrongNameOrPassword());
  }

  private void everybody() {
    scene.person("anna", SECRET);
    scene.disable(scene.person("disabled", SECRET));
    scene.person("ghost", Scene.GHOST, SECRET);
    scene.personWithoutPasswordLogin("off", SECRET);
    scene.personWithoutPassword("bare");
  }

  private Result check(String name, String password) {
    return check(name, password, HOME);
  }

  private Result check(String name, String password, Visit visit) {
    return passwords.byName(name, Password.of(password), visit);
  }

  private void forgive(Result result) {
    List<String> forgiven =
        Optional.of(result)
            .filter(Result.Right.class::isInstance)
            .map(Result.Right.class::cast)
            .orElseThrow()
            .forgiven();
    passwords.forgive(forgiven);
  }

  private static Result wrongNameOrPassword() {
    return new Result.Wrong(new Reason.WrongNameOrPassword());
  }
}
