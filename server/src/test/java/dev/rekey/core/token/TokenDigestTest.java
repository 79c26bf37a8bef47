package dev.rekey.core.token;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TokenDigestTest {

  /** The test vector of FIPS 180-4 for the message {@code abc}. */
  @Test
  void itIsTheSha256InLowerCaseHex() {
    assertThat(TokenDigest.of("abc").hex())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Property
  void itMatchesItsOwnTokenOnly(@ForAll String token, @ForAll String other) {
    Assume.that(wellFormed(token) && wellFormed(other));

    assertThat(TokenDigest.of(token).matches(token)).isTrue();
    assertThat(TokenDigest.of(token).matches(other)).isEqualTo(token.equals(other));
  }

  /** Lone surrogates have no bytes in UTF-8; no wire carries them. */
  private static boolean wellFormed(String text) {
    return text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
  }
}
