package dev.rekey.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {

  private final Proxies proxies = new Proxies(List.of("10.0.0.0/8", "192.0.2.7", "fd00::/8"));

  @Test
  void aStrangersWordIsNotTaken() {
    assertThat(client("198.51.100.1", "203.0.113.5")).isEqualTo("198.51.100.1");
  }

  @Test
  void aTrustedProxyTells() {
    assertThat(client("10.1.2.3", "203.0.113.5")).isEqualTo("203.0.113.5");
    assertThat(client("fd12::1", "203.0.113.5")).isEqualTo("203.0.113.5");
    assertThat(client("192.0.2.7", "203.0.113.5")).isEqualTo("203.0.113.5");
    assertThat(client("192.0.2.8", "203.0.113.5")).isEqualTo("192.0.2.8");
  }

  @Test
  void theRightMostUntrustedAddressCounts() {
    assertThat(client("10.1.2.3", "1.1.1.1, 203.0.113.5, 10.9.9.9")).isEqualTo("203.0.113.5");
  }

  @Test
  void severalFieldsAreOneList() {
    Fields headers =
        Fields.none()
            .with("x-forwarded-for", "1.1.1.1")
            .with("X-Forwarded-For", "203.0.113.5,10.9.9.9");
    assertThat(proxies.client(address("10.1.2.3"), headers)).isEqualTo("203.0.113.5");
  }

  @Test
  void amongProxiesOnlyTheFarthestCounts() {
    assertThat(client("10.1.2.3", "10.0.0.1, 10.0.0.2")).isEqualTo("10.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "unknown",
        "1.1.1.1, _hidden",
        "1.1.1.1, 999.1.1.1",
        "1.1.1.1,",
        "example.org"
      })
  void whereAProxyKnowsNothingItIsTheProxyItself(String forwarded) {
    assertThat(client("10.1.2.3", forwarded)).isEqualTo("10.1.2.3");
  }

  @Test
  void withoutTheFieldItIsTheSocketsPeer() {
    assertThat(proxies.client(address("10.1.2.3"), Fields.none())).isEqualTo("10.1.2.3");
  }

  @Test
  void portsAndBracketsAreDropped() {
    assertThat(client("10.1.2.3", "203.0.113.5:4711")).isEqualTo("203.0.113.5");
    assertThat(client("10.1.2.3", "[2001:db8::1]:4711")).isEqualTo("2001:db8::1");
    assertThat(client("10.1.2.3", "[2001:db8::1]")).isEqualTo("2001:db8::1");
  }

  @ParameterizedTest
  @CsvSource({
    "2001:DB8:0:0:0:0:0:1,      2001:db8::1",
    "2001:db8:0:1:1:1:1:1,      2001:db8:0:1:1:1:1:1",
    "2001:0:0:1:0:0:0:1,        2001:0:0:1::1",
    "2001:db8:0:0:1:0:0:1,      2001:db8::1:0:0:1",
    "0:0:0:0:0:0:0:0,           ::",
    "::1,                       ::1",
    "1:0:0:0:0:0:0:0,           1::",
    "2001:db8::0a0b,            2001:db8::a0b",
    "::ffff:192.0.2.1,          192.0.2.1",
    "::ffff:c000:0201,          192.0.2.1"
  })
  void addressesHaveOneForm(String written, String canonical) {
    assertThat(client(written, "")).isEqualTo(canonical);
    assertThat(client("10.1.2.3", written)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10.0.0.0/33", "::/129", "10.0.0.0/-1", "10.0.0.0/x", "host/8", "10"})
  void refusesWhatIsNoRange(String range) {
    assertThatThrownBy(() -> new Proxies(List.of(range)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(range);
  }

  @Test
  void aRangeMayBeEverything() {
    Proxies everybody = new Proxies(List.of("0.0.0.0/0"));
    Fields headers = Fields.none().with("x-forwarded-for", "2001:db8::1, 203.0.113.5");
    assertThat(everybody.client(address("198.51.100.1"), headers)).isEqualTo("2001:db8::1");
  }

  private String client(String peer, String forwarded) {
    return proxies.client(address(peer), Fields.none().with("x-forwarded-for", forwarded));
  }

  private static InetAddress address(String literal) {
    return InetAddress.ofLiteral(literal);
  }
}
