package dev.rekey.core.token;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MacaroonTextTest {

  private static final byte[] SECRET =
      "this is our super secret key; only we should know it".getBytes(UTF_8);

  /** As libmacaroons prints its own example. */
  private static final String LIBRARYS =
      "MDAxY2xvY2F0aW9uIGh0dHA6Ly9teWJhbmsvCjAwMjZpZGVudGlmaWVyIHdlIHVzZWQgb3VyIHNlY3JldCBrZXkK"
          + "MDAyZnNpZ25hdHVyZSDj2eApCFJsTAA5rhURQRXZf91ovyujebNCqvD2F9BVLwo";

  private static final Macaroon MACAROON =
      Macaroon.of(SECRET, "http://mybank/", "we used our secret key");

  @Test
  void isTheLibrarysTextInLettersAndDigits() {
    String text = MacaroonText.write(MACAROON);
    assertThat(text).matches("[0-9A-Za-z]+");
    assertThat(unescaped(text)).isEqualTo(LIBRARYS);
  }

  private static String unescaped(String text) {
    return text.replace("00", "\0").replace("01", "_").replace("02", "-").replace('\0', '0');
  }

  @Property
  void whatIsWrittenIsRead(@ForAll List<String> caveats, @ForAll byte[] secret) {
    List<String> some = caveats.stream().limit(5).map(MacaroonTextTest::wellFormed).toList();
    Macaroon written = Macaroon.of(notEmpty(secret), "zone", "żółć\n").confined(some);
    Macaroon read = MacaroonText.read(MacaroonText.write(written)).orElseThrow();
    assertThat(read.location()).isEqualTo("zone");
    assertThat(read.identifier()).isEqualTo("żółć\n");
    assertThat(read.caveats()).isEqualTo(some);
    assertThat(read.isMadeWith(notEmpty(secret))).isTrue();
  }

  private static byte[] notEmpty(byte[] secret) {
    return secret.length == 0 ? SECRET : secret;
  }

  /** Half a character has no UTF-8. */
  private static String wellFormed(String text) {
    return new String(text.getBytes(UTF_8), UTF_8);
  }

  @Property
  void noTextIsTooMuch(@ForAll String text) {
    assertThat(MacaroonText.read(text)).isEmpty();
  }

  @Property
  void noLettersAreTooMuch(@ForAll @AlphaChars @NumericChars String text) {
    assertThat(MacaroonText.read(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "000flocation x\n",
        "000flocation x\n0011identifier y\n",
        "0011identifier y\n000flocation x\n",
        "000flocation x\n0011identifier y\n0018signature too short\n",
        "000flocation x\n0011identifier y\n0008vid\n0030signature 01234567890123456789012345678901",
        "000flocation x\n0011identifier y\n000avid z\n002fsignature 01234567890123456789012345678901\n",
        "000flocation x\n0011identifier y\n002fsignature 01234567890123456789012345678901",
        "000flocation x\n0011identifier y\n002Fsignature 01234567890123456789012345678901\n",
        "0000location x\n",
        "0004",
        "ffff",
        "0009noblank\n"
      })
  void packetsThatAreNoneAreRefused(String packets) {
    assertThat(MacaroonText.read(written(packets.getBytes(ISO_8859_1)))).isEmpty();
  }

  @Test
  void aGoodOneOfTheSameMakeIsNot() {
    String packets =
        "000flocation x\n0011identifier y\n0009cid \n"
            + "002fsignature 01234567890123456789012345678901\n";
    assertThat(MacaroonText.read(written(packets.getBytes(ISO_8859_1))))
        .hasValueSatisfying(read -> assertThat(read.caveats()).containsExactly(""));
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    String packets =
        "000flocation x\n0011identifier \u00ff\n002fsignature 01234567890123456789012345678901\n";
    assertThat(MacaroonText.read(written(packets.getBytes(ISO_8859_1)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "03", "0A", "M_", "M-", "M=", "M ", "ż"})
  void otherLettersAreRefused(String text) {
    assertThat(MacaroonText.read(text)).isEmpty();
    assertThat(MacaroonText.read(MacaroonText.write(MACAROON) + text)).isEmpty();
  }

  @Test
  void knowsWhatFitsIntoAPacket() {
    assertThat(MacaroonText.fits("x".repeat(65_526))).isTrue();
    assertThat(MacaroonText.fits("x".repeat(65_527))).isFalse();
    Macaroon full = MACAROON.confined("x".repeat(65_526));
    assertThat(MacaroonText.read(MacaroonText.write(full))).isPresent();
  }

  private static String written(byte[] packets) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(packets)
        .replace("0", "00")
        .replace("_", "01")
        .replace("-", "02");
  }
}
