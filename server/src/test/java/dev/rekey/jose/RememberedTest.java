package dev.rekey.jose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.token.TokenDigest;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RememberedTest {

  private final Remembered remembered = new Remembered();

  @Test
  void aTokenIsRememberedByItsDigest() {
    Claims claims = claims("anna");
    remembered.keep(TokenDigest.of("one"), claims);

    assertThat(remembered.find(TokenDigest.of("one"))).contains(claims);
    assertThat(remembered.find(TokenDigest.of("another"))).isEmpty();
  }

  @Test
  void manyTokensPushEachOtherOutAndAreNeverMixedUp() {
    IntStream.range(0, 50_000).forEach(i -> remembered.keep(digest(i), claims("token " + i)));

    assertThat(IntStream.range(0, 50_000).filter(i -> remembered.find(digest(i)).isPresent()))
        .hasSizeBetween(1, 2_048)
        .allSatisfy(i -> assertThat(remembered.find(digest(i))).contains(claims("token " + i)));
  }

  private static TokenDigest digest(int i) {
    return TokenDigest.of("token " + i);
  }

  private static Claims claims(String subject) {
    return new Claims(Map.of("sub", subject));
  }
}
