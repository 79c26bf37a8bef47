package dev.rekey.core.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class MacaroonTest {

  private static final byte[] SECRET =
      "this is our super secret key; only we should know it".getBytes(UTF_8);

  private static final Macaroon PLAIN =
      Macaroon.of(SECRET, "http://mybank/", "we used our secret key");

  /** The example that comes with libmacaroons. */
  @Test
  void isSignedAsTheFirstLibraryDoesIt() {
    assertThat(HexFormat.of().formatHex(PLAIN.signature()))
        .isEqualTo("e3d9e02908526c4c0039ae15114115d97fdd68bf2ba379b342aaf0f617d0552f");
    assertThat(HexFormat.of().formatHex(PLAIN.confined("test = caveat").signature()))
        .isEqualTo("197bac7a044af33332865b9266e26d493bdd668a660e44d88ce1a998c23dbd67");
  }

  @Test
  void isToldFromThoseOfAnotherSecret() {
    assertThat(PLAIN.isMadeWith(SECRET)).isTrue();
    assertThat(PLAIN.isMadeWith(new byte[32])).isFalse();
    assertThat(PLAIN.confined(List.of("a", "b")).isMadeWith(SECRET)).isTrue();
  }

  @Test
  void canBeConfinedAndNotWidened() {
    Macaroon confined = PLAIN.confined(List.of("a", "b"));
    byte[] signature = confined.signature();
    assertThat(of(List.of("a"), signature).isMadeWith(SECRET)).isFalse();
    assertThat(of(List.of("b", "a"), signature).isMadeWith(SECRET)).isFalse();
    assertThat(of(List.of("a", "b", "c"), signature).isMadeWith(SECRET)).isFalse();
    assertThat(of(List.of(), PLAIN.confined("a").signature()).isMadeWith(SECRET)).isFalse();
    assertThat(of(List.of("a", "b"), signature).isMadeWith(SECRET)).isTrue();
  }

  private static Macaroon of(List<String> caveats, byte[] signature) {
    return new Macaroon(PLAIN.location(), PLAIN.identifier(), caveats, signature);
  }

  @Test
  void isNobodyElsesByAnotherIdentifier() {
    Macaroon other = new Macaroon("", "another", List.of(), PLAIN.signature());
    assertThat(other.isMadeWith(SECRET)).isFalse();
  }

  @Test
  void saysNothingOfItself() {
    assertThat(PLAIN.confined("a")).hasToString("Macaroon[hidden]");
  }
}
