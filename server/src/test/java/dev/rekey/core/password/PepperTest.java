package dev.rekey.core.password;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PepperTest {

  @Test
  void seasonsWithHmacSha256() {
    // RFC 4231, test case 6, whose key is long enough.
    byte[] key = new byte[131];
    Arrays.fill(key, (byte) 0xaa);
    byte[] text = "Test Using Larger Than Block-Size Key - Hash Key First".getBytes(US_ASCII);
    assertThat(Pepper.of("k", Map.of("k", key)).season("k", text))
        .isEqualTo(
            HexFormat.of()
                .parseHex("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"));
  }

  @Test
  void keepsCopiesOfItsKeys() {
    byte[] key = new byte[32];
    Pepper pepper = Pepper.of("k", Map.of("k", key));
    byte[] before = pepper.season("k", new byte[1]);
    key[0] = 1;
    assertThat(pepper.season("k", new byte[1])).isEqualTo(before);
  }

  @Test
  void refusesAShortKeyWithoutShowingIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pepper.of("k", Map.of("k", new byte[31])))
        .withMessage("the pepper key k has 31 bytes, fewer than 32");
  }

  @Test
  void refusesACurrentKeyThatIsNotThere() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pepper.of("k2", Map.of("k1", new byte[32])))
        .withMessageContaining("k2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a$b", "-a", "a b", "\u00E4", "a23456789012345678901234567890123"})
  void refusesAnIdThatCouldNotBeWritten(String id) {
    assertThatIllegalArgumentException().isThrownBy(() -> Pepper.of(id, Map.of(id, new byte[32])));
  }

  @Test
  void neverShowsItself() {
    assertThat(Pepper.of("k", Map.of("k", new byte[32]))).hasToString("Pepper[current=k, keys=1]");
  }
}
