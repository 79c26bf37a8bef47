package dev.rekey.core.password;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2idTest {

  private static final String SALT = "c29tZXNhbHQ";
  private static final String TAG = "nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
  private static final String GOOD = "$argon2id$v=19$m=256,t=2,p=1$" + SALT + "$" + TAG;

  private final Argon2 argon2 = new EngineArgon2(BouncyCastleEngine::new);

  /** From the tests of the reference implementation; all of the password "password". */
  @ParameterizedTest
  @ValueSource(
      strings = {
        GOOD,
        "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
      })
  void verifiesTheVectorsOfTheReference(String encoded) {
    assertThat(read(encoded).matches("password".getBytes(UTF_8), argon2)).isTrue();
    assertThat(read(encoded).matches("passwore".getBytes(UTF_8), argon2)).isFalse();
  }

  @Test
  void writesWhatItReads() {
    assertThat(read(GOOD).encoded()).isEqualTo(GOOD);
  }

  @Test
  void readsTheVersionBefore() {
    assertThat(Argon2id.read(GOOD.replace("v=19", "v=16"))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$argon2i$v=19$m=256,t=2,p=1$" + SALT + "$" + TAG,
        "$argon2d$v=19$m=256,t=2,p=1$" + SALT + "$" + TAG,
        "$argon2id$v=18$m=256,t=2,p=1$" + SALT + "$" + TAG,
        "$argon2id$m=256,t=2,p=1$" + SALT + "$" + TAG,
        "$argon2id$v=19$t=2,m=256,p=1$" + SALT + "$" + TAG,
        "$argon2id$v=19$m=0256,t=2,p=1$" + SALT + "$" + TAG,
        "$argon2id$v=19$m=+256,t=2,p=1$" + SALT + "$" + TAG,
        "$argon2id$v=19$m=\u0662\u0665\u0666,t=2,p=1$" + SALT + "$" + TAG,
        "$argon2id$v=19$m=256,t=2,p=1$" + SALT + "=$" + TAG,
        "$argon2id$v=19$m=256,t=2,p=1$" + SALT + "$" + TAG + "=",
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHR$" + TAG,
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbH-$" + TAG,
        "$argon2id$v=19$m=256,t=2,p=1$" + SALT + "$" + TAG + "\n",
        " $argon2id$v=19$m=256,t=2,p=1$" + SALT + "$" + TAG,
        "$argon2id$v=19$m=256,t=2,p=1$c2FsdA$" + TAG,
        "$argon2id$v=19$m=256,t=2,p=1$" + SALT + "$c29tZXNhbHQ",
        "$argon2id$v=19$m=256,t=2,p=1$" + SALT + "$",
      })
  void readsOneSpellingOnly(String encoded) {
    assertThat(Argon2id.read(encoded)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "m=1048577,t=1,p=1",
        "m=4194304,t=1,p=1",
        "m=99999999999,t=1,p=1",
        "m=256,t=65,p=1",
        "m=256,t=0,p=1",
        "m=256,t=1,p=33",
        "m=2048,t=1,p=65",
        "m=7,t=1,p=1",
      })
  void readsNoCostThatTheServerCouldNotBear(String cost) {
    assertThat(Argon2id.read(GOOD.replace("m=256,t=2,p=1", cost))).isEmpty();
  }

  @Test
  void readsNoSaltAndNoTagOfExcessiveLength() {
    String long65 = PhcBase64.encode(new byte[65]);
    assertThat(Argon2id.read(GOOD.replace(SALT, long65))).isEmpty();
    assertThat(Argon2id.read(GOOD.replace(TAG, long65))).isEmpty();
  }

  private static Argon2id read(String encoded) {
    return Argon2id.read(encoded).orElseThrow();
  }
}
