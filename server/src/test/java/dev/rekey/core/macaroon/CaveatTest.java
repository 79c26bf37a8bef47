package dev.rekey.core.macaroon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaveatTest {

  private static final Instant NOW = Instant.ofEpochSecond(1_795_209_064);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "time < 1795212594",
        "time < -1",
        "ip = 192.0.2.0/24",
        "ip = 10.0.0.1|0.0.0.0/0|255.255.255.255/32",
        "interface = rest",
        "interface = oneclient"
      })
  void isWrittenAsItIsRead(String text) {
    assertThat(Caveat.read(text)).map(Caveat::text).contains(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "time < ",
        "time < soon",
        "time < 1.5",
        "time < 9999999999999999999",
        "time <1",
        "ip = ",
        "ip = |",
        "ip = 10.0.0.1|",
        "ip = 256.0.0.1",
        "ip = 01.0.0.1",
        "ip = 10.0.0.1/33",
        "ip = ::1",
        "interface = REST",
        "interface = ",
        "api = all",
        "data.readonly"
      })
  void whatCannotBeCheckedIsNone(String text) {
    assertThat(Caveat.read(text)).isEmpty();
  }

  @Property
  void noTextIsTooMuch(@ForAll String text) {
    assertThat(Caveat.read("ip = " + text))
        .satisfiesAnyOf(
            caveat -> assertThat(caveat).isEmpty(),
            caveat -> assertThat(caveat.orElseThrow().text()).isEqualTo("ip = " + text));
  }

  @Test
  void timeHoldsBeforeItsEnd() {
    assertThat(holds("time < 1795209065", "10.0.0.1", Channel.REST)).isTrue();
    assertThat(holds("time < 1795209064", "10.0.0.1", Channel.REST)).isFalse();
  }

  @Test
  void anAddressHoldsWithinItsRange() {
    assertThat(holds("ip = 192.0.2.0/24", "192.0.2.255", Channel.REST)).isTrue();
    assertThat(holds("ip = 192.0.2.0/24", "192.0.3.0", Channel.REST)).isFalse();
    assertThat(holds("ip = 192.0.2.1", "192.0.2.1", Channel.REST)).isTrue();
    assertThat(holds("ip = 192.0.2.1", "192.0.2.2", Channel.REST)).isFalse();
    assertThat(holds("ip = 10.0.0.0/8|192.0.2.2/31", "192.0.2.3", Channel.REST)).isTrue();
    assertThat(holds("ip = 0.0.0.0/0", "203.0.113.9", Channel.REST)).isTrue();
    assertThat(holds("ip = 128.0.0.0/1", "127.0.0.1", Channel.REST)).isFalse();
    assertThat(holds("ip = 0.0.0.0/0", "2001:db8::1", Channel.REST)).isFalse();
    assertThat(holds("ip = 0.0.0.0/0", "10.0.0.0/8", Channel.REST)).isFalse();
  }

  @Test
  void anInterfaceHoldsByItsName() {
    assertThat(holds("interface = rest", "10.0.0.1", Channel.REST)).isTrue();
    assertThat(holds("interface = graphsync", "10.0.0.1", Channel.REST)).isFalse();
  }

  @Test
  void whatIsNotKnownMeetsNothing() {
    Circumstances nothing = new Circumstances(NOW, Optional.empty(), Optional.empty());
    assertThat(read("ip = 0.0.0.0/0").holds(nothing)).isFalse();
    assertThat(read("interface = rest").holds(nothing)).isFalse();
  }

  @Test
  void theEarliestEndCounts() {
    List<Caveat> caveats =
        List.of(read("interface = rest"), read("time < 200"), read("time < 100"));
    assertThat(Caveat.earliest(caveats)).contains(new Caveat.Time(100));
    assertThat(Caveat.endOf(caveats)).isEqualTo(Instant.ofEpochSecond(100));
  }

  @Test
  void anEndThatNoStoreCanKeepIsTheLastThatItCan() {
    Instant last = Instant.parse("9999-12-31T23:59:59Z");
    assertThat(Caveat.earliest(List.of())).isEmpty();
    assertThat(Caveat.endOf(List.of())).isEqualTo(last);
    assertThat(Caveat.endOf(List.of(read("time < 999999999999999999")))).isEqualTo(last);
    assertThat(Caveat.endOf(List.of(read("time < -999999999999999999")))).isBefore(Instant.EPOCH);
  }

  @Test
  void goodFromNowhereIsNoCondition() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Caveat.Ip(List.of()));
  }

  private static boolean holds(String caveat, String address, Channel channel) {
    return read(caveat).holds(new Circumstances(NOW, Optional.of(address), Optional.of(channel)));
  }

  private static Caveat read(String text) {
    return Caveat.read(text).orElseThrow();
  }
}
