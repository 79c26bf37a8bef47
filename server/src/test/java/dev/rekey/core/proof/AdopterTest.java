package dev.rekey.core.proof;

import static dev.rekey.core.proof.Scene.HOME;
import static dev.rekey.core.proof.Scene.ROLES;
import static dev.rekey.core.proof.Scene.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Realm;
import dev.rekey.core.adoption.AdoptionWatch.Course;
import dev.rekey.core.adoption.Health;
import dev.rekey.core.adoption.Marks;
import dev.rekey.core.adoption.Newcomer;
import dev.rekey.core.adoption.Testimony;
import dev.rekey.core.adoption.Upstream;
import dev.rekey.core.arrival.Arrival;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.password.Password;
import dev.rekey.core.proof.Proof.Reason;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.session.SignIn.Outcome;
import dev.rekey.core.store.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** First sign-ins, with an old system that says what it is told to. */
class AdopterTest {

  private static final String PASSWORD = "the old lighthouse";

  private final Scene scene = new Scene();
  private final List<Course> courses = Collections.synchronizedList(new ArrayList<>());
  private final FakeUpstream old = new FakeUpstream();
  private Optional<Instant> until = Optional.empty();

  /** Keeps whom it was asked about. */
  private final class FakeUpstream implements Upstream {

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private Testimony testimony = new Testimony.Refused();
    private Runnable meanwhile = () -> {};

    @Override
    public Testimony ask(String name, Password password) {
      asked.add(name);
      meanwhile.run();
      return password.sameAs(Password.of(PASSWORD)) ? testimony : new Testimony.Refused();
    }

    @Override
    public Health health() {
      return Health.unknown();
    }

    void knows(String subject, String name) {
      testimony =
          new Testimony.Vouched(
              new Newcomer(
                  subject,
                  Scene.logins(name),
                  USER,
                  Profile.empty(),
                  Arrival.Ids.none(),
                  true,
                  Optional.empty()));
    }
  }

  private NameCheck names(Duration patience) {
    return new NameCheck(
        scene.passwords(),
        Optional.of(
            new Adopter(
                new Adopter.Settings("wire", ROLES, patience, until),
                scene.passwords(),
                old,
                scene.store.accounts(),
                scene.store.adoptions(),
                new Marks(new byte[32]),
                scene.doorkeeper,
                (_, course) -> courses.add(course),
                scene.clock)));
  }

  private SignIn signIn(ConfirmationRule confirmation) {
    return new SignIn(
        names(Duration.ofSeconds(20)),
        scene.store.grants(),
        scene.tokens,
        3,
        confirmation,
        Optional.empty(),
        Optional.empty(),
        scene.clock);
  }

  private Outcome signIn(String name, String password) {
    return signIn(ConfirmationRule.none())
        .handle(new SignIn.Command(name, Password.of(password), HOME));
  }

  private List<String> trail() {
    return scene.store.trail().stream().map(AuditEntry::event).map(event -> event.name()).toList();
  }

  @Test
  void whoIsVouchedForIsHereAndSignedIn() {
    old.knows("1", "anna");

    assertThat(signIn("anna", PASSWORD)).isInstanceOf(Outcome.SignedIn.class);
    assertThat(trail()).containsExactly("account-adopted", "signed-in");
    assertThat(courses).containsExactly(Course.ADOPTED);
    assertThat(signIn("anna@example.org", PASSWORD)).isInstanceOf(Outcome.SignedIn.class);
    assertThat(old.asked).containsExactly("anna");
  }

  @Test
  void nothingOfTheHashingPoolIsHeldWhileTheOldSystemThinks() {
    old.knows("1", "anna");
    old.meanwhile = () -> assertThat(scene.hasher.slotsOut()).isZero();

    signIn("anna", PASSWORD);

    assertThat(old.asked).hasSize(1);
    assertThat(scene.hasher.slotsOut()).isZero();
  }

  @Test
  void oneHashIsComputedWhoeverItIsAndWhateverIsSaid() {
    scene.person("bert", "another secret");
    old.knows("1", "anna");

    PlainHasher.Work before = scene.hasher.work();
    signIn("bert", "wrong");
    assertThat(scene.hasher.work().since(before)).isEqualTo(new PlainHasher.Work(1, 0));

    before = scene.hasher.work();
    signIn("nobody", "wrong");
    assertThat(scene.hasher.work().since(before)).isEqualTo(new PlainHasher.Work(0, 1));

    before = scene.hasher.work();
    signIn("anna", PASSWORD);
    assertThat(scene.hasher.work().since(before)).isEqualTo(new PlainHasher.Work(0, 1));
  }

  @Test
  void whereThePoolIsFullTheOldSystemIsNotAsked() {
    scene.hasher.fillAfter(0);

    assertThat(signIn("anna", PASSWORD)).isEqualTo(new Outcome.Overloaded(PlainHasher.FULL_FOR));
    assertThat(old.asked).isEmpty();
  }

  @Test
  void aFullPoolAfterwardsLosesNothing() {
    old.knows("1", "anna");
    old.meanwhile = () -> scene.hasher.fillAfter(0);

    assertThat(signIn("anna", PASSWORD)).isInstanceOf(Outcome.SignedIn.class);
  }

  @Test
  void noAnswerIsNoGuess() {
    old.testimony = new Testimony.Unreachable(Duration.ofSeconds(7));

    for (int i = 0; i < 50; i++) {
      assertThat(signIn("anna", PASSWORD)).isEqualTo(new Outcome.Overloaded(Duration.ofSeconds(7)));
    }
    old.knows("1", "anna");
    assertThat(signIn("anna", PASSWORD)).isInstanceOf(Outcome.SignedIn.class);
  }

  @Test
  void whatIsRefusedThereIsAGuessHereAndGuessesEnd() {
    old.knows("1", "anna");
    for (int i = 0; i < 10; i++) {
      assertThat(signIn("anna", "wrong " + i))
          .isEqualTo(new Outcome.NotSignedIn(new Reason.WrongNameOrPassword()));
    }

    assertThat(signIn("anna", PASSWORD)).isInstanceOf(Outcome.TooMany.class);
    assertThat(old.asked).hasSize(10);
    assertThat(trail()).hasSize(10).containsOnly("sign-in-failed");
  }

  @Test
  void manyGuessesAtOnceDoNotOutrunTheirCounter() {
    SignIn door = signIn(ConfirmationRule.none());

    Together.all(40, i -> door.handle(new SignIn.Command("anna", Password.of("wrong " + i), HOME)));

    assertThat(old.asked).hasSize(10);
  }

  @Test
  void whoWaitsTooLongForTheSameNameComesAgain() {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    old.meanwhile =
        () -> {
          asked.countDown();
          await(done);
        };
    NameCheck names = names(Duration.ofMillis(1));
    Thread first = Thread.startVirtualThread(() -> check(names));
    await(asked);

    assertThat(check(names))
        .isEqualTo(
            new NameCheck.Outcome.Checked(
                new PasswordCheck.Result.Overloaded(Duration.ofSeconds(1))));
    done.countDown();
    join(first);
  }

  private static NameCheck.Outcome check(NameCheck names) {
    return names.check("anna", Password.of(PASSWORD), HOME, _ -> Optional.empty());
  }

  @Test
  void aNameThatIsSomebodyElsesIsToldToTheOperatorAlone() {
    Account mine = scene.person("anna", "another secret");
    old.knows("1", "anna");

    assertThat(signIn("anni", PASSWORD))
        .isEqualTo(new Outcome.NotSignedIn(new Reason.WrongNameOrPassword()));
    assertThat(trail()).endsWith("adoption-refused");
    assertThat(courses).containsExactly(Course.COLLIDED);
    assertThat(scene.store.accounts().find(mine.id())).contains(mine);
  }

  @Test
  void whoWasQuickerOnAnotherNodeIsCheckedHere() {
    old.knows("1", "anna");
    old.meanwhile = () -> scene.person("anna", PASSWORD);

    assertThat(signIn("anna", PASSWORD)).isInstanceOf(Outcome.SignedIn.class);
    assertThat(scene.store.accounts().count(Realm.MAIN)).isEqualTo(1);
  }

  @Test
  void afterItsLastDayTheOldSystemIsNotAsked() {
    old.knows("1", "anna");
    until = Optional.of(scene.clock.instant());

    assertThat(signIn("anna", PASSWORD)).isInstanceOf(Outcome.NotSignedIn.class);
    assertThat(old.asked).isEmpty();
  }

  @Test
  void whoMayNotSignInIsNotAskedAbout() {
    scene.made(Scene.draft("ghost", Scene.GHOST, Optional.empty()));
    scene.disable(scene.personWithoutPassword("closed"));
    old.knows("1", "ghost");

    assertThat(signIn("ghost", PASSWORD)).isInstanceOf(Outcome.NotSignedIn.class);
    assertThat(signIn("closed", PASSWORD)).isInstanceOf(Outcome.NotSignedIn.class);
    assertThat(old.asked).isEmpty();
  }

  @Test
  void aRoleThatMayNotSignInMayNotOnTheOldSystemsWordEither() {
    old.testimony =
        new Testimony.Vouched(
            new Newcomer(
                "1",
                Scene.logins("anna"),
                Scene.GHOST,
                Profile.empty(),
                Arrival.Ids.none(),
                true,
                Optional.empty()));

    assertThat(signIn("anna", PASSWORD))
        .isEqualTo(new Outcome.NotSignedIn(new Reason.WrongNameOrPassword()));
    assertThat(trail()).containsExactly("account-adopted");
  }

  @Test
  void whoHasToConfirmAnAddressIsHereAndNotIn() {
    old.testimony =
        new Testimony.Vouched(
            new Newcomer(
                "1",
                Scene.logins("anna"),
                USER,
                Profile.empty(),
                Arrival.Ids.none(),
                false,
                Optional.empty()));
    SignIn strict = signIn(new ConfirmationRule(Optional.of(Duration.ZERO)));

    assertThat(strict.handle(new SignIn.Command("anna", Password.of(PASSWORD), HOME)))
        .isEqualTo(new Outcome.NotSignedIn(new Reason.Unconfirmed()));
    assertThat(trail()).containsExactly("account-adopted");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
