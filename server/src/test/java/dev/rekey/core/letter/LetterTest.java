package dev.rekey.core.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.visit.Origin;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LetterTest {

  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
  private static final Origin HOME = new Origin("192.0.2.7", "test/1");
  private static final String TO = "anna@example.org";

  @Test
  void everyLetterKnowsWhereItGoes() {
    assertThat(new Letter.ResetLink(TO, "anna", "https://id.example.org/", NOW).to()).isEqualTo(TO);
    assertThat(new Letter.PasswordChanged(TO, "anna", NOW, HOME).to()).isEqualTo(TO);
    assertThat(new Letter.ResetDone(TO, "anna", NOW, HOME).to()).isEqualTo(TO);
    assertThat(new Letter.PasswordSetByAdministrator(TO, "anna", NOW).to()).isEqualTo(TO);
  }

  @Test
  void aLinkIsNeverPrinted() {
    Letter letter = new Letter.ResetLink(TO, "anna", "https://id.example.org/s3cret", NOW);

    assertThat(letter.toString()).doesNotContain("s3cret").doesNotContain(TO);
  }
}
