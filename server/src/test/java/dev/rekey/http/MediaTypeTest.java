package dev.rekey.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "application/json                                | application/json |",
        "Application/JSON;charset=UTF-8                  | application/json | utf-8",
        "application/json; charset=\"utf-8\"             | application/json | utf-8",
        "application/json ; a=b; CHARSET=latin1;         | application/json | latin1",
        "application/vnd.api+json                        | application/vnd.api+json |",
        "text/plain; charset=a; charset=b                | text/plain | a"
      })
  void readsTypeAndCharset(String value, String type, String charset) {
    assertThat(MediaType.parse(value)).contains(new MediaType(type, Optional.ofNullable(charset)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "json",
        "application/",
        "/json",
        "application / json",
        "application/json, text/plain",
        "application/json charset=utf-8",
        "application/json; charset",
        "application/json; charset=",
        "application/json; charset=\"utf-8",
        "application/json; =x",
        "application/jsön"
      })
  void refusesWhatIsNone(String value) {
    assertThat(MediaType.parse(value)).isEmpty();
  }

  @Test
  void looksAtTheOneHeader() {
    assertThat(MediaType.of(Requests.withHeader("Content-Type", "text/html")))
        .hasValueSatisfying(media -> assertThat(media.is("text/html")).isTrue());
    assertThat(MediaType.of(Requests.withHeader("accept", "text/html"))).isEmpty();
    Fields twice =
        Fields.none().with("content-type", "text/html").with("content-type", "text/html");
    assertThat(MediaType.of(Requests.of("GET", "/", twice, ""))).isEmpty();
  }
}
