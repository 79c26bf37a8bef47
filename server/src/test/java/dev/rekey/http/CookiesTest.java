package dev.rekey.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CookiesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a=1                | 1",
        "b=2; a=1; c=3      | 1",
        "b=2;a=1            | 1",
        "a=1; a=2           | 1",
        "a=                 | ''",
        "a=b=c              | b=c",
        "aa=1               | ",
        "A=1                | ",
        "a                  | ",
        ";=;                | "
      })
  void areFoundByTheirName(String field, String value) {
    assertThat(Cookies.first(Requests.withHeader("Cookie", field), "a").orElse(null))
        .isEqualTo(value);
  }

  @Test
  void mayStandInSeveralFields() {
    Fields twice = Fields.none().with("cookie", "b=2").with("cookie", "a=1");

    assertThat(Cookies.first(Requests.of("GET", "/", twice, ""), "a")).contains("1");
  }

  @ParameterizedTest
  @CsvSource({"a=%7B%22b%22%7D+c, {\"b\"} c", "a=%, ", "a=%ff, "})
  void areDecodedIfTheyWereEncoded(String field, String value) {
    assertThat(Cookies.firstDecoded(Requests.withHeader("Cookie", field), "a").orElse(null))
        .isEqualTo(value);
  }
}
