package dev.rekey.dialect.ocariot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.http.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "0.0, 0",
    "7, 7",
    "7.0, 7",
    "-7.2100766, -7.2100766",
    "1e2, 100",
    "0.1, 0.1",
    "1e20, 100000000000000000000",
    "1e21, 1e+21",
    "1.5e300, 1.5e+300",
    "-1.25e-7, -1.25e-7",
    "1e-6, 0.000001",
    "123456789.125, 123456789.125",
    "1e999, Infinity",
    "-1e999, -Infinity"
  })
  void areWrittenAsJavaScriptDoes(String json, String written) {
    Json.Parsed.Value parsed =
        (Json.Parsed.Value) Json.parse(json.getBytes(StandardCharsets.UTF_8));

    assertThat(Numbers.text(parsed.node())).isEqualTo(written);
  }
}
