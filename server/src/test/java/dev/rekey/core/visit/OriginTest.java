package dev.rekey.core.visit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OriginTest {

  @Test
  void whatAClientCallsItselfEndsAtTwoHundred() {
    assertThat(new Origin("192.0.2.7", "a".repeat(200)).agent()).hasSize(200);
    assertThat(new Origin("192.0.2.7", "a".repeat(201)).agent()).hasSize(200);
    assertThat(new Origin("192.0.2.7", "").agent()).isEmpty();
  }

  @Test
  void theCutNeverLeavesHalfACharacter() {
    String agent = new Origin("192.0.2.7", "a".repeat(199) + "\uD83D\uDE00").agent();

    assertThat(agent.codePoints())
        .allMatch(point -> Character.getType(point) != Character.SURROGATE);
  }
}
