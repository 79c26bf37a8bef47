package dev.rekey.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.policy.Violation;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SentencesTest {

  static Stream<Violation> violations() {
    return Stream.of(
        new Violation.Blank(),
        new Violation.TooShort(8),
        new Violation.TooLong(1024),
        new Violation.Common(),
        new Violation.Personal(),
        new Violation.Organisational(),
        new Violation.SameAsCurrent(),
        new Violation.Unusable(),
        new Violation.ConfirmationBlank(),
        new Violation.ConfirmationDiffers(),
        new Violation.CurrentBlank(),
        new Violation.CurrentWrong(),
        new Violation.TicketBlank(),
        new Violation.TicketInvalid(),
        new Violation.TicketExpired());
  }

  @ParameterizedTest
  @MethodSource("violations")
  void everyViolationIsToldInWholeSentences(Violation violation) {
    assertThat(Sentences.of(violation)).matches("[A-Z][^.]+\\.( [A-Z][^.]+\\.)*");
  }

  @Test
  void theNumbersAreThoseThatHold() {
    assertThat(Sentences.of(new Violation.TooShort(15))).contains("15");
    assertThat(Sentences.of(new Violation.TooLong(64))).contains("64");
  }
}
