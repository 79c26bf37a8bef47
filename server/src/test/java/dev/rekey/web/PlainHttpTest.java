package dev.rekey.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.visit.Origin;
import dev.rekey.http.Fields;
import dev.rekey.http.Request;
import dev.rekey.page.Jar;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody types is not read on the way. */
class PlainHttpTest {

  private static final Jar PLAIN = Jar.at("http://rekey.example");
  private static final Jar SAFE = Jar.at("https://rekey.example");

  private static Request from(String address) {
    return new Request(
        "r",
        new Origin(address, "test"),
        "GET",
        "/account/sign-in",
        Map.of(),
        Fields.none(),
        Fields.none(),
        new byte[0],
        0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.7", "10.0.0.1", "2001:db8::1", "128.0.0.1", "::2"})
  void overPlainHttpAnotherMachineGetsNoForm(String address) {
    assertThat(PLAIN.mayCarry(from(address))).isFalse();
    assertThat(SAFE.mayCarry(from(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.8.9.1", "::1", "0:0:0:0:0:0:0:1"})
  void thisMachineNeedsNoHttps(String address) {
    assertThat(PLAIN.mayCarry(from(address))).isTrue();
  }
}
