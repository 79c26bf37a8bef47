package dev.rekey.core.register;

import static dev.rekey.core.proof.Scene.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Profile;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.letter.TicketLink;
import dev.rekey.core.password.Password;
import dev.rekey.core.policy.EmailRule;
import dev.rekey.core.policy.NewPassword.Wish;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.proof.Claim;
import dev.rekey.core.proof.ConfirmationRule;
import dev.rekey.core.proof.PlainHasher;
import dev.rekey.core.proof.Proof;
import dev.rekey.core.proof.Prover;
import dev.rekey.core.proof.Scene;
import dev.rekey.core.register.SignUp.Command;
import dev.rekey.core.register.SignUp.Outcome;
import dev.rekey.core.reset.SpendTicket;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.store.Together;
import dev.rekey.core.token.Revocation;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignUpTest {

  private static final String SECRET = "yellow submarine";
  private static final String ADDRESS = "anna@example.org";

  private final Scene scene = new Scene();
  private final SignUp signUp = scene.signUp(rules(true));

  @AfterEach
  void everySlotWasGivenBack() {
    assertThat(scene.hasher.slotsOut()).isZero();
  }

  private SignUp.Rules rules(boolean open) {
    return new SignUp.Rules(open, Scene.USER, EmailRule.LABELLED, Optional.of(scene.tokens));
  }

  @Test
  void whoeverComesHasAnAccountAndASession() {
    Outcome.SignedUp made = made(signUp.handle(command(ADDRESS, SECRET)));

    assertThat(made.account().logins().email()).contains(ADDRESS);
    assertThat(made.account().role()).isEqualTo(Scene.USER);
    assertThat(made.account().confirmation().confirmedAt()).isEmpty();
    assertThat(scene.caller(made.issued().orElseThrow()).account()).isEqualTo(made.account());
    assertThat(scene.admits(ADDRESS, SECRET)).isTrue();
  }

  @Test
  void theAccountAndItsSessionAreOneCommit() {
    assertThat(scene.callsOf(() -> signUp.handle(command(ADDRESS, SECRET))))
        .containsExactly("Attempts.countWithin", "Accounts.findByLogin", "Accounts.create");
  }

  @Test
  void theAddressIsKeptInItsCanonicalForm() {
    Outcome.SignedUp made = made(signUp.handle(command("  Anna@Example.ORG ", SECRET)));

    assertThat(made.account().logins().email()).contains(ADDRESS);
  }

  @Test
  void whoHasToConfirmFirstGetsALetterAndNoSession() {
    Command command =
        new Command(
            Optional.of(ADDRESS),
            Optional.empty(),
            Wish.of(Password.of(SECRET)),
            Profile.empty(),
            Optional.of(new TicketLink("https://id.example.org/c/{token}")),
            HOME);

    Outcome.SignedUp made = made(signUp.handle(command));

    assertThat(made.issued()).isEmpty();
    assertThat(scene.store.letters())
        .singleElement()
        .isInstanceOfSatisfying(
            Letter.ConfirmLink.class, letter -> assertThat(letter.to()).isEqualTo(ADDRESS));
  }

  @Test
  void whoMayComeInUnconfirmedGetsALetterAndASession() {
    ConfirmationRule twoDays = new ConfirmationRule(Optional.of(Duration.ofDays(2)));
    SignUp lenient =
        scene.signUp(
            new SignUp.Rules(
                true, Scene.USER, EmailRule.LABELLED, Optional.of(scene.tokens), twoDays));
    Command command =
        new Command(
            Optional.of(ADDRESS),
            Optional.empty(),
            Wish.of(Password.of(SECRET)),
            Profile.empty(),
            Optional.of(Scene.LINK),
            HOME);

    Outcome.SignedUp made = made(lenient.handle(command));

    assertThat(scene.admits(made.issued().orElseThrow())).isTrue();
    assertThat(scene.letters(Letter.ConfirmLink.class)).hasSize(1);
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnceNamesFirst() {
    assertThat(signUp.handle(command("no address", "short")))
        .isEqualTo(
            new Outcome.Refused(
                List.of(new Violation.EmailMalformed(), new Violation.TooShort(8))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   "})
  void aBlankAddressIsNone(String blank) {
    assertThat(signUp.handle(command(blank, SECRET)))
        .isEqualTo(new Outcome.Refused(List.of(new Violation.EmailBlank())));
  }

  @Test
  void anotherAccountsAddressIsTakenInWhateverCase() {
    scene.person("anna", SECRET);

    assertThat(signUp.handle(command("ANNA@example.org", SECRET)))
        .isEqualTo(new Outcome.Refused(List.of(new Violation.EmailTaken())));
  }

  @Test
  void anotherAccountsNameIsNoAddressEither() {
    scene.person(ADDRESS, SECRET);

    assertThat(signUp.handle(command(ADDRESS, SECRET)))
        .isEqualTo(new Outcome.Refused(List.of(new Violation.EmailTaken())));
  }

  @Test
  void thePasswordMustNotBeTheOwnNameOrProfile() {
    Command command =
        new Command(
            Optional.of(ADDRESS),
            Optional.empty(),
            Wish.of(Password.of("Gleasonia")),
            new Profile(Map.of("last_name", "gleasonia")),
            Optional.empty(),
            HOME);

    assertThat(signUp.handle(command))
        .isEqualTo(new Outcome.Refused(List.of(new Violation.Personal())));
  }

  @Test
  void ofManyWhoWantOneAddressAtOnceOneGetsIt() {
    List<Outcome> outcomes = Together.all(50, _ -> signUp.handle(command(ADDRESS, SECRET)));

    assertThat(outcomes).filteredOn(Outcome.SignedUp.class::isInstance).hasSize(1);
    assertThat(outcomes)
        .filteredOn(outcome -> !(outcome instanceof Outcome.SignedUp))
        .allMatch(new Outcome.Refused(List.of(new Violation.EmailTaken()))::equals);
  }

  @Test
  void nobodyMakesAnAccountWhereSignUpIsClosed() {
    assertThat(scene.signUp(rules(false)).handle(command(ADDRESS, SECRET)))
        .isEqualTo(new Outcome.Closed());
    assertThat(scene.store.trail()).isEmpty();
  }

  @Test
  void oneAddressMakesOnlySoManyAccounts() {
    IntStream.range(0, 1000).forEach(i -> signUp.handle(command("p" + i + "@example.org", SECRET)));

    assertThat(signUp.handle(command(ADDRESS, SECRET)))
        .isEqualTo(new Outcome.TooMany(Duration.ofHours(1)));
  }

  @Test
  void nobodyFindsOutAddressesWithoutLimit() {
    scene.person("anna", SECRET);
    IntStream.range(0, 1000).forEach(_ -> signUp.handle(command(ADDRESS, SECRET)));

    assertThat(signUp.handle(command(ADDRESS, SECRET)))
        .isEqualTo(new Outcome.TooMany(Duration.ofHours(1)));
  }

  @Test
  void aFullQueueMakesNothing() {
    scene.hasher.fillAfter(0);

    assertThat(signUp.handle(command(ADDRESS, SECRET)))
        .isEqualTo(new Outcome.Overloaded(PlainHasher.FULL_FOR));
    assertThat(scene.store.trail()).isEmpty();
  }

  @Test
  void theOwnerConfirmsWithTheLettersTicketAndIsToldSoTheSecondTime() {
    Account anna = unconfirmed();
    String token = confirmationToken();

    assertThat(confirm(token)).isInstanceOf(ConfirmEmail.Outcome.Confirmed.class);

    assertThat(scene.now(anna).confirmation().confirmedAt())
        .contains(scene.clock.instant().truncatedTo(ChronoUnit.MILLIS));
    assertThat(confirm(token)).isInstanceOf(ConfirmEmail.Outcome.AlreadyConfirmed.class);
  }

  @Test
  void aTicketThatIsTooOldConfirmsNothing() {
    Account anna = unconfirmed();
    String token = confirmationToken();
    scene.clock.pass(Scene.CONFIRMATION_LIFETIME);

    assertThat(confirm(token))
        .isEqualTo(new ConfirmEmail.Outcome.Refused(new Violation.TicketExpired()));
    assertThat(scene.now(anna).confirmation().confirmedAt()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "unknown"})
  void whatIsNoTicketConfirmsNothing(String token) {
    unconfirmed();

    assertThat(confirm(token)).isInstanceOf(ConfirmEmail.Outcome.Refused.class);
  }

  @Test
  void aTicketOfAnotherPurposeConfirmsNothing() {
    unconfirmed();
    String reset = scene.resetToken(ADDRESS);

    assertThat(confirm(reset))
        .isEqualTo(new ConfirmEmail.Outcome.Refused(new Violation.TicketInvalid()));
    assertThat(scene.spend(confirmationToken(), "umbrella tulip"))
        .isInstanceOf(SpendTicket.Outcome.Refused.class);
  }

  @Test
  void whereAConfirmationIsWantedTheUnconfirmedStayOutside() {
    Outcome.SignedUp made = made(signUp.handle(command(ADDRESS, SECRET)));
    var rule = new ConfirmationRule(Optional.of(Duration.ofDays(1)));
    var rules = new Prover.Rules(Scene.BATCH, Revocation.ALLOW_LIST, rule);
    var claim = new Claim.SignedToken(made.issued().orElseThrow().token());

    assertThat(scene.prover(rules).prove(claim, HOME)).isInstanceOf(Proof.Known.class);

    scene.clock.pass(Duration.ofDays(1));
    assertThat(scene.prover(rules).prove(claim, HOME))
        .isEqualTo(new Proof.Stranger(new Proof.Reason.Unconfirmed()));
    assertThat(scene.signIn(rule).handle(new SignIn.Command(ADDRESS, Password.of(SECRET), HOME)))
        .isEqualTo(new SignIn.Outcome.NotSignedIn(new Proof.Reason.Unconfirmed()));
  }

  private Account unconfirmed() {
    return made(signUp.handle(
            new Command(
                Optional.of(ADDRESS),
                Optional.empty(),
                Wish.of(Password.of(SECRET)),
                Profile.empty(),
                Optional.of(Scene.LINK),
                HOME)))
        .account();
  }

  private String confirmationToken() {
    return scene
        .letters(Letter.ConfirmLink.class)
        .getLast()
        .link()
        .substring(Scene.RESET_ADDRESS.length());
  }

  private ConfirmEmail.Outcome confirm(String token) {
    return scene.confirmEmail().handle(new ConfirmEmail.Command(Optional.of(token), HOME));
  }

  private static Command command(String email, String password) {
    return new Command(
        Optional.of(email),
        Optional.empty(),
        Wish.of(Password.of(password)),
        Profile.empty(),
        Optional.empty(),
        HOME);
  }

  private static Outcome.SignedUp made(Outcome outcome) {
    if (outcome instanceof Outcome.SignedUp made) {
      return made;
    }
    throw new AssertionError("not made: " + outcome);
  }
}
