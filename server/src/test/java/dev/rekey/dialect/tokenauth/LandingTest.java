package dev.rekey.dialect.tokenauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LandingTest {

  /**
   * Worked example: the query is repeated behind the fragment, for applications that route there.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://app.example               | http://app.example?a=1&b=%40",
        "http://app.example/              | http://app.example/?a=1&b=%40",
        "http://app.example:80/x          | http://app.example/x?a=1&b=%40",
        "https://app.example:443/x        | https://app.example/x?a=1&b=%40",
        "https://app.example:80/x         | https://app.example:80/x?a=1&b=%40",
        "http://localhost:4200/x          | http://localhost:4200/x?a=1&b=%40",
        "http://app.example/x?            | http://app.example/x?a=1&b=%40",
        "http://app.example/x?own=%20     | http://app.example/x?own=%20&a=1&b=%40",
        "http://app.example/x#/reset      | http://app.example/x?a=1&b=%40#/reset?a=1&b=%40",
        "http://app.example/?o=1#/r       | http://app.example/?o=1&a=1&b=%40#/r?o=1&a=1&b=%40",
        "http://app.example/#             | http://app.example/?a=1&b=%40#?a=1&b=%40",
        "myapp://reset                    | myapp://reset?a=1&b=%40",
        "http://[::1]:8100/               | http://[::1]:8100/?a=1&b=%40"
      })
  void takesMoreParameters(String url, String expected) {
    assertThat(Landing.of(url).orElseThrow().with(Map.of("b", "@", "a", "1"))).isEqualTo(expected);
  }

  @Test
  void encodesAsRailsDoes() {
    assertThat(Query.of(Map.of("b c", "ż~*-._ &=", "a", "")))
        .isEqualTo("a=&b+c=%C5%BC~%2A-._+%26%3D");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "app.example/x",
        "/x",
        "//app.example/x",
        "http:/x",
        "http:x",
        "mailto:a@b.example",
        "http://user@app.example/",
        "http://user:pw@app.example/",
        "http://app.example/ x",
        "http://app.example/ż",
        "http://app.example/\n",
        "http://app.example/\\",
        "http://app.example\\@evil.example/",
        "http://app.example/{token}",
        "http://",
        "http:///x"
      })
  void isNoneWithoutAHostInPlainAscii(String text) {
    assertThat(Landing.of(text)).isEmpty();
  }

  @Test
  void isNoneThatIsLongerThanALetterCanCarry() {
    assertThat(Landing.of("http://app.example/" + "x".repeat(1_981))).isPresent();
    assertThat(Landing.of("http://app.example/" + "x".repeat(1_982))).isEmpty();
  }
}
