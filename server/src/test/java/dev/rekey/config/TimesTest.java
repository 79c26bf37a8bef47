package dev.rekey.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

  @ParameterizedTest
  @CsvSource({
    "0s, PT0S",
    "500ms, PT0.5S",
    "5s, PT5S",
    "10m, PT10M",
    "6h, PT6H",
    "30d, P30D",
    "1500ms, PT1.5S"
  })
  void areReadAndWrittenAlike(String text, Duration time) {
    assertThat(Times.parse(text)).contains(time);
    assertThat(Times.write(time)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0ms, 0s", "1000ms, 1s", "60s, 1m", "24h, 1d", "90m, 90m", "3600000ms, 1h"})
  void areWrittenInTheirLargestUnit(String text, String written) {
    assertThat(Times.parse(text).map(Times::write)).contains(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "5", "s", "5 s", "-5s", "5S", "1.5s", "5w", "PT5S", "9999999999d", "٥s"})
  void areNotGuessed(String text) {
    assertThat(Times.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1s, true", "1500ms, false", "2000ms, true", "999ms, false"})
  void haveNoFractionsWhereSecondsAreCounted(String text, boolean good) {
    assertThat(Times.secondsBetween("1s", "1m").read(text).isPresent()).isEqualTo(good);
  }
}
