package dev.rekey.core.steward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Handle;
import dev.rekey.core.audit.AuditLine;
import dev.rekey.core.proof.Scene;
import dev.rekey.core.steward.SeeStanding.Outcome;
import dev.rekey.core.steward.SeeStanding.Outcome.Seen;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A steward sees how an account stands. */
class SeeStandingTest {

  private static final String PASSWORD = "quiet harbour lantern";

  private final Scene scene = new Scene();
  private final Account root = scene.person("root", Scene.ADMIN, PASSWORD);
  private final Account anna = scene.person("anna", PASSWORD);

  private Outcome see(Steward by, Handle whose) {
    return new SeeStanding(scene.store.accounts(), scene.store.audit(), scene.doorkeeper)
        .handle(new SeeStanding.Command(by, whose, Scene.HOME));
  }

  private Seen seen(Steward by, Account account) {
    return (Seen) see(by, new Handle.Hex32(account.ids().hex32()));
  }

  private Steward as(String name) {
    return new Steward.Administrator(scene.caller(name, PASSWORD));
  }

  @Test
  void nothingStandsAgainstANewAccount() {
    Seen seen = seen(as("root"), anna);

    assertThat(seen.account()).isEqualTo(anna);
    assertThat(seen.within()).isTrue();
    assertThat(seen.standing().failures()).isZero();
    assertThat(seen.standing().retryAfter()).isZero();
    assertThat(seen.standing().locked()).isFalse();
    assertThat(seen.lines()).extracting(AuditLine::event).containsExactly("account-created");
  }

  @Test
  void failuresAreCountedAndStrangersWait() {
    for (int i = 0; i < 10; i++) {
      scene.signIn("anna", "wrong");
    }

    assertThat(seen(as("root"), anna).standing().failures()).isEqualTo(10);
    assertThat(seen(as("root"), anna).standing().retryAfter()).isEqualTo(Duration.ofSeconds(1));
    assertThat(seen(as("root"), anna).standing().locked()).isFalse();
  }

  @Test
  void whoeverFailedForLongHasLockedIt() {
    scene.failPatiently("anna", 90, Scene.from("192.0.2.77"));

    assertThat(seen(as("root"), anna).standing().locked()).isTrue();
  }

  @Test
  void looseRightsSeeTheGreaterWithoutReachingItAndNoTrail() {
    scene
        .editAccount()
        .handle(
            new EditAccount.Command(
                Scene.operator(),
                new Handle.Hex32(anna.ids().hex32()),
                AccountEdit.none()
                    .withPrivileges(Set.of(Capability.VIEW_ACCOUNTS.name()), Set.of()),
                Scene.HOME));

    assertThat(seen(as("anna"), root).within()).isFalse();
    assertThat(seen(as("anna"), root).lines()).isEmpty();
  }

  @Test
  void whoMayNotIsNotToldWhetherItIsThere() {
    assertThat(see(as("anna"), new Handle.Hex32(root.ids().hex32())))
        .isEqualTo(new Outcome.NotAllowed());
    assertThat(see(as("anna"), new Handle.Hex32("f".repeat(32))))
        .isEqualTo(new Outcome.NotAllowed());
    assertThat(see(as("root"), new Handle.Hex32("f".repeat(32))))
        .isEqualTo(new Outcome.NoSuchAccount());
  }
}
