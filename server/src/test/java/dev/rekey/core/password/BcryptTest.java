package dev.rekey.core.password;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BcryptTest {

  private static final String TAIL = "CCCCCCCCCCCCCCCCCCCCC.v02pZRx4sqHmeS89zKaynaZ2NUgqxBi";

  @ParameterizedTest
  @ValueSource(strings = {"$2a$04$", "$2b$04$", "$2x$04$", "$2y$04$"})
  void verifiesEveryVariant(String variant) {
    assertThat(matches(variant + TAIL, "pass")).isTrue();
    assertThat(matches(variant + TAIL, "pasS")).isFalse();
    assertThat(matches(variant + TAIL, "pass ")).isFalse();
    assertThat(matches(variant + TAIL, "")).isFalse();
  }

  @Test
  void verifiesNonAsciiPasswords() {
    String encoded = "$2a$04$GGHtg9W.RR/0JY/NJsj5De10zxB9balLmDk8f1nxZWPOkRjOeDS/2";
    assertThat(matches(encoded, "p\u00E4\uD83D\uDE00ss")).isTrue();
    assertThat(matches(encoded, "pa\uD83D\uDE00ss")).isFalse();
  }

  @Test
  void verifiesWhatDeviseHashedWithItsPepperBehind() {
    String encoded = "$2a$04$J6e9XLNlD7iTzFcnTTbywuIWOxBGz8tDN0vZgJBjJ0P4rHPTopzxu";
    assertThat(matches(encoded, "secret13" + "PEPPER")).isTrue();
    assertThat(matches(encoded, "secret13")).isFalse();
  }

  @Test
  void seesOnlyTheFirstSeventyTwoBytesAsItsMakersDid() {
    String encoded = "$2a$04$ZMYIifE4w74QlAxb9O/uQuNpaMJtN8wGaGF4shj5g0BDFJEKOMRAu";
    assertThat(matches(encoded, "a".repeat(72) + "x")).isTrue();
    assertThat(matches(encoded, "a".repeat(72) + "another tail")).isTrue();
    assertThat(matches(encoded, "a".repeat(72))).isTrue();
    assertThat(matches(encoded, "a".repeat(71))).isFalse();
  }

  @Test
  void takesNulForAByteLikeAnyOther() {
    String encoded = OpenBSDBCrypt.generate("2b", "a\0b".getBytes(UTF_8), new byte[16], 4);
    assertThat(matches(encoded, "a\0b")).isTrue();
    assertThat(matches(encoded, "a\0c")).isFalse();
    assertThat(matches(encoded, "a")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"$2a$31$", "$2a$17$", "$2a$03$", "$2a$4$", "$2$04$", "$2c$04$", "2a$04$"})
  void readsNoCostThatTheServerCouldNotBearAndNoOtherVariant(String start) {
    assertThat(Bcrypt.read(start + TAIL)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "$2a$04$", "$2a$04$" + TAIL + "A", "$2a$04$" + TAIL + "\n"})
  void readsNothingElse(String encoded) {
    assertThat(Bcrypt.read(encoded)).isEmpty();
  }

  private static boolean matches(String encoded, String password) {
    return Bcrypt.read(encoded).orElseThrow().matches(password.getBytes(UTF_8));
  }
}
