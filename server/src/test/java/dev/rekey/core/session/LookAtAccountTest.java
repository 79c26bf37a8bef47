package dev.rekey.core.session;

import static dev.rekey.core.proof.Scene.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.proof.Scene;
import dev.rekey.core.session.LookAtAccount.Outcome;
import dev.rekey.core.store.Sequel;
import org.junit.jupiter.api.Test;

class LookAtAccountTest {

  private static final String SECRET = "yellow submarine";
  private static final long MOST = 90;

  private final Scene scene = new Scene();
  private final LookAtAccount look = new LookAtAccount(scene.store.accounts(), scene.doorkeeper);

  @Test
  void saysWhoIsThereAndWhoIsNot() {
    scene.person("anna", SECRET);
    scene.personOf(new Realm("other"), "bert", SECRET);

    assertThat(at("anna")).isEqualTo(new Outcome.Somebody(true, MOST));
    assertThat(at(" Anna@example.org")).isEqualTo(new Outcome.Somebody(true, MOST));
    assertThat(at("bert")).as("of another realm").isEqualTo(new Outcome.Nobody());
    assertThat(at("nobody")).isEqualTo(new Outcome.Nobody());
  }

  @Test
  void countsTheTriesThatAreLeftDownToNone() {
    scene.person("anna", SECRET);

    scene.failPatiently("anna", 3, Scene.from("198.51.100.7"));
    assertThat(at("anna")).isEqualTo(new Outcome.Somebody(true, MOST - 3));

    scene.failPatiently("anna", 87, Scene.from("198.51.100.7"));
    assertThat(at("anna")).isEqualTo(new Outcome.Somebody(true, 0));
  }

  @Test
  void aGoodSignInGivesThemAllBack() {
    scene.person("anna", SECRET);
    scene.failPatiently("anna", 3, HOME);

    scene.signedIn("anna", SECRET);

    assertThat(at("anna")).isEqualTo(new Outcome.Somebody(true, MOST));
  }

  @Test
  void anAddressThatIsPendingIsNotConfirmed() {
    Account anna = scene.person("anna", SECRET);
    AuditEntry entry =
        AuditEntry.of(scene.clock.instant(), HOME, anna.id(), new Event.EmailConfirmed());

    scene
        .store
        .accounts()
        .revise(anna.id(), AccountEdit.none().withPendingEmail("a@example.org"), Sequel.of(entry));

    assertThat(at("anna")).isEqualTo(new Outcome.Somebody(false, MOST));
  }

  private Outcome at(String name) {
    return look.handle(new LookAtAccount.Command(name, HOME));
  }
}
