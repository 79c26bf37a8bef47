package dev.rekey.core.steward;

import static dev.rekey.core.proof.Scene.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.audit.Event;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.password.Password;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.proof.Scene;
import dev.rekey.core.reset.SpendTicket;
import dev.rekey.core.steward.EditAccount.Command;
import dev.rekey.core.steward.EditAccount.Outcome;
import dev.rekey.core.store.Together;
import dev.rekey.core.token.Issued;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EditAccountTest {

  private static final String SECRET = "yellow submarine";

  private final Scene scene = new Scene();
  private final Account root = scene.person("root", Scene.ADMIN, SECRET);
  private final Account anna = scene.person("anna", SECRET);

  @Test
  void whatIsEditedIsSoAndTheRestStays() {
    AccountEdit edit =
        AccountEdit.none().withUsername("anne").withProfile(Map.of("city", Optional.of("Porto")));

    assertThat(edit(administrator(), edit)).isInstanceOf(Outcome.Edited.class);

    assertThat(scene.now(anna).logins().username()).contains("anne");
    assertThat(scene.now(anna).logins().email()).isEqualTo(anna.logins().email());
    assertThat(scene.now(anna).profile().get("city")).contains("Porto");
  }

  @Test
  void itIsWrittenDownWithTheOneWhoDidIt() {
    edit(administrator(), AccountEdit.none().withUsername("anne"));

    assertThat(scene.lastEntry().event()).isEqualTo(new Event.AccountChanged(List.of("username")));
    assertThat(scene.lastEntry().by()).contains(root.id());
    assertThat(scene.lastEntry().about()).contains(anna.id());
  }

  @Test
  void anotherRoleSignsOutEverywhere() {
    Issued issued = scene.signedIn("anna", SECRET);

    edit(administrator(), AccountEdit.none().withRole(Scene.CHILD));

    assertThat(scene.admits(issued)).isFalse();
    assertThat(scene.caller(scene.signedIn("anna", SECRET)).may(Capability.CHANGE_OWN_PASSWORD))
        .isFalse();
  }

  @Test
  void aDisabledAccountIsSignedOutAndANewAddressVoidsLetters() {
    Issued issued = scene.signedIn("anna", SECRET);
    edit(administrator(), AccountEdit.none().withDisabled(true));
    assertThat(scene.admits(issued)).isFalse();
    edit(administrator(), AccountEdit.none().withDisabled(false));
    String token = scene.resetToken("anna");

    edit(administrator(), AccountEdit.none().withEmail("new@example.org"));

    assertThat(scene.spend(token, "umbrella tulip"))
        .isInstanceOf(SpendTicket.Outcome.Refused.class);
    assertThat(scene.letters(Letter.EmailChanged.class))
        .singleElement()
        .extracting(Letter.EmailChanged::to)
        .isEqualTo("anna@example.org");
  }

  @Test
  void aPrivilegeIsWorthACapabilityUntilItIsRevoked() {
    String list = Capability.LIST_ACCOUNTS.name();
    edit(administrator(), AccountEdit.none().withPrivileges(Set.of(list, "oz_x"), Set.of()));

    assertThat(scene.caller("anna", SECRET).may(Capability.LIST_ACCOUNTS)).isTrue();
    assertThat(scene.caller("anna", SECRET).may(Capability.DELETE_ACCOUNTS)).isFalse();

    edit(administrator(), AccountEdit.none().withPrivileges(Set.of(), Set.of(list)));
    assertThat(scene.caller("anna", SECRET).may(Capability.LIST_ACCOUNTS)).isFalse();
    assertThat(scene.now(anna).privileges()).containsExactly("oz_x");
  }

  @Test
  void grantsAtOnceAllHold() {
    Together.all(
        20,
        i -> edit(administrator(), AccountEdit.none().withPrivileges(Set.of("p" + i), Set.of())));

    assertThat(scene.now(anna).privileges()).hasSize(20);
  }

  @Test
  void eachKindOfEditIsARightOfItsOwn() {
    scene.person("ben", SECRET);
    grant("ben", Capability.UPDATE_ACCOUNTS);
    Steward ben = new Steward.Administrator(scene.caller("ben", SECRET));

    assertThat(edit(ben, AccountEdit.none().withUsername("anne")))
        .isInstanceOf(Outcome.Edited.class);
    assertThat(edit(ben, AccountEdit.none().withRole(Scene.ADMIN)))
        .isEqualTo(new Outcome.NotAllowed());
    assertThat(edit(ben, AccountEdit.none().withPrivileges(Set.of("x"), Set.of())))
        .isEqualTo(new Outcome.NotAllowed());
    assertThat(edit(ben, AccountEdit.none().withPasswordLogin(false)))
        .isEqualTo(new Outcome.NotAllowed());
  }

  @Test
  void anEditOfNothingShowsNobodyAnAccountEither() {
    scene.person("ben", SECRET);
    Steward ben = new Steward.Administrator(scene.caller("ben", SECRET));

    assertThat(edit(ben, AccountEdit.none())).isEqualTo(new Outcome.NotAllowed());
    assertThat(edit(administrator(), AccountEdit.none())).isInstanceOf(Outcome.Edited.class);
  }

  @Test
  void nobodyLaysHandsOnTheGreater() {
    scene.person("ben", SECRET);
    for (Capability capability :
        List.of(
            Capability.UPDATE_ACCOUNTS,
            Capability.DELETE_ACCOUNTS,
            Capability.SET_PASSWORDS,
            Capability.CREATE_ACCOUNTS)) {
      grant("ben", capability);
    }
    Steward ben = new Steward.Administrator(scene.caller("ben", SECRET));

    assertThat(
            scene
                .editAccount()
                .handle(
                    new Command(
                        ben, handle(root), AccountEdit.none().withEmail("b@example.org"), HOME)))
        .isEqualTo(new Outcome.NotAllowed());
    assertThat(scene.deleteAccount().handle(new DeleteAccount.Command(ben, handle(root), HOME)))
        .isEqualTo(new DeleteAccount.Outcome.NotAllowed());
    assertThat(
            scene
                .setPassword()
                .handle(
                    new SetPassword.Command(
                        ben, handle(root), Password.of("umbrella tulip"), HOME)))
        .isEqualTo(new SetPassword.Outcome.NotAllowed());
    assertThat(create(ben, Scene.ADMIN)).isEqualTo(new CreateAccount.Outcome.NotAllowed());
    assertThat(create(ben, Scene.USER)).isInstanceOf(CreateAccount.Outcome.Created.class);
  }

  private CreateAccount.Outcome create(Steward by, Role role) {
    return scene
        .createAccount()
        .handle(
            new CreateAccount.Command(
                by,
                Scene.logins("made-by-ben"),
                role,
                Profile.empty(),
                Optional.empty(),
                CreateAccount.Ids.fresh(),
                HOME));
  }

  @Test
  void whoMaySetPasswordsMaySwitchThemWithoutMore() {
    scene.person("ben", SECRET);
    grant("ben", Capability.SET_PASSWORDS);
    Steward ben = new Steward.Administrator(scene.caller("ben", SECRET));

    assertThat(edit(ben, AccountEdit.none().withPasswordLogin(false)))
        .isInstanceOf(Outcome.Edited.class);
    assertThat(scene.admits("anna", SECRET)).isFalse();
    assertThat(edit(ben, AccountEdit.none().withPasswordLogin(true).withUsername("anne")))
        .isEqualTo(new Outcome.NotAllowed());
  }

  @Test
  void unknownRolesTakenNamesAndNobodyAreRefused() {
    assertThat(edit(administrator(), AccountEdit.none().withRole(new Role("wizard"))))
        .isEqualTo(new Outcome.UnknownRole());
    assertThat(edit(administrator(), AccountEdit.none().withUsername("root")))
        .isEqualTo(new Outcome.Refused(List.of(new Violation.UsernameTaken())));
    assertThat(
            scene
                .editAccount()
                .handle(
                    new Command(
                        administrator(),
                        new Handle.Hex24("f".repeat(24)),
                        AccountEdit.none(),
                        HOME)))
        .isEqualTo(new Outcome.NoSuchAccount());
  }

  @Test
  void anotherRealmsAccountIsNobody() {
    Account other = scene.personOf(new Realm("other"), "anna", SECRET);

    assertThat(
            scene
                .editAccount()
                .handle(new Command(administrator(), handle(other), AccountEdit.none(), HOME)))
        .isEqualTo(new Outcome.NoSuchAccount());
    assertThat(
            scene
                .deleteAccount()
                .handle(new DeleteAccount.Command(administrator(), handle(other), HOME)))
        .isEqualTo(new DeleteAccount.Outcome.NoSuchAccount());
  }

  // Deleting

  @Test
  void aDeletedAccountIsGoneAndOneOfTwoAtOnceDidIt() {
    Issued issued = scene.signedIn("anna", SECRET);
    Steward by = administrator();

    List<DeleteAccount.Outcome> outcomes =
        Together.all(
            20,
            _ -> scene.deleteAccount().handle(new DeleteAccount.Command(by, handle(anna), HOME)));

    assertThat(outcomes).filteredOn(DeleteAccount.Outcome.Deleted.class::isInstance).hasSize(1);
    assertThat(scene.admits(issued)).isFalse();
    assertThat(scene.lastEntry().event()).isEqualTo(new Event.AccountDeleted());
    assertThat(scene.lastEntry().by()).contains(root.id());
  }

  // Sending a reset

  @Test
  void whoMaySendResetsCanNeitherSetNorSee() {
    scene.person("ben", SECRET);
    grant("ben", Capability.SEND_RESETS);
    Steward ben = new Steward.Administrator(scene.caller("ben", SECRET));

    assertThat(send(ben, anna)).isEqualTo(new SendReset.Outcome.Sent());

    assertThat(scene.letters(Letter.ResetLink.class))
        .singleElement()
        .extracting(Letter.ResetLink::to)
        .isEqualTo("anna@example.org");
    assertThat(scene.admits("anna", SECRET)).as("the old one still opens").isTrue();
    assertThat(ben.may(Capability.SET_PASSWORDS)).isFalse();
  }

  @Test
  void thereIsALimitToResetLetters() {
    IntStream.range(0, 5).forEach(_ -> send(administrator(), anna));

    assertThat(send(administrator(), anna))
        .isEqualTo(new SendReset.Outcome.TooMany(Duration.ofHours(1)));
  }

  @Test
  void nobodyGetsALetterWhoCannotUseIt() {
    Account kid = scene.person("kid", Scene.CHILD, SECRET);
    Account mute = scene.personWithoutAddress("mute", SECRET);
    scene.disable(anna);

    assertThat(send(administrator(), kid)).isEqualTo(new SendReset.Outcome.NotPossible());
    assertThat(send(administrator(), mute)).isEqualTo(new SendReset.Outcome.NotPossible());
    assertThat(send(administrator(), anna)).isEqualTo(new SendReset.Outcome.NotPossible());
  }

  @ParameterizedTest
  @EnumSource(names = {"SIGN_IN", "CHANGE_OWN_PASSWORD", "RESET_OWN_PASSWORD"})
  void whatEverybodyMayIsNoRightOverOthers(Capability common) {
    Caller caller = scene.caller("anna", SECRET);
    assertThat(caller.may(common)).isTrue();
    Steward nobody = new Steward.Administrator(caller);

    assertThat(edit(nobody, AccountEdit.none().withUsername("x")))
        .isEqualTo(new Outcome.NotAllowed());
    assertThat(send(nobody, root)).isEqualTo(new SendReset.Outcome.NotAllowed());
    assertThat(scene.deleteAccount().handle(new DeleteAccount.Command(nobody, handle(root), HOME)))
        .isEqualTo(new DeleteAccount.Outcome.NotAllowed());
  }

  private SendReset.Outcome send(Steward by, Account whose) {
    return scene.sendReset().handle(new SendReset.Command(by, handle(whose), Scene.LINK, HOME));
  }

  private void grant(String name, Capability capability) {
    Account account = scene.store.accounts().findByLogin(Realm.MAIN, name).orElseThrow();
    AccountEdit edit = AccountEdit.none().withPrivileges(Set.of(capability.name()), Set.of());
    scene.editAccount().handle(new Command(new Steward.Operator(), handle(account), edit, HOME));
  }

  private Outcome edit(Steward by, AccountEdit edit) {
    return scene.editAccount().handle(new Command(by, handle(anna), edit, HOME));
  }

  private Steward administrator() {
    return new Steward.Administrator(scene.caller("root", SECRET));
  }

  private static Handle handle(Account account) {
    return new Handle.Hex24(account.ids().hex24());
  }

  @Test
  void whatWasSeenOtherwiseIsNotEdited() {
    Optional<Instant> seen = Optional.of(scene.now(anna).updatedAt());
    scene.clock.pass(Duration.ofSeconds(1));
    edit(administrator(), AccountEdit.none().withUsername("anne"));
    Account now = scene.now(anna);

    assertThat(editAsSeen(seen)).isEqualTo(new Outcome.Overtaken());
    assertThat(scene.now(anna)).isEqualTo(now);
    assertThat(editAsSeen(Optional.of(now.updatedAt()))).isInstanceOf(Outcome.Edited.class);
    assertThat(editAsSeen(Optional.empty())).isInstanceOf(Outcome.Edited.class);
  }

  private Outcome editAsSeen(Optional<Instant> seen) {
    scene.clock.pass(Duration.ofSeconds(1));
    AccountEdit edit = AccountEdit.none().withUsername("late");
    return scene.editAccount().handle(new Command(administrator(), handle(anna), edit, seen, HOME));
  }
}
