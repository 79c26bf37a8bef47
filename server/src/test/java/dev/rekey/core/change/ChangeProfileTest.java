package dev.rekey.core.change;

import static dev.rekey.core.proof.Scene.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.audit.Event;
import dev.rekey.core.change.ChangeProfile.Command;
import dev.rekey.core.change.ChangeProfile.Outcome;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.password.Password;
import dev.rekey.core.policy.NewPassword.Wish;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.proof.Proof.Reason;
import dev.rekey.core.proof.Scene;
import dev.rekey.core.register.CancelAccount;
import dev.rekey.core.register.ConfirmEmail;
import dev.rekey.core.reset.SpendTicket;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.store.Together;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeProfileTest {

  private static final String SECRET = "yellow submarine";

  private final Scene scene = new Scene();
  private final Account anna = scene.person("anna", SECRET);
  private final Caller caller = scene.caller(scene.signedIn("anna", SECRET));

  @Test
  void whatIsWishedIsSoAndTheRestStays() {
    change(Wishes.ofProfile(Map.of("city", Optional.of("Porto"), "age", Optional.of("7"))));
    change(Wishes.ofProfile(Map.of("age", Optional.empty(), "pet", Optional.of("cat"))));

    assertThat(scene.now(anna).profile().fields())
        .containsExactlyInAnyOrderEntriesOf(Map.of("city", "Porto", "pet", "cat"));
    assertThat(scene.now(anna).logins()).isEqualTo(anna.logins());
  }

  @Test
  void whatWasChangedIsWrittenDownAndNotToWhat() {
    change(Wishes.ofProfile(Map.of("city", Optional.of("Porto"))));

    assertThat(scene.lastEntry().event()).isEqualTo(new Event.AccountChanged(List.of("city")));
  }

  @Test
  void twoChangesOfDifferentFieldsAtOnceBothHold() {
    Together.all(20, i -> change(Wishes.ofProfile(Map.of("field" + i, Optional.of("value" + i)))));

    assertThat(scene.now(anna).profile().fields()).hasSize(20);
  }

  @Test
  void aNewAddressTakesTheOldOnesPlaceAndTheOldOneHearsOfIt() {
    String token = scene.resetToken("anna");

    assertThat(change(address("New@example.org"))).isInstanceOf(Outcome.Changed.class);

    assertThat(scene.now(anna).logins().email()).contains("new@example.org");
    assertThat(scene.now(anna).logins().uid()).contains("new@example.org");
    assertThat(scene.letters(Letter.EmailChanged.class))
        .singleElement()
        .extracting(Letter.EmailChanged::to)
        .isEqualTo("anna@example.org");
    assertThat(scene.spend(token, "umbrella tulip"))
        .as("what was sent to the old address is void")
        .isInstanceOf(SpendTicket.Outcome.Refused.class);
  }

  @Test
  void aNewAddressThatIsToBeConfirmedWaits() {
    Wishes wishes =
        new Wishes(
            Optional.of("new@example.org"), Optional.empty(), Map.of(), Optional.of(Scene.LINK));

    assertThat(change(wishes)).isInstanceOf(Outcome.Changed.class);
    assertThat(scene.now(anna).logins().email()).contains("anna@example.org");
    assertThat(scene.now(anna).confirmation().pendingEmail()).contains("new@example.org");

    Letter.ConfirmLink letter = scene.letters(Letter.ConfirmLink.class).getLast();
    assertThat(letter.to()).isEqualTo("new@example.org");
    String token = letter.link().substring(Scene.RESET_ADDRESS.length());
    assertThat(scene.confirmEmail().handle(new ConfirmEmail.Command(Optional.of(token), HOME)))
        .isInstanceOf(ConfirmEmail.Outcome.Confirmed.class);
    assertThat(scene.now(anna).logins().email()).contains("new@example.org");
    assertThat(scene.now(anna).confirmation().pendingEmail()).isEmpty();
  }

  @Test
  void anotherAccountsNamesAreTaken() {
    scene.person("ben", SECRET);

    assertThat(change(address("BEN@example.org")))
        .isEqualTo(new Outcome.Refused(List.of(new Violation.EmailTaken())));
    assertThat(change(name("ben")))
        .isEqualTo(new Outcome.Refused(List.of(new Violation.UsernameTaken())));
    assertThat(change(name("anna"))).as("the own one").isInstanceOf(Outcome.Changed.class);
  }

  @Test
  void anotherNameIsTheNameToSignInWith() {
    change(name("anne"));

    assertThat(scene.admits("anne", SECRET)).isTrue();
    assertThat(scene.signIn("anna", SECRET))
        .isEqualTo(new SignIn.Outcome.NotSignedIn(new Reason.WrongNameOrPassword()));
  }

  @Test
  void theCurrentPasswordIsDemandedAndSaidLast() {
    assertThat(handle(address("no address"), Optional.empty(), Demand.ALWAYS))
        .isEqualTo(
            new Outcome.Refused(
                List.of(new Violation.EmailMalformed(), new Violation.CurrentBlank())));
    assertThat(handle(name("anne"), Optional.of(Password.of("not it")), Demand.ALWAYS))
        .isEqualTo(new Outcome.Refused(List.of(new Violation.CurrentWrong())));
    assertThat(handle(name("anne"), Optional.of(Password.of(SECRET)), Demand.ALWAYS))
        .isInstanceOf(Outcome.Changed.class);
  }

  @Test
  void whoMayNotDoesNot() {
    scene.person("kid", Scene.CHILD, SECRET);
    Caller kid = scene.caller(scene.signedIn("kid", SECRET));

    assertThat(
            scene
                .changeProfile()
                .handle(new Command(kid, Optional.empty(), Demand.IF_SENT, name("x"), HOME)))
        .isEqualTo(new Outcome.NotAllowed());
  }

  @Test
  void anAccountThatWasDeletedMeanwhileIsGone() {
    scene.cancelAccount().handle(new CancelAccount.Command(caller, HOME));

    assertThat(change(name("anne"))).isEqualTo(new Outcome.Gone());
  }

  // Together with a password

  @Test
  void passwordAndNamesAreOneCommit() {
    assertThat(
            scene.commitsOf(
                () -> scene.changePassword().handle(both("umbrella tulip", name("anne")))))
        .isEqualTo(1);

    assertThat(scene.admits("anne", "umbrella tulip")).isTrue();
  }

  @Test
  void aNameThatSomebodyTakesMeanwhileChangesNothing() {
    scene.hasher.meanwhile(() -> scene.person("anne", SECRET));

    assertThat(scene.changePassword().handle(both("umbrella tulip", name("anne"))))
        .isEqualTo(new ChangePassword.Outcome.Refused(List.of(new Violation.UsernameTaken())));
    assertThat(scene.admits("anna", SECRET)).isTrue();
  }

  @Test
  void theOthersLiveOnWhereTheMountSaysSo() {
    var other = scene.signedIn("anna", SECRET);

    scene.changePassword(false).handle(both("umbrella tulip", Wishes.none()));

    assertThat(scene.admits(other)).isTrue();
  }

  private ChangePassword.Command both(String next, Wishes wishes) {
    return new ChangePassword.Command(
        caller,
        Optional.empty(),
        Demand.IF_SENT,
        Wish.of(Password.of(next)),
        wishes,
        Optional.empty(),
        HOME);
  }

  private Outcome change(Wishes wishes) {
    return handle(wishes, Optional.empty(), Demand.IF_SENT);
  }

  private Outcome handle(Wishes wishes, Optional<Password> current, Demand demand) {
    return scene.changeProfile().handle(new Command(caller, current, demand, wishes, HOME));
  }

  private static Wishes address(String email) {
    return new Wishes(Optional.of(email), Optional.empty(), Map.of(), Optional.empty());
  }

  private static Wishes name(String username) {
    return new Wishes(Optional.empty(), Optional.of(username), Map.of(), Optional.empty());
  }
}
