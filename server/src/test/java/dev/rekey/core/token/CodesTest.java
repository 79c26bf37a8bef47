package dev.rekey.core.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {

  private static final String CODE = "7K3M-QX9T";

  private final Mint mint = new Mint(new SecureRandom());
  private final Codes codes = new Codes(mint, new byte[32]);

  @Test
  void aCodeHasNoTwoSignsThatLookAlike() {
    for (int i = 0; i < 1000; i++) {
      assertThat(codes.draw()).matches("[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}");
    }
  }

  @Test
  void everySignIsDrawn() {
    Set<Integer> drawn = new HashSet<>();
    IntStream.range(0, 1000).forEach(_ -> codes.draw().chars().forEach(drawn::add));

    assertThat(drawn).hasSize(31 + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {CODE, "7k3m-qx9t", "7K3MQX9T", " 7K3M QX9T ", "7K3M\u2013QX9T", "7-k-3-mqx9t"})
  void aCodeIsKnownHoweverItIsTyped(String typed) {
    assertThat(codes.matches(codes.digestOf(CODE), typed)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "7K3M-QX9", "7K3M-QX9TT", "7K3M-QX9U", "\ud800", "\u0131"})
  void nothingElseIsTheCode(String typed) {
    assertThat(codes.matches(codes.digestOf(CODE), typed)).isFalse();
  }

  @Test
  void whoHasTheDatabaseAloneCannotTellTheCode() {
    byte[] key = {1};

    assertThat(codes.digestOf(CODE))
        .isNotEqualTo(new Codes(mint, key).digestOf(CODE))
        .isNotEqualTo(TokenDigest.of("7K3MQX9T"));
    assertThat(codes.digestOf(CODE).hex()).matches("[0-9a-f]{64}");
  }
}
