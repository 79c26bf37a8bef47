package dev.rekey.core.steward;

import static dev.rekey.core.proof.Scene.HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Role;
import dev.rekey.core.audit.Event;
import dev.rekey.core.password.Password;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.proof.PlainHasher;
import dev.rekey.core.proof.PlainHasher.Work;
import dev.rekey.core.proof.Scene;
import dev.rekey.core.steward.CreateAccount.Command;
import dev.rekey.core.steward.CreateAccount.Ids;
import dev.rekey.core.steward.CreateAccount.Outcome;
import dev.rekey.core.store.Together;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreateAccountTest {

  private static final String SECRET = "yellow submarine";

  private final Scene scene = new Scene();

  @AfterEach
  void everySlotWasGivenBack() {
    assertThat(scene.hasher.slotsOut()).isZero();
  }

  @Test
  void theNewAccountOpensWithItsPassword() {
    Account anna = created(create("anna", SECRET));

    assertThat(anna).isEqualTo(scene.now(anna));
    assertThat(anna.role()).isEqualTo(Scene.USER);
    assertThat(anna.disabled()).isFalse();
    assertThat(scene.admits("anna", SECRET)).isTrue();
  }

  @Test
  void anAccountMayBeMadeWithoutAPassword() {
    Account anna =
        created(create(Scene.operator(), "anna", Scene.USER, Optional.empty(), Ids.fresh()));

    assertThat(anna.credential().hash()).isEmpty();
    assertThat(scene.admits("anna", SECRET)).isFalse();
  }

  @Test
  void whatDoesNotReadAsAnAddressIsNone() {
    Logins logins = Logins.of(Optional.of("no address"), Optional.of("anna"));

    assertThat(create(logins))
        .isEqualTo(new Outcome.Refused(List.of(new Violation.EmailMalformed())));
  }

  @Test
  void idsThatMustBeKeptAreKept() {
    Ids ids =
        new Ids(
            Optional.of(1932L),
            Optional.of("5a62be07de34500146d9c544"),
            Optional.of("0123456789abcdef0123456789abcdef"));

    Account anna = created(create(Scene.operator(), "anna", Scene.USER, password(SECRET), ids));

    assertThat(anna.ids().number()).isEqualTo(1932);
    assertThat(anna.ids().hex24()).isEqualTo("5a62be07de34500146d9c544");
    assertThat(anna.ids().hex32()).isEqualTo("0123456789abcdef0123456789abcdef");
  }

  @Test
  void itIsWrittenDown() {
    Account anna = created(create("anna", SECRET));

    assertThat(scene.lastEntry().about()).contains(anna.id());
    assertThat(scene.lastEntry().event()).isEqualTo(new Event.AccountCreated("user"));
  }

  @Test
  void whoMayManageAccountsMay() {
    scene.person("root", Scene.ADMIN, SECRET);
    Steward administrator = new Steward.Administrator(scene.caller("root", SECRET));

    assertThat(create(administrator, "anna", Scene.USER, password(SECRET), Ids.fresh()))
        .isInstanceOf(Outcome.Created.class);
  }

  /** An administrator's deed must not look like the machine's. */
  @Test
  void itIsWrittenDownWithTheOneWhoDidIt() {
    Account root = scene.person("root", Scene.ADMIN, SECRET);
    Steward administrator = new Steward.Administrator(scene.caller("root", SECRET));

    create(administrator, "anna", Scene.USER, password(SECRET), Ids.fresh());

    assertThat(scene.lastEntry().by()).contains(root.id());
  }

  @Test
  void idsThatNoWireTakesAreNoIds() {
    assertThatThrownBy(() -> ids(Optional.of(0L), Optional.empty(), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ids(Optional.empty(), Optional.of("5A62"), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ids(Optional.empty(), Optional.empty(), Optional.of("5a62")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  // Not done

  @Test
  void whoMayNotMakesNothing() {
    scene.person("bert", SECRET);
    Steward user = new Steward.Administrator(scene.caller("bert", SECRET));
    Scene.Standing before = scene.standing();

    assertThat(create(user, "anna", Scene.USER, password(SECRET), Ids.fresh()))
        .isEqualTo(new Outcome.NotAllowed());

    assertThat(scene.standing()).isEqualTo(before);
  }

  @Test
  void aRoleThatNobodyConfiguredIsUnknown() {
    assertThat(create(Scene.operator(), "anna", new Role("wizard"), password(SECRET), Ids.fresh()))
        .isEqualTo(new Outcome.UnknownRole());
  }

  @Test
  void aNameThatIsTakenIsNamed() {
    scene.person("anna", SECRET);

    assertThat(create(Logins.of(Optional.of("ANNA@example.org"), Optional.empty())))
        .isEqualTo(new Outcome.Taken("email"));
    assertThat(create(Logins.of(Optional.empty(), Optional.of("anna"))))
        .isEqualTo(new Outcome.Taken("username"));
  }

  @Test
  void anIdThatIsTakenIsNamed() {
    Account anna = scene.person("anna", SECRET);
    Ids ids = new Ids(Optional.of(anna.ids().number()), Optional.empty(), Optional.empty());

    assertThat(create(Scene.operator(), "bert", Scene.USER, password(SECRET), ids))
        .isEqualTo(new Outcome.Taken("id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "anna@example.org", "anna1234", "Gleason1"})
  void aRefusedPasswordMakesNothingAndCostsNoHash(String password) {
    assertThat(scene.workOf(() -> create("anna", password))).isEqualTo(new Work(0, 0));

    assertThat(create("anna", password)).isInstanceOf(Outcome.Refused.class);
    assertThat(scene.standing().accounts()).isEmpty();
  }

  @Test
  void theReasonsAreNamed() {
    assertThat(create("anna", "short"))
        .isEqualTo(new Outcome.Refused(List.of(new Violation.TooShort(8))));
    assertThat(create("anna", "Gleason1"))
        .isEqualTo(new Outcome.Refused(List.of(new Violation.Personal())));
  }

  @Test
  void anOverloadedServerSaysSoAndMakesNothing() {
    scene.hasher.fillAfter(0);

    assertThat(create("anna", SECRET)).isEqualTo(new Outcome.Overloaded(PlainHasher.FULL_FOR));

    assertThat(scene.standing().accounts()).isEmpty();
  }

  @Test
  void oneOfManyGetsTheName() {
    List<Outcome> outcomes = Together.all(50, _ -> create("anna", SECRET));

    assertThat(outcomes).filteredOn(Outcome.Created.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(new Outcome.Taken("email")::equals).hasSize(49);
  }

  private Outcome create(String name, String password) {
    return create(Scene.operator(), name, Scene.USER, password(password), Ids.fresh());
  }

  private Outcome create(Steward by, String name, Role role, Optional<Password> password, Ids ids) {
    return scene
        .createAccount()
        .handle(
            new Command(
                by,
                Scene.logins(name),
                role,
                new Profile(Map.of("last_name", "Gleason")),
                password,
                ids,
                HOME));
  }

  private Outcome create(Logins logins) {
    return scene
        .createAccount()
        .handle(
            new Command(
                Scene.operator(),
                logins,
                Scene.USER,
                Profile.empty(),
                Optional.empty(),
                Ids.fresh(),
                HOME));
  }

  private static Ids ids(Optional<Long> number, Optional<String> hex24, Optional<String> hex32) {
    return new Ids(number, hex24, hex32);
  }

  private static Optional<Password> password(String text) {
    return Optional.of(Password.of(text));
  }

  private static Account created(Outcome outcome) {
    if (outcome instanceof Outcome.Created(Account account)) {
      return account;
    }
    throw new AssertionError("not created: " + outcome);
  }
}
