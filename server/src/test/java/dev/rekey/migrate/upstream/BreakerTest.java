package dev.rekey.migrate.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BreakerTest {

  private long nanos;
  private final Breaker breaker = new Breaker(() -> nanos);

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(breaker.knock()).isEmpty();
      breaker.failed();
    }
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  @Test
  void fourFailuresAreNoReasonToStopAsking() {
    fail(4);
    breaker.answered();
    fail(4);
    assertThat(breaker.knock()).isEmpty();
  }

  @Test
  void afterFiveInARowNobodyAsksForAWhile() {
    fail(5);
    assertThat(breaker.knock()).contains(Duration.ofSeconds(5));
    pass(Duration.ofSeconds(3));
    assertThat(breaker.knock()).contains(Duration.ofSeconds(2));
    assertThat(breaker.pause()).contains(Duration.ofSeconds(2));
  }

  @Test
  void thenOneTriesItOutAndTheOthersComeAgain() {
    fail(5);
    pass(Duration.ofSeconds(5));
    assertThat(breaker.knock()).isEmpty();
    assertThat(breaker.knock()).contains(Duration.ofSeconds(1));
    assertThat(breaker.pause()).isEmpty();

    breaker.answered();
    assertThat(breaker.knock()).isEmpty();
    assertThat(breaker.knock()).isEmpty();
  }

  @Test
  void eachTrialThatFailsDoublesTheWhileUpToAMinute() {
    fail(5);
    for (int seconds : new int[] {10, 20, 40, 60, 60}) {
      pass(Duration.ofMinutes(1));
      fail(1);
      assertThat(breaker.knock()).contains(Duration.ofSeconds(seconds));
    }
  }

  @Test
  void whoeverCouldNotTryItOutLeavesItToTheNext() {
    fail(5);
    pass(Duration.ofSeconds(5));
    assertThat(breaker.knock()).isEmpty();
    breaker.leftAlone();
    assertThat(breaker.knock()).isEmpty();
  }

  @Test
  void whoAskedBeforeAndFailsLateDoesNotProlongIt() {
    fail(5);
    pass(Duration.ofSeconds(4));
    breaker.failed();
    assertThat(breaker.knock()).contains(Duration.ofSeconds(1));
  }
}
