package dev.rekey.core.proof;

import static dev.rekey.core.proof.Scene.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.token.BearerTokens;
import dev.rekey.core.token.Issued;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session lasts while it is used, and not for ever. */
class MovingEndTest {

  private static final Stay STAY =
      new Stay(HOME.wire(), Duration.ofMinutes(30), Duration.ofHours(2));

  private final Scene scene = new Scene();
  private final Prover prover = scene.prover(Prover.Rules.of(STAY));
  private final Issued session = begin();

  private Issued begin() {
    Account anna = scene.person("anna", "correct horse battery");
    Issued issued =
        new BearerTokens(scene.mint, STAY.first()).issue(anna, HOME, scene.clock.instant());
    scene
        .store
        .grants()
        .open(
            issued.grant(),
            anna.credential().version(),
            9,
            AuditEntry.of(scene.clock.instant(), HOME, anna.id(), new Event.SignedIn()),
            List.of());
    return issued;
  }

  @BeforeEach
  void isSignedIn() {
    assertThat(admits()).isTrue();
  }

  private boolean admits() {
    return prover.prove(new Claim.BearerToken(session.token()), HOME) instanceof Proof.Known;
  }

  @Test
  void whoeverStaysAwayIsOut() {
    scene.clock.pass(Duration.ofMinutes(31));

    assertThat(admits()).isFalse();
  }

  @Test
  void whoeverComesBackInTimeStays() {
    for (int i = 0; i < 4; i++) {
      scene.clock.pass(Duration.ofMinutes(25));
      assertThat(admits()).isTrue();
    }
  }

  @Test
  void nobodyStaysForEver() {
    for (int i = 0; i < 11; i++) {
      scene.clock.pass(Duration.ofMinutes(10));
      assertThat(admits()).isTrue();
    }
    scene.clock.pass(Duration.ofMinutes(10));

    assertThat(admits()).isFalse();
  }

  @Test
  void aUseWithinTheMinuteIsNotWrittenDown() {
    scene.clock.pass(Duration.ofMinutes(5));
    admits();
    var noted = scene.store.grants().find(session.grant().ref()).orElseThrow().lastUsedAt();
    scene.clock.pass(Duration.ofSeconds(59));
    admits();

    assertThat(scene.store.grants().find(session.grant().ref()).orElseThrow().lastUsedAt())
        .isEqualTo(noted);
  }
}
