package dev.rekey.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryAfterTest {

  @Test
  void aPartOfASecondIsAWholeOne() {
    assertThat(RetryAfter.of(Duration.ofMillis(1))).isEqualTo("1");
    assertThat(RetryAfter.of(Duration.ofSeconds(1))).isEqualTo("1");
    assertThat(RetryAfter.of(Duration.ofMillis(1_001))).isEqualTo("2");
    assertThat(RetryAfter.of(Duration.ofHours(1))).isEqualTo("3600");
  }

  @Test
  void nobodyIsToldToComeBackAtOnce() {
    assertThat(RetryAfter.of(Duration.ZERO)).isEqualTo("1");
  }
}
