package dev.rekey.dialect.tokenauth;

import static dev.rekey.dialect.tokenauth.Somebody.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.http.Fault;
import dev.rekey.http.RailsFraming;
import dev.rekey.http.Response;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EncodeTest {

  private final Encode encode = new Encode(new RailsFraming(() -> 19_114_000L));

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(new Fault.UnknownPath(), 404, "Not Found"),
        Arguments.of(new Fault.UnknownMethod(new TreeSet<>(List.of("PUT"))), 404, "Not Found"),
        Arguments.of(new Fault.TooLarge(65_536), 413, "Content Too Large"),
        Arguments.of(new Fault.HeadTooLarge(), 431, "Request Header Fields Too Large"),
        Arguments.of(new Fault.Malformed(), 400, "Bad Request"),
        Arguments.of(new Fault.Draining(Duration.ofSeconds(1)), 503, "Service Unavailable"),
        Arguments.of(new Fault.Incident("k7d2m9x4ab"), 500, "Internal Server Error"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultIsThePageOfTheFramework(Fault fault, int status, String error) {
    Response response = encode.fault(REQUEST, fault);

    assertThat(response.status()).isEqualTo(status);
    assertThat(Scene.text(response))
        .isEqualTo("{\"status\":%d,\"error\":\"%s\"}".formatted(status, error));
    assertThat(Scene.field(response, "content-type")).isEqualTo("application/json; charset=UTF-8");
    assertThat(response.headers().has("cache-control")).isFalse();
    assertThat(response.headers().has("x-frame-options")).isFalse();
  }

  @Test
  void anIncidentCanBeLookedUp() {
    Response response = encode.fault(REQUEST, new Fault.Incident("k7d2m9x4ab"));

    assertThat(Scene.field(response, "x-incident-id")).isEqualTo("k7d2m9x4ab");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "1000, 1", "1001, 2", "61000, 61"})
  void aWaitIsWholeSecondsRoundedUp(long millis, String seconds) {
    Duration wait = Duration.ofMillis(millis);
    List<Response> answers =
        List.of(
            encode.tooMany(REQUEST, wait),
            encode.busy(REQUEST, wait),
            encode.fault(REQUEST, new Fault.Draining(wait)));

    assertThat(answers)
        .allSatisfy(one -> assertThat(Scene.field(one, "retry-after")).isEqualTo(seconds));
  }

  @Test
  void theRequestsIdIsOnEveryAnswer() {
    Response response = encode.refusal(REQUEST, 401, "Unauthorized");

    assertThat(Scene.field(response, "x-request-id")).isEqualTo(Scene.REQUEST_ID);
    assertThat(Scene.field(response, "x-runtime")).isEqualTo("0.019114");
    assertThat(Scene.field(response, "cache-control")).isEqualTo("no-cache");
    assertThat(response.headers().has("etag")).isFalse();
  }
}
