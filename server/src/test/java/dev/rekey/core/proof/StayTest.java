package dev.rekey.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.token.Grant;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StayTest {

  private static final Instant BEGIN = Instant.parse("2026-11-21T08:00:00Z");
  private static final Stay STAY =
      new Stay("account", Duration.ofMinutes(30), Duration.ofHours(12));

  private static Grant session(String wire) {
    return new Grant(
        new Grant.Ref(new AccountId(1), Grant.Kind.BEARER, "key"),
        wire,
        Optional.empty(),
        BEGIN,
        BEGIN.plus(STAY.first()),
        "agent",
        "192.0.2.7");
  }

  @Test
  void eachUseMovesTheEnd() {
    assertThat(STAY.first()).isEqualTo(Duration.ofMinutes(30));
    assertThat(STAY.end(session("account"), BEGIN.plusSeconds(1200)))
        .isEqualTo(BEGIN.plusSeconds(1200).plus(Duration.ofMinutes(30)));
  }

  @Test
  void noUseMovesTheEndBeyondWhatHoldsInAnyCase() {
    assertThat(STAY.end(session("account"), BEGIN.plus(Duration.ofMinutes(11 * 60 + 50))))
        .isEqualTo(BEGIN.plus(Duration.ofHours(12)));
  }

  @Test
  void aUseIsNotedOnceAMinuteAtMost() {
    assertThat(STAY.pause()).isEqualTo(Duration.ofMinutes(1));
    assertThat(new Stay("account", Duration.ofMinutes(1), Duration.ofHours(1)).pause())
        .isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void itIsForTheSessionsOfItsMountAlone() {
    assertThat(STAY.holdsFor(session("account"))).isTrue();
    assertThat(STAY.holdsFor(session("own"))).isFalse();
  }
}
