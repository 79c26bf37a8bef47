package dev.rekey.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.policy.Violation;
import dev.rekey.page.Sentences;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SentencesTest {

  private static final Sentences SENTENCES = new Sentences(Dressed.inEnglish());

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
        new Violation.TicketExpired(),
        new Violation.EmailBlank(),
        new Violation.EmailMalformed(),
        new Violation.EmailTaken(),
        new Violation.UsernameBlank(),
        new Violation.UsernameMalformed(),
        new Violation.UsernameTaken());
  }

  @ParameterizedTest
  @MethodSource("violations")
  void everyViolationIsToldInWholeSentences(Violation violation) {
    assertThat(SENTENCES.of(violation)).matches("[A-Z][^.]+\\.( [A-Z][^.]+\\.)*");
  }

  @Test
  void theNumbersAreThoseThatHold() {
    assertThat(SENTENCES.of(new Violation.TooShort(15))).contains("15");
    assertThat(SENTENCES.of(new Violation.TooLong(64))).contains("64");
  }
}
