package dev.rekey.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.http.RailsFraming.Extras;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RailsFramingTest {

  /** The measured entity tag of this body. */
  private static final String ETAG = "W/\"c955e57777ec0d73639dca6748560d00\"";

  private static final byte[] BODY = "{\"success\":true}".getBytes(UTF_8);

  private static final Extras EXTRAS =
      new Extras(Fields.none().with("client", "c"), Optional.of(() -> "a=b"));

  private final RailsFraming framing = new RailsFraming(() -> 19_114_000L);

  private static List<String> names(Response response) {
    return response.headers().all().stream().map(Fields.Field::name).toList();
  }

  private Response answer(String method, String known, int status) {
    Request request = Requests.of(method, "/", Fields.none().with("if-none-match", known), "");
    return framing.json(request, status, BODY, EXTRAS);
  }

  @Test
  void everyFieldStandsWhereRailsPutsIt() {
    assertThat(names(answer("GET", "", 200)))
        .containsExactly(
            "x-frame-options",
            "x-xss-protection",
            "x-content-type-options",
            "x-permitted-cross-domain-policies",
            "referrer-policy",
            "content-type",
            "vary",
            "client",
            "set-cookie",
            "etag",
            "cache-control",
            "x-request-id",
            "x-runtime");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ETAG,
        "\"c955e57777ec0d73639dca6748560d00\"",
        "\"x\", W/\"c955e57777ec0d73639dca6748560d00\" ",
        "*"
      })
  void whatTheClientHasIsNotSentAgain(String known) {
    for (String method : List.of("GET", "HEAD")) {
      Response response = answer(method, known, 200);

      assertThat(response.status()).isEqualTo(304);
      assertThat(response.body()).isEmpty();
      assertThat(names(response))
          .contains("client", "set-cookie", "cache-control", "x-request-id")
          .doesNotContain("content-type");
      assertThat(response.headers().first("etag")).contains(ETAG);
    }
  }

  @ParameterizedTest
  @CsvSource({"GET, \"x\", 200", "GET, W/, 200", "POST, *, 200", "PUT, *, 200", "GET, *, 401"})
  void anythingElseIs(String method, String known, int status) {
    Response response = answer(method, known, status);

    assertThat(response.status()).isEqualTo(status);
    assertThat(response.body()).isEqualTo(BODY);
  }

  @Test
  void whoIsLedElsewhereGetsNoBody() {
    Response response =
        framing.redirect(Requests.of("GET", "/"), "http://app.example/?a=1", EXTRAS);

    assertThat(response.status()).isEqualTo(302);
    assertThat(response.body()).isEmpty();
    assertThat(response.headers().first("location")).contains("http://app.example/?a=1");
    assertThat(names(response))
        .containsExactly(
            "x-frame-options",
            "x-xss-protection",
            "x-content-type-options",
            "x-permitted-cross-domain-policies",
            "referrer-policy",
            "location",
            "content-type",
            "vary",
            "client",
            "set-cookie",
            "cache-control",
            "x-request-id",
            "x-runtime");
  }
}
