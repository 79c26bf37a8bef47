package dev.rekey.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  private static final List<String> KEYS = List.of("http.port", "http.host", "mail.smtp.security");

  @ParameterizedTest
  @CsvSource({"'', '', 0", "'', abc, 3", "abc, '', 3", "kitten, sitting, 3", "port, prot, 2"})
  void countsTheLettersThatDiffer(String from, String to, int distance) {
    assertThat(Nearest.distance(from, to)).isEqualTo(distance);
  }

  @Test
  void findsAMisspeltName() {
    assertThat(Nearest.to("http.pott", KEYS)).contains("http.port");
  }

  @Test
  void findsTheRightNameInTheWrongSection() {
    assertThat(Nearest.to("security", KEYS)).contains("mail.smtp.security");
  }

  @Test
  void wouldRatherSayNothingThanAnything() {
    assertThat(Nearest.to("colour", KEYS)).isEmpty();
    assertThat(Nearest.to("x", List.of())).isEmpty();
  }
}
