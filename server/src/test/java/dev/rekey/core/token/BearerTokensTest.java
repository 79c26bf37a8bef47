package dev.rekey.core.token;

import static dev.rekey.core.proof.Scene.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Handle;
import dev.rekey.core.proof.Claim;
import dev.rekey.core.proof.Proof;
import dev.rekey.core.proof.Scene;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.session.SignOut;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokensTest {

  private static final String SECRET = "yellow submarine";

  private final Scene scene = new Scene();
  private final BearerTokens tokens = new BearerTokens(scene.mint, Duration.ofHours(8));

  @Test
  void aTokenNamesItsAccountAndAdmitsThroughItsGrant() {
    Account anna = scene.person("anna", SECRET);
    Issued issued = open(anna);

    assertThat(BearerTokens.read(issued.token()))
        .contains(
            new BearerTokens.Shown(
                new Handle.Hex32(anna.ids().hex32()), issued.grant().ref().key()));
    assertThat(prove(issued.token())).isInstanceOf(Proof.Known.class);
  }

  @Test
  void nothingOfItIsInItsGrant() {
    Issued issued = open(scene.person("anna", SECRET));

    assertThat(issued.grant().toString())
        .doesNotContain(issued.token().substring(issued.token().lastIndexOf('_') + 1));
  }

  @Test
  void anEndedTokenAdmitsNobody() {
    Issued issued = open(scene.person("anna", SECRET));
    if (prove(issued.token()) instanceof Proof.Known(var caller)) {
      scene.signOut(Revocation.ALLOW_LIST).handle(new SignOut.Command(caller, HOME));
    }

    assertThat(prove(issued.token())).isEqualTo(new Proof.Stranger(new Proof.Reason.Ended()));
  }

  @Test
  void anOldTokenAdmitsNobody() {
    Issued issued = open(scene.person("anna", SECRET));
    scene.clock.pass(Duration.ofHours(8));

    assertThat(prove(issued.token())).isEqualTo(new Proof.Stranger(new Proof.Reason.Ended()));
  }

  @Test
  void aTokenWithAnotherAccountsNameAdmitsNobody() {
    Issued annas = open(scene.person("anna", SECRET));
    Account ben = scene.person("ben", SECRET);
    String forged = "rekey_" + ben.ids().hex32() + annas.token().substring("rekey_".length() + 32);

    assertThat(prove(forged)).isEqualTo(new Proof.Stranger(new Proof.Reason.Ended()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "rekey_", "rekey_0_x", "Rekey_00000000000000000000000000000000_a"})
  void whatDoesNotReadAsATokenIsSaidToBeUnreadable(String text) {
    assertThat(prove(text)).isEqualTo(new Proof.Stranger(new Proof.Reason.Unreadable()));
  }

  private Proof prove(String token) {
    return scene.prover().prove(new Claim.BearerToken(token), HOME);
  }

  private Issued open(Account account) {
    if (scene.signIn(account.logins().display(), SECRET, HOME, tokens)
        instanceof SignIn.Outcome.SignedIn(var _, Issued issued)) {
      return issued;
    }
    throw new AssertionError("not signed in");
  }
}
