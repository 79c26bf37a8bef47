package dev.rekey.core.steward;

import static dev.rekey.core.proof.Scene.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.proof.Proof.Reason;
import dev.rekey.core.proof.Scene;
import dev.rekey.core.reset.SpendTicket;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.steward.DisableAccount.Command;
import dev.rekey.core.steward.DisableAccount.Outcome;
import dev.rekey.core.token.Issued;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DisableAccountTest {

  private static final String SECRET = "yellow submarine";

  private final Scene scene = new Scene();
  private final Account admin = scene.person("root", Scene.ADMIN, SECRET);
  private final Account anna = scene.person("anna", SECRET);

  @Test
  void nobodyGetsInAnyMore() {
    Issued grant = scene.signedIn("anna", SECRET);
    String token = scene.resetToken("anna");

    assertThat(disable(administrator(), anna)).isInstanceOf(Outcome.Done.class);

    assertThat(scene.admits(grant)).isFalse();
    assertThat(scene.signIn("anna", SECRET))
        .isEqualTo(new SignIn.Outcome.NotSignedIn(new Reason.Disabled()));
    assertThat(scene.spend(token, "umbrella tulip"))
        .isInstanceOf(SpendTicket.Outcome.Refused.class);
  }

  @Test
  void theOwnerGetsInAgainWhenItIsOpened() {
    Issued grant = scene.signedIn("anna", SECRET);
    disable(administrator(), anna);

    assertThat(enable(administrator(), anna)).isInstanceOf(Outcome.Done.class);

    assertThat(scene.admits("anna", SECRET)).isTrue();
    assertThat(scene.admits(grant)).isFalse();
  }

  @Test
  void itIsWrittenDownWithTheOneWhoDidIt() {
    disable(administrator(), anna);
    assertThat(scene.lastEntry()).isEqualTo(entry(new Event.AccountDisabled()));

    enable(administrator(), anna);
    assertThat(scene.lastEntry()).isEqualTo(entry(new Event.AccountEnabled()));
  }

  @Test
  void theOutcomeShowsTheAccountAsItIsStored() {
    assertThat(disable(Scene.operator(), anna)).isEqualTo(new Outcome.Done(scene.now(anna)));
    assertThat(enable(Scene.operator(), anna)).isEqualTo(new Outcome.Done(scene.now(anna)));
  }

  @Test
  void whoMayNotClosesNothing() {
    Steward user = new Steward.Administrator(scene.caller("anna", SECRET));
    Scene.Standing before = scene.standing();

    assertThat(disable(user, admin)).isEqualTo(new Outcome.NotAllowed());

    assertThat(scene.standing()).isEqualTo(before);
  }

  @Test
  void anUnknownAccountIsNamed() {
    assertThat(disable(Scene.operator(), new Handle.Number(4711)))
        .isEqualTo(new Outcome.NoSuchAccount());
  }

  @Test
  void anAccountOfAnotherRealmIsUnknown() {
    Account elsewhere = scene.personOf(new Realm("other"), "bert", SECRET);

    assertThat(disable(Scene.operator(), new Handle.Hex24(elsewhere.ids().hex24())))
        .isEqualTo(new Outcome.NoSuchAccount());
  }

  private Steward administrator() {
    return new Steward.Administrator(scene.caller("root", SECRET));
  }

  private AuditEntry entry(Event event) {
    return new AuditEntry(
        scene.clock.instant(), HOME, Optional.of(anna.id()), Optional.of(admin.id()), event);
  }

  private Outcome disable(Steward by, Account whose) {
    return disable(by, new Handle.Number(whose.ids().number()));
  }

  private Outcome disable(Steward by, Handle whose) {
    return scene.disableAccount().handle(new Command(by, whose, true, HOME));
  }

  private Outcome enable(Steward by, Account whose) {
    Handle handle = new Handle.Number(whose.ids().number());
    return scene.disableAccount().handle(new Command(by, handle, false, HOME));
  }

  @Test
  void nobodyShutsOutTheGreater() {
    Caller anna = scene.caller("anna", SECRET);
    scene
        .editAccount()
        .handle(
            new EditAccount.Command(
                Scene.operator(),
                new Handle.Hex24(anna.account().ids().hex24()),
                AccountEdit.none()
                    .withPrivileges(Set.of(Capability.UPDATE_ACCOUNTS.name()), Set.of()),
                Scene.HOME));
    Steward updater = new Steward.Administrator(scene.caller("anna", SECRET));

    assertThat(disable(updater, admin)).isEqualTo(new Outcome.NotAllowed());
    assertThat(scene.now(admin).disabled()).isFalse();
  }
}
