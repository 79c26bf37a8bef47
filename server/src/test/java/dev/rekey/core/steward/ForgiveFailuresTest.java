package dev.rekey.core.steward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Handle;
import dev.rekey.core.proof.Scene;
import dev.rekey.core.session.SignIn;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A steward opens an account again that too many failures have shut. */
class ForgiveFailuresTest {

  private static final String PASSWORD = "quiet harbour lantern";

  private final Scene scene = new Scene();
  private final Account anna = scene.person("anna", PASSWORD);

  private ForgiveFailures.Outcome forgive(Steward by, Handle whose) {
    return new ForgiveFailures(scene.store.accounts(), scene.doorkeeper, scene.clock)
        .handle(new ForgiveFailures.Command(by, whose, Scene.HOME));
  }

  private Handle annas() {
    return new Handle.Hex32(anna.ids().hex32());
  }

  @Test
  void theAccountIsOpenAtOnceAndItIsWrittenDown() {
    for (int i = 0; i < 10; i++) {
      scene.signIn("anna", "wrong");
    }
    assertThat(scene.signIn("anna", PASSWORD)).isInstanceOf(SignIn.Outcome.TooMany.class);

    assertThat(forgive(new Steward.Operator(), annas()))
        .isInstanceOf(ForgiveFailures.Outcome.Forgiven.class);

    assertThat(scene.store.audit().latest(anna.id(), 1)).isEqualTo(List.of("unlocked"));
    assertThat(scene.signIn("anna", PASSWORD)).isInstanceOf(SignIn.Outcome.SignedIn.class);
  }

  @Test
  void whoMayNotDoesNot() {
    scene.person("bert", PASSWORD);
    Steward bert = new Steward.Administrator(scene.caller("bert", PASSWORD));

    assertThat(forgive(bert, annas())).isEqualTo(new ForgiveFailures.Outcome.NotAllowed());
    assertThat(forgive(bert, new Handle.Hex32("f".repeat(32))))
        .isEqualTo(new ForgiveFailures.Outcome.NotAllowed());
  }

  @Test
  void nobodyHasNothingToForgive() {
    assertThat(forgive(new Steward.Operator(), new Handle.Hex32("f".repeat(32))))
        .isEqualTo(new ForgiveFailures.Outcome.NoSuchAccount());
  }
}
