package dev.rekey.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeakEtagTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "{},                 44136fa355b3678a1146ad16f7e8649e",
        "'{\"success\":true}', c955e57777ec0d73639dca6748560d00"
      })
  void isTheOneThatRackGives(String body, String tag) {
    assertThat(WeakEtag.of(body.getBytes(UTF_8))).isEqualTo("W/\"" + tag + '"');
  }
}
