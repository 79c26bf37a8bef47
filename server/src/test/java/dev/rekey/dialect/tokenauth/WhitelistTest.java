package dev.rekey.dialect.tokenauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhitelistTest {

  @ParameterizedTest
  @CsvSource({
    "*,                              myapp://reset,                        true",
    "*,                              https://any.example/a?b#c,            true",
    "https://app.example.org/,       https://app.example.org/,             true",
    "https://app.example.org/,       HTTPS://App.Example.org/,             true",
    "https://app.example.org/,       https://app.example.org/a,            false",
    "https://app.example.org/,       http://app.example.org/,              false",
    "https://app.example.org/*,      https://app.example.org/a/b?c=d#e,    true",
    "https://app.example.org/*,      https://app.example.org,              false",
    "https://app.example.org/*/done, https://app.example.org/a/b/done,     true",
    "https://app.example.org/*/done, https://app.example.org/a/b/done/not, false",
    "https://*.example.org/*,        https://a.b.example.org/c,            true",
    "https://*.example.org/*,        https://evil.com/.example.org/c,      false",
    "https://*.example.org/*,        https://evil.com?.example.org/c,      false",
    "https://*.example.org/*,        https://evil.com#.example.org/c,      false",
    "https://*.example.org/*,        https://evil.com:1.example.org/c,     false",
    "https://app.example.org*,       https://app.example.org,              true",
    "https://app.example.org*,       https://app.example.org/a,            true",
    "https://app.example.org*,       https://app.example.org?a,            true",
    "https://app.example.org*,       https://app.example.org:8443/a,       true",
    "https://app.example.org*,       https://app.example.org.evil.com/,    false",
    "http://localhost:*,             http://localhost:4200/a,              true",
    "http://localhost:*,             http://localhost/a,                   false",
    "http://localhost:*/,            http://localhost:4200/,               true",
    "*://app.example.org/,           http://app.example.org/,              true",
    "myapp://*,                      myapp://reset/done,                   true",
    "https://*,                      https://any.example:8443/a,           true",
    "https://*,                      http://any.example/,                  false",
    "https://a.example/(x|y)+.*,     https://a.example/xx.1,               false"
  })
  void namesWhatItsPatternsDo(String pattern, String url, boolean named) {
    assertThat(new Whitelist(List.of(pattern)).names(Landing.of(url).orElseThrow()))
        .isEqualTo(named);
  }

  @Test
  void namesWhatAnyOfThemDoes() {
    Whitelist two = new Whitelist(List.of("https://a.example/", "https://b.example/"));

    assertThat(two.isEmpty()).isFalse();
    assertThat(two.names(Landing.of("https://b.example/").orElseThrow())).isTrue();
    assertThat(two.names(Landing.of("https://c.example/").orElseThrow())).isFalse();
  }

  @Test
  void namesNothingWhenItIsEmpty() {
    assertThat(new Whitelist(List.of()).isEmpty()).isTrue();
    assertThat(new Whitelist(List.of()).names(Landing.of("https://a.example/").orElseThrow()))
        .isFalse();
  }

  @Test
  void needsAbsoluteAddresses() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Whitelist(List.of("app.example.org/*")))
        .withMessageContaining("app.example.org/*");
  }
}
