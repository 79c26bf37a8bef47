package dev.rekey.core.register;

import static dev.rekey.core.proof.Scene.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.audit.Event;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.proof.Proof.Reason;
import dev.rekey.core.proof.Scene;
import dev.rekey.core.register.CancelAccount.Command;
import dev.rekey.core.register.CancelAccount.Outcome;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.store.Together;
import dev.rekey.core.token.Issued;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancelAccountTest {

  private static final String SECRET = "yellow submarine";

  private final Scene scene = new Scene();
  private final CancelAccount cancelAccount = scene.cancelAccount();

  @Test
  void theAccountIsGoneAndItsNameIsFree() {
    scene.person("anna", SECRET);
    Caller caller = scene.caller(scene.signedIn("anna", SECRET));

    assertThat(cancelAccount.handle(new Command(caller, HOME)))
        .isEqualTo(new Outcome.Cancelled(caller.account()));

    assertThat(scene.store.accounts().find(caller.account().id())).isEmpty();
    assertThat(scene.person("anna", "umbrella tulip").id()).isNotEqualTo(caller.account().id());
  }

  @Test
  void nothingOfItAdmitsAnyMore() {
    scene.person("anna", SECRET);
    Issued issued = scene.signedIn("anna", SECRET);

    cancelAccount.handle(new Command(scene.caller(issued), HOME));

    assertThat(scene.admits(issued)).isFalse();
    assertThat(scene.signIn("anna", SECRET))
        .isEqualTo(new SignIn.Outcome.NotSignedIn(new Reason.WrongNameOrPassword()));
  }

  @Test
  void theOwnerHearsOfItAndItStaysWrittenDown() {
    Account anna = scene.person("anna", SECRET);
    Issued issued = scene.signedIn("anna", SECRET);

    cancelAccount.handle(new Command(scene.caller(issued), HOME));

    assertThat(scene.letters(Letter.AccountDeleted.class))
        .singleElement()
        .extracting(Letter.AccountDeleted::to)
        .isEqualTo("anna@example.org");
    assertThat(scene.lastEntry().event()).isEqualTo(new Event.AccountDeleted());
    assertThat(scene.lastEntry().about()).contains(anna.id());
  }

  @Test
  void oneOfTwoAtOnceIsTheDeletion() {
    scene.person("anna", SECRET);
    Caller caller = scene.caller(scene.signedIn("anna", SECRET));

    List<Outcome> outcomes = Together.all(20, _ -> cancelAccount.handle(new Command(caller, HOME)));

    assertThat(outcomes).filteredOn(Outcome.Cancelled.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(Outcome.Gone.class::isInstance).hasSize(19);
  }

  @Test
  void whoMayNotDoesNot() {
    scene.person("kid", Scene.CHILD, SECRET);
    Issued issued = scene.signedIn("kid", SECRET);

    assertThat(cancelAccount.handle(new Command(scene.caller(issued), HOME)))
        .isEqualTo(new Outcome.NotAllowed());
    assertThat(scene.admits(issued)).isTrue();
  }
}
