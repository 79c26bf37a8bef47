package dev.rekey.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.visit.Origin;
import dev.rekey.http.Fields;
import dev.rekey.http.Request;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {

  private static Request accepting(Fields headers) {
    return new Request(
        "id",
        new Origin("127.0.0.1", ""),
        "GET",
        "/metrics",
        Map.of(),
        Fields.none(),
        headers,
        new byte[0],
        0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/openmetrics-text",
        "Application/OpenMetrics-Text; version=1.0.0",
        "application/vnd.google.protobuf;q=0.6,application/openmetrics-text;version=1.0.0;q=0.5",
        "text/plain;q=0.1 , application/openmetrics-text;version=0.0.1"
      })
  void isOpenMetricsForThoseWhoAskForIt(String accept) {
    assertThat(Format.of(accepting(Fields.none().with("Accept", accept))))
        .isEqualTo(Format.OPEN_METRICS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/*",
        "text/plain;version=0.0.4",
        "application/openmetrics-text;q=0",
        "application/openmetrics-text;q=0.000, */*",
        "application/openmetrics-texts",
        ""
      })
  void isPrometheusTextForAllOthers(String accept) {
    assertThat(Format.of(accepting(Fields.none().with("Accept", accept))))
        .isEqualTo(Format.PROMETHEUS);
  }

  @Test
  void isPrometheusTextWhereNothingIsSaid() {
    assertThat(Format.of(accepting(Fields.none()))).isEqualTo(Format.PROMETHEUS);
  }
}
