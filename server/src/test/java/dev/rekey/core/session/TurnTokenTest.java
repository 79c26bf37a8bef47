package dev.rekey.core.session;

import static dev.rekey.core.proof.Scene.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.proof.Claim;
import dev.rekey.core.proof.Proof;
import dev.rekey.core.proof.Scene;
import dev.rekey.core.session.TurnToken.Outcome;
import dev.rekey.core.store.Together;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Issued;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnTokenTest {

  private static final String SECRET = "yellow submarine";

  private final Scene scene = new Scene();
  private final Account anna = scene.person("anna", SECRET);
  private final Issued first = opened();

  @Test
  void aRequestGetsTheNextToken() {
    scene.clock.pass(Duration.ofMinutes(1));

    Issued next = turned(first.token());

    assertThat(next.token()).isNotEqualTo(first.token());
    assertThat(next.grant().ref()).isEqualTo(first.grant().ref());
    assertThat(admits(next.token())).isTrue();
  }

  @Test
  void theTokenBeforeItStaysGoodForAClientThatMissedTheAnswer() {
    scene.clock.pass(Duration.ofMinutes(1));
    turned(first.token());
    scene.clock.pass(Duration.ofHours(1));

    assertThat(admits(first.token())).isTrue();
  }

  @Test
  void theTokenBeforeThatIsDeadOnceTheBatchIsOver() {
    scene.clock.pass(Duration.ofMinutes(1));
    Issued second = turned(first.token());
    scene.clock.pass(Duration.ofMinutes(1));
    turned(second.token());

    assertThat(admits(first.token())).isTrue();
    scene.clock.pass(Scene.BATCH);
    assertThat(admits(first.token())).isFalse();
    assertThat(admits(second.token())).isTrue();
  }

  @Test
  void requestsOfOneBatchKeepTheirToken() {
    scene.clock.pass(Duration.ofMinutes(1));
    Caller caller = caller(first.token());
    Caller another = caller(first.token());
    assertThat(turn(caller)).isInstanceOf(Outcome.Turned.class);

    assertThat(turn(another))
        .isInstanceOfSatisfying(
            Outcome.Batched.class,
            batched -> assertThat(batched.grant().ref()).isEqualTo(first.grant().ref()));
  }

  @Test
  void theFirstRequestsAfterASignInAreABatch() {
    scene.clock.pass(Scene.BATCH.minusMillis(1));
    assertThat(turn(caller(first.token()))).isInstanceOf(Outcome.Batched.class);
    scene.clock.pass(Duration.ofMillis(1));
    assertThat(turn(caller(first.token()))).isInstanceOf(Outcome.Turned.class);
  }

  @Test
  void theSessionGrowsWithEveryTurn() {
    scene.clock.pass(Duration.ofDays(10));
    Issued next = turned(first.token());
    scene.clock.pass(Duration.ofDays(10));

    assertThat(admits(next.token())).isTrue();
  }

  @Test
  void oneOfManyParallelRequestsTurnsTheToken() {
    scene.clock.pass(Duration.ofMinutes(1));
    Caller caller = caller(first.token());

    List<Outcome> outcomes = Together.all(50, _ -> turn(caller));

    assertThat(outcomes).filteredOn(Outcome.Turned.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(Outcome.Batched.class::isInstance).hasSize(49);
    assertThat(admits(first.token())).isTrue();
    assertThat(
            outcomes.stream()
                .filter(Outcome.Turned.class::isInstance)
                .map(one -> ((Outcome.Turned) one).issued().token()))
        .allMatch(this::admits);
  }

  @Test
  void anEndedGrantIsGone() {
    scene.clock.pass(Duration.ofMinutes(1));
    Caller caller = caller(first.token());
    scene.store.grants().end(first.grant().ref());

    assertThat(turn(caller)).isEqualTo(new Outcome.Gone());
  }

  @Test
  void whoCameWithoutARotatingTokenHasNothingToTurn() {
    Issued signed = scene.signedIn("anna", SECRET);

    assertThat(turn(scene.caller(signed))).isEqualTo(new Outcome.Gone());
    assertThat(turn(scene.caller("anna", SECRET))).isEqualTo(new Outcome.Gone());
  }

  @Test
  void whatIsStoredIsADigest() {
    scene.clock.pass(Duration.ofMinutes(1));
    Issued next = turned(first.token());

    assertThat(scene.store.grants().find(next.grant().ref()).orElseThrow().toString())
        .doesNotContain(next.token())
        .doesNotContain(first.token());
  }

  private Issued opened() {
    Issued issued = scene.clientTokens().issue(anna, HOME, scene.clock.instant());
    AuditEntry entry = AuditEntry.of(scene.clock.instant(), HOME, anna.id(), new Event.SignedIn());
    assertThat(scene.store.grants().open(issued.grant(), 1, 10, entry, List.of())).isTrue();
    return issued;
  }

  @Test
  void theTokenShownIsLastingUnlessItIsTwoRotationsOld() {
    scene.clock.pass(Scene.BATCH);
    Issued second = turned(first.token());
    scene.clock.pass(Scene.BATCH);
    Issued third = turned(second.token());

    assertThat(batched(third.token()).lasting()).isTrue();
    assertThat(batched(second.token()).lasting()).isTrue();
    assertThat(batched(first.token()).lasting()).isFalse();
  }

  @Test
  void whoeverIsAloneGetsAFreshTokenInsideABatchToo() {

    Outcome outcome =
        scene
            .turnToken()
            .handle(new TurnToken.Command(caller(first.token()), first.token(), true, HOME));

    assertThat(outcome).isInstanceOf(Outcome.Turned.class);
  }

  @Test
  void whereTokensLastNoneIsTurned() {
    scene.clock.pass(Scene.BATCH.multipliedBy(100));

    Outcome outcome =
        scene
            .turnToken(new TurnToken.Rhythm.Never())
            .handle(new TurnToken.Command(caller(first.token()), first.token(), false, HOME));

    assertThat(outcome)
        .isEqualTo(new Outcome.Batched(caller(first.token()).grant().orElseThrow(), true));
  }

  private Outcome.Batched batched(String token) {
    if (turn(caller(token), token) instanceof Outcome.Batched batched) {
      return batched;
    }
    throw new AssertionError("not batched");
  }

  private Issued turned(String token) {
    if (turn(caller(token)) instanceof Outcome.Turned(Issued issued)) {
      return issued;
    }
    throw new AssertionError("not turned");
  }

  private Outcome turn(Caller caller) {
    return turn(caller, "");
  }

  private Outcome turn(Caller caller, String shown) {
    return scene.turnToken().handle(new TurnToken.Command(caller, shown, false, HOME));
  }

  private Caller caller(String token) {
    return scene.caller(claim(token));
  }

  private boolean admits(String token) {
    return scene.prover().prove(claim(token), HOME) instanceof Proof.Known;
  }

  private Claim claim(String token) {
    Grant.Ref ref = first.grant().ref();
    return new Claim.ClientToken("anna@example.org", ref.key(), token);
  }
}
