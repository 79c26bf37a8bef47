package dev.rekey.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FallbackMountTest {

  @Test
  void hasPlainWordsForEveryFault() {
    assertThat(body(new Fault.UnknownPath())).isEqualTo("{\"status\":404,\"error\":\"Not Found\"}");
    assertThat(body(new Fault.Malformed())).isEqualTo("{\"status\":400,\"error\":\"Bad Request\"}");
    assertThat(fault(new Fault.TooLarge(1)).status()).isEqualTo(413);
    assertThat(fault(new Fault.HeadTooLarge()).status()).isEqualTo(431);
    assertThat(body(new Fault.Incident("abc")))
        .isEqualTo("{\"status\":500,\"error\":\"Internal Server Error\",\"incident\":\"abc\"}");
  }

  @Test
  void saysWhatMayBeTriedInstead() {
    Response response = fault(new Fault.UnknownMethod(new TreeSet<>(List.of("PUT", "GET"))));
    assertThat(response.status()).isEqualTo(405);
    assertThat(response.headers().first("allow")).contains("GET, PUT");
  }

  @Test
  void saysWhenToComeBack() {
    Response response = fault(new Fault.Draining(Duration.ofMillis(100)));
    assertThat(response.status()).isEqualTo(503);
    assertThat(response.headers().first("retry-after")).contains("1");
  }

  private static Response fault(Fault fault) {
    return new FallbackMount().fault(Requests.of("GET", "/"), fault);
  }

  private static String body(Fault fault) {
    return new String(fault(fault).body(), StandardCharsets.UTF_8);
  }
}
