package dev.rekey.core.steward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.Realm;
import dev.rekey.core.delegation.Programs;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.proof.Scene;
import dev.rekey.core.steward.FindAccount.Outcome;
import dev.rekey.core.visit.Visit;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindAccountTest {

  private final Programs programs = new Programs();
  private final Scene scene = programs.scene;
  private final Account anna = scene.person("anna", Programs.PASSWORD);
  private final Caller bert = programs.caller(scene.person("bert", Programs.PASSWORD));
  private final Caller boss = programs.caller(scene.person("boss", Scene.ADMIN, Programs.PASSWORD));

  @Test
  void whetherItIsThereIsSaidFirstOfAll() {
    Handle nobody = new Handle.Hex32("f".repeat(32));
    assertThat(find(Optional.empty(), nobody, true)).isEqualTo(new Outcome.NoSuchAccount());
    assertThat(find(Optional.of(boss), nobody, true)).isEqualTo(new Outcome.NoSuchAccount());
    assertThat(find(Optional.empty(), annas(), true)).isEqualTo(new Outcome.NotSignedIn());
  }

  @Test
  void thenWhetherTheCallerMay() {
    assertThat(find(Optional.of(bert), annas(), true)).isEqualTo(new Outcome.NotAllowed());
    assertThat(find(Optional.of(boss), annas(), false)).isInstanceOf(Outcome.Found.class);
  }

  @Test
  void theOwnerMayWhereThatIsSaid() {
    Optional<Caller> owner = Optional.of(programs.caller(anna));
    assertThat(find(owner, annas(), true)).isInstanceOf(Outcome.Found.class);
    assertThat(find(owner, annas(), false)).isEqualTo(new Outcome.NotAllowed());
  }

  @Test
  void anotherRealmsAccountIsNotThere() {
    Visit elsewhere = Scene.visit(new Realm("other"), "192.0.2.7");
    FindAccount.Command command =
        new FindAccount.Command(
            Optional.of(boss), annas(), Capability.VIEW_ACCOUNTS, true, elsewhere);
    assertThat(new FindAccount(scene.store.accounts()).handle(command))
        .isEqualTo(new Outcome.NoSuchAccount());
  }

  private Handle annas() {
    return new Handle.Hex32(anna.ids().hex32());
  }

  private Outcome find(Optional<Caller> caller, Handle whose, boolean ownerToo) {
    return new FindAccount(scene.store.accounts())
        .handle(
            new FindAccount.Command(caller, whose, Capability.VIEW_ACCOUNTS, ownerToo, Scene.HOME));
  }
}
