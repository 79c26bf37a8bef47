package dev.rekey.core.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.AccountId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Until when tickets and grants are good. */
class LifetimesTest {

  private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
  private static final Instant END = START.plusSeconds(3600);
  private static final AccountId ANNA = new AccountId(1);

  @Test
  void aTicketIsGoodUntilTheMomentOfItsEnd() {
    Ticket ticket =
        new Ticket(ANNA, Ticket.Purpose.RESET_PASSWORD, TokenDigest.of("t"), START, END);

    assertThat(ticket.expired(END.minusNanos(1))).isFalse();
    assertThat(ticket.expired(END)).isTrue();
  }

  @Test
  void aGrantIsGoodUntilTheMomentOfItsEnd() {
    Grant grant =
        new Grant(
            new Grant.Ref(ANNA, Grant.Kind.JWT, "jti"),
            "wire",
            Optional.empty(),
            START,
            END,
            "test/1",
            "192.0.2.7");

    assertThat(grant.expired(END.minusNanos(1))).isFalse();
    assertThat(grant.expired(END)).isTrue();
  }

  @Test
  void aTrailBeginsWithOneTokenThatWasUsedJustNow() {
    Grant.Trail trail = Grant.Trail.begin(TokenDigest.of("first"), START);

    assertThat(trail.current()).isEqualTo(TokenDigest.of("first"));
    assertThat(trail.previous()).isEmpty();
    assertThat(trail.last()).isEmpty();
    assertThat(trail.rotatedAt()).contains(START);
  }
}
