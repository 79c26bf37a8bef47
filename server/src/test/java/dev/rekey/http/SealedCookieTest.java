package dev.rekey.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedCookieTest {

  private static final String NAME = "_interslice_session";

  /** The documented value's shape: 223 bytes of data, an IV of 12 bytes, a tag of 16. */
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:[A-Za-z0-9]|%2B|%2F){298}%3D%3D"
              + "--(?:[A-Za-z0-9]|%2B|%2F){16}--(?:[A-Za-z0-9]|%2B|%2F){22}%3D%3D");

  private final SealedCookie cookie = new SealedCookie(NAME, key(1), new SecureRandom());

  @Test
  void looksLikeTheDocumentedOne() {
    assertThat(cookie.seal("x".getBytes(UTF_8))).matches(SHAPE);
    assertThat(cookie.seal(new byte[0])).matches(SHAPE);
    assertThat(cookie.setCookie(new byte[0]))
        .startsWith(NAME + '=')
        .endsWith("%3D%3D; path=/; httponly; samesite=lax");
  }

  @Test
  void opensWhatItSealed() {
    byte[] plaintext = "user 1932, ä".getBytes(UTF_8);
    assertThat(cookie.open(cookie.seal(plaintext))).contains(plaintext);
    byte[] longest = new byte[221];
    Arrays.fill(longest, (byte) 7);
    assertThat(cookie.open(cookie.seal(longest))).contains(longest);
  }

  @Test
  void sealsTheSameDifferentlyEachTime() {
    assertThat(cookie.seal(new byte[4])).isNotEqualTo(cookie.seal(new byte[4]));
  }

  @Test
  void opensUnderNoOtherNameOrKey() {
    String value = cookie.seal(new byte[4]);
    assertThat(new SealedCookie("other", key(1), new SecureRandom()).open(value)).isEmpty();
    assertThat(new SealedCookie(NAME, key(2), new SecureRandom()).open(value)).isEmpty();
  }

  @Test
  void opensNothingThatWasTouched() {
    String value = cookie.seal("x".getBytes(UTF_8));
    for (int i = 0; i < value.length(); i++) {
      String touched = value.substring(0, i) + flipped(value.charAt(i)) + value.substring(i + 1);
      assertThat(cookie.open(touched)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--", "----", "a--b--c", "%--%--%", "AAAA--AAAA--AAAA", "é--é--é"})
  void opensNoGarbage(String value) {
    assertThat(cookie.open(value)).isEmpty();
  }

  @Test
  void refusesABadKeyAndTooMuch() {
    assertThatThrownBy(() -> new SealedCookie(NAME, new byte[16], new SecureRandom()))
        .hasMessageContaining("32 bytes");
    assertThatThrownBy(() -> cookie.seal(new byte[222])).hasMessageContaining("222 bytes");
  }

  private static char flipped(char c) {
    return c == 'A' ? 'B' : 'A';
  }

  private static byte[] key(int fill) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) fill);
    return key;
  }
}
