package dev.rekey.core.password;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.GeneralSecurityException;
import java.security.spec.KeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Pbkdf2Test {

  private static final String STORED =
      "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8u"
          + "rza447QCXD0QvbCq5T1iCqeZKHzN4PESH1sFqov/1/8=";

  private static final String SALT = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
  private static final String OUTPUT = "rza447QCXD0QvbCq5T1iCqeZKHzN4PESH1sFqov/1/8";
  private static final String GOOD = "$pbkdf2-sha512$i=2048$" + SALT + "$" + OUTPUT;

  /** Made with Onezone's own library. */
  @ParameterizedTest
  @CsvSource({
    "password, rza447QCXD0QvbCq5T1iCqeZKHzN4PESH1sFqov/1/8=",
    "\u017C\u00F3\u0142\u0107, JV8Zjjbf6iL1FgnpVJXxdUgVKsqCz3NOakt1mPviwzE=",
    "'', Ml6CID9NxcUr3hw5coohBgAtyYLDEQGtdw4Ra4PbbMM=",
  })
  void verifiesWhatOnezoneStores(String password, String output) {
    Pbkdf2 hash = Pbkdf2.ofOnezone(stored(output));
    assertThat(hash.matches(password.getBytes(UTF_8))).isTrue();
    assertThat(hash.matches((password + "x").getBytes(UTF_8))).isFalse();
  }

  @Test
  void keepsWhatOnezoneStoresAsText() {
    PasswordHash hash = PasswordHash.ofOnezone(Base64.getDecoder().decode(STORED));
    assertThat(hash.encoded()).isEqualTo(GOOD);
    assertThat(Pbkdf2.read(GOOD).orElseThrow().matches("password".getBytes(UTF_8))).isTrue();
  }

  @Test
  @DisplayName("N-11: bytes beyond the 72nd count")
  void readsThePasswordWhole() throws GeneralSecurityException {
    Pbkdf2 hash = hashOf("a".repeat(72) + "x");
    assertThat(hash.matches(("a".repeat(72) + "x").getBytes(UTF_8))).isTrue();
    assertThat(hash.matches(("a".repeat(72) + "y").getBytes(UTF_8))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 64, 66})
  void refusesAnythingButSixtyFiveBytes(int length) {
    byte[] stored = Arrays.copyOf(Base64.getDecoder().decode(STORED), length);
    assertThatIllegalArgumentException().isThrownBy(() -> PasswordHash.ofOnezone(stored));
  }

  @Test
  void refusesBytesWithoutTheFullStop() {
    byte[] stored = Base64.getDecoder().decode(STORED);
    stored[32] = 0;
    assertThatIllegalArgumentException().isThrownBy(() -> PasswordHash.ofOnezone(stored));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$pbkdf2-sha512$i=0$" + SALT + "$" + OUTPUT,
        "$pbkdf2-sha512$i=2000001$" + SALT + "$" + OUTPUT,
        "$pbkdf2-sha512$i=99999999999$" + SALT + "$" + OUTPUT,
        "$pbkdf2-sha384$i=2048$" + SALT + "$" + OUTPUT,
        "$pbkdf2-sha512$2048$" + SALT + "$" + OUTPUT,
        "$pbkdf2-sha512$i=2048$" + SALT + "=$" + OUTPUT,
        "$pbkdf2-sha512$i=2048$" + SALT,
        "$pbkdf2-sha512$i=2048$" + SALT + "$" + OUTPUT + OUTPUT,
      })
  void readsNothingElse(String encoded) {
    assertThat(Pbkdf2.read(encoded)).isEmpty();
  }

  private static byte[] stored(String output) {
    byte[] stored = Base64.getDecoder().decode(STORED);
    System.arraycopy(Base64.getDecoder().decode(output), 0, stored, 33, 32);
    return stored;
  }

  /** Made by the JDK, with a salt of zeros and one iteration. */
  private static Pbkdf2 hashOf(String password) throws GeneralSecurityException {
    KeySpec spec = new PBEKeySpec(password.toCharArray(), new byte[16], 1, 512);
    SecretKey key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec);
    String salt = PhcBase64.encode(new byte[16]);
    String output = PhcBase64.encode(key.getEncoded());
    return Pbkdf2.read("$pbkdf2-sha512$i=1$" + salt + "$" + output).orElseThrow();
  }
}
