package dev.rekey.argon2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rekey.argon2.Argon2Parameters.Variant;
import dev.rekey.argon2.Argon2Parameters.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2HashTest {

  /** Of the reference implementation's tests: password "password", salt "somesalt". */
  private static final String V13 =
      "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc";

  private static final String OLD_WITHOUT_VERSION =
      "$argon2i$m=256,t=2,p=2$c29tZXNhbHQ$tsEVYKap1h6scGt5ovl9aLRGOqOth+AMB+KwHpDFZPs";

  private final Argon2Engine engine = Argon2Engines.scalar(1);

  @Test
  void aHashOfSomebodyElseIsVerified() {
    Argon2Hash hash = read(V13);

    assertThat(hash.matches(engine, "password".getBytes(UTF_8))).isTrue();
    assertThat(hash.matches(engine, "passwore".getBytes(UTF_8))).isFalse();
    assertThat(hash.parameters()).isEqualTo(Argon2Parameters.argon2id(256, 2, 2));
    assertThat(hash.salt()).isEqualTo("somesalt".getBytes(UTF_8));
  }

  @Test
  void aHashWithoutAVersionIsOfTheOldOne() {
    Argon2Hash hash = read(OLD_WITHOUT_VERSION);

    assertThat(hash.parameters().version()).isEqualTo(Version.V10);
    assertThat(hash.parameters().variant()).isEqualTo(Variant.ARGON2I);
    assertThat(hash.matches(engine, "password".getBytes(UTF_8))).isTrue();
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    Argon2Parameters parameters = Argon2Parameters.argon2id(64, 3, 2).withTagBytes(24);
    Argon2Input input =
        Argon2Input.of("password".getBytes(UTF_8), Bytes.random(16, 1))
            .withSecret(Bytes.random(32, 2))
            .withAssociatedData(Bytes.random(5, 3));

    String encoded =
        Argon2Hash.of(engine, parameters, input).withKeyId(Bytes.random(3, 4)).encoded();
    Argon2Hash hash = read(encoded);

    assertThat(hash.encoded()).isEqualTo(encoded);
    assertThat(hash.parameters()).isEqualTo(parameters);
    assertThat(hash.keyId()).isEqualTo(Bytes.random(3, 4));
    assertThat(hash.associatedData()).isEqualTo(Bytes.random(5, 3));
    assertThat(hash.matches(engine, input.password(), input.secret())).isTrue();
    assertThat(hash.matches(engine, input.password())).isFalse();
  }

  @Test
  void whatIsReadIsWrittenAsItWas() {
    assertThat(read(V13).encoded()).isEqualTo(V13);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "$argon2id",
        "$argon2x$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
        "$argon2id$v=18$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
        "$argon2id$v=19$t=2,m=256,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
        "$argon2id$v=19$m=0256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
        "$argon2id$v=19$m=+256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
        "$argon2id$v=19$m=256,t=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
        "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDd",
        "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ=$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
        "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc ",
        "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB_VmZZF4Oo79iDXuL5_0ttZwg2f_5U52iv1cDc",
        "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$",
        "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ",
        "$argon2id$v=19$m=256,t=2,p=2$A$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
        "$argon2id$v=19$m=15,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
        "$argon2id$v=19$m=4294967296,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1c"
            + "Dc",
      })
  void whatIsSpeltOtherwiseIsRefused(String encoded) {
    assertThat(Argon2Hash.read(encoded, Argon2Limits.none())).isEmpty();
  }

  @Test
  void whatCostsMoreThanOneIsWillingToBearIsRefused() {
    Argon2Limits limits = new Argon2Limits(256, 2, 2, 8, 8, 32, 32);

    assertThat(Argon2Hash.read(V13, limits)).isPresent();
    assertThat(Argon2Hash.read(V13, new Argon2Limits(255, 2, 2, 8, 8, 32, 32))).isEmpty();
    assertThat(Argon2Hash.read(V13, new Argon2Limits(256, 1, 2, 8, 8, 32, 32))).isEmpty();
    assertThat(Argon2Hash.read(V13, new Argon2Limits(256, 2, 1, 8, 8, 32, 32))).isEmpty();
    assertThat(Argon2Hash.read(V13, new Argon2Limits(256, 2, 2, 9, 9, 32, 32))).isEmpty();
    assertThat(Argon2Hash.read(V13, new Argon2Limits(256, 2, 2, 7, 7, 32, 32))).isEmpty();
    assertThat(Argon2Hash.read(V13, new Argon2Limits(256, 2, 2, 8, 8, 33, 33))).isEmpty();
    assertThat(Argon2Hash.read(V13, new Argon2Limits(256, 2, 2, 8, 8, 31, 31))).isEmpty();
    assertThat(Argon2Hash.read(V13, Argon2Limits.usual().withMostMemoryKiB(128))).isEmpty();
  }

  @Test
  void dataTooLongForAPhcStringIsRefused() {
    Argon2Input input = Argon2Input.of(new byte[0], new byte[16]).withAssociatedData(new byte[33]);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Argon2Hash.of(engine, Argon2Parameters.argon2id(8, 1, 1), input))
        .withMessageContaining("33 bytes");
    assertThatIllegalArgumentException().isThrownBy(() -> read(V13).withKeyId(new byte[9]));
  }

  @Test
  void aPrintedHashShowsNeitherSaltNorTag() {
    assertThat(read(V13).toString()).contains("256").doesNotContain("c29t", "bQk8");
  }

  private static Argon2Hash read(String encoded) {
    return Argon2Hash.read(encoded, Argon2Limits.usual()).orElseThrow();
  }
}
