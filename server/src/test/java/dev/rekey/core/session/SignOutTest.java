package dev.rekey.core.session;

import static dev.rekey.core.proof.Scene.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.audit.Event;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.proof.Claim;
import dev.rekey.core.proof.ConfirmationRule;
import dev.rekey.core.proof.Proof;
import dev.rekey.core.proof.Prover;
import dev.rekey.core.proof.Scene;
import dev.rekey.core.store.Together;
import dev.rekey.core.token.Issued;
import dev.rekey.core.token.Revocation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignOutTest {

  private static final String SECRET = "yellow submarine";

  private final Scene scene = new Scene();

  @ParameterizedTest
  @EnumSource(names = {"ALLOW_LIST", "DENY_LIST"})
  void whatWasShownAdmitsNobodyAnyMoreAndTheOthersLiveOn(Revocation revocation) {
    scene.person("anna", SECRET);
    Issued here = scene.signedIn("anna", SECRET);
    Issued there = scene.signedIn("anna", SECRET);

    assertThat(signOut(here, revocation)).isEqualTo(new SignOut.Outcome.SignedOut());

    assertThat(admits(here, revocation)).isFalse();
    assertThat(admits(there, revocation)).isTrue();
    assertThat(scene.lastEntry().event()).isEqualTo(new Event.SignedOut());
  }

  @Test
  void withOneIdForAllTokensAllEnd() {
    scene.person("anna", SECRET);
    Issued here = scene.signedIn("anna", SECRET);
    Issued there = scene.signedIn("anna", SECRET);

    signOut(here, Revocation.JTI_MATCHER);

    assertThat(admits(here, Revocation.JTI_MATCHER)).isFalse();
    assertThat(admits(there, Revocation.JTI_MATCHER)).isFalse();
  }

  @Test
  void whereNothingIsRevokedTheTokenLivesOn() {
    scene.person("anna", SECRET);
    Issued issued = scene.signedIn("anna", SECRET);

    assertThat(signOut(issued, Revocation.NONE)).isEqualTo(new SignOut.Outcome.SignedOut());
    assertThat(admits(issued, Revocation.NONE)).isTrue();
  }

  @Test
  void oneOfTwoAtOnceSignsOut() {
    scene.person("anna", SECRET);
    Caller caller = scene.caller(scene.signedIn("anna", SECRET));
    SignOut signOut = scene.signOut(Revocation.ALLOW_LIST);

    List<SignOut.Outcome> outcomes =
        Together.all(20, _ -> signOut.handle(new SignOut.Command(caller, HOME)));

    assertThat(outcomes).filteredOn(new SignOut.Outcome.SignedOut()::equals).hasSize(1);
  }

  @Test
  void whoCameWithAPasswordHasNoSessionToEnd() {
    scene.person("anna", SECRET);

    assertThat(
            scene
                .signOut(Revocation.ALLOW_LIST)
                .handle(new SignOut.Command(scene.caller("anna", SECRET), HOME)))
        .isEqualTo(new SignOut.Outcome.NotSignedIn());
  }

  @ParameterizedTest
  @EnumSource(names = {"DENY_LIST", "NONE"})
  void aTokenOfTheSameSecretAdmitsWithoutItsRow(Revocation revocation) {
    scene.person("anna", SECRET);
    Issued elsewhere = elsewhere();

    assertThat(admits(elsewhere, revocation)).isTrue();
    assertThat(admits(elsewhere, Revocation.ALLOW_LIST)).isFalse();
    assertThat(admits(elsewhere, Revocation.JTI_MATCHER)).isFalse();
  }

  @Test
  void aTokenWithoutRowThatWasDeniedStaysDenied() {
    scene.person("anna", SECRET);
    Issued elsewhere = elsewhere();

    signOut(elsewhere, Revocation.DENY_LIST);

    assertThat(admits(elsewhere, Revocation.DENY_LIST)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"DENY_LIST", "NONE"})
  void aChangeOfThePasswordEndsTokensWithoutRowsToo(Revocation revocation) {
    scene.person("anna", SECRET);
    Issued elsewhere = elsewhere();
    scene.clock.pass(Duration.ofSeconds(2));
    scene.spend(scene.resetToken("anna"), "umbrella tulip");

    assertThat(admits(elsewhere, revocation)).isFalse();
  }

  /** A token as another server with the same secret would have signed it: it has no row. */
  private Issued elsewhere() {
    Issued issued = scene.signedIn("anna", SECRET);
    scene.store.grants().end(issued.grant().ref());
    return issued;
  }

  private SignOut.Outcome signOut(Issued issued, Revocation revocation) {
    if (prove(issued.token(), revocation) instanceof Proof.Known(Caller caller)) {
      return scene.signOut(revocation).handle(new SignOut.Command(caller, HOME));
    }
    throw new AssertionError("a stranger");
  }

  private boolean admits(Issued issued, Revocation revocation) {
    return prove(issued.token(), revocation) instanceof Proof.Known;
  }

  private Proof prove(String token, Revocation revocation) {
    return scene
        .prover(new Prover.Rules(Scene.BATCH, revocation, ConfirmationRule.none()))
        .prove(new Claim.SignedToken(token), HOME);
  }
}
