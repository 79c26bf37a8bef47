package dev.rekey.core.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordHashTest {

  @ParameterizedTest
  @DisplayName("N-26: the scheme can be read in each record")
  @CsvSource(
      delimiter = ' ',
      value = {
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"
            + " argon2id",
        "$rekey-p1$k1$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"
            + " argon2id",
        "$2a$04$CCCCCCCCCCCCCCCCCCCCC.v02pZRx4sqHmeS89zKaynaZ2NUgqxBi bcrypt",
        "$pbkdf2-sha512$i=2048$AAECAwQFBgcICQoLDA0ODw$AAECAwQFBgcICQoLDA0ODw pbkdf2-sha512",
        "$2a$31$CCCCCCCCCCCCCCCCCCCCC.v02pZRx4sqHmeS89zKaynaZ2NUgqxBi unknown",
        "5f4dcc3b5aa765d61d8327deb882cf99 unknown",
      })
  void namesItsScheme(String encoded, String scheme) {
    assertThat(PasswordHash.of(encoded).scheme()).isEqualTo(scheme);
  }

  @Test
  void theEmptyTextIsAHashOfNothing() {
    assertThat(PasswordHash.of("").scheme()).isEqualTo("unknown");
  }

  @Test
  void isEqualByItsText() {
    assertThat(PasswordHash.of("a")).isEqualTo(PasswordHash.of("a"));
    assertThat(PasswordHash.of("a")).hasSameHashCodeAs(PasswordHash.of("a"));
    assertThat(PasswordHash.of("a")).isNotEqualTo(PasswordHash.of("b"));
  }

  @Test
  void neverShowsItself() {
    assertThat(PasswordHash.of("5f4dcc3b5aa765d6")).hasToString("PasswordHash[unknown]");
  }

  @Test
  void saysWhatItCostsAndNothingElse() {
    String phc =
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
    assertThat(PasswordHash.of(phc).cost()).isEqualTo("m=256,t=2,p=1");
    assertThat(PasswordHash.of("5f4dcc3b5aa765d6").cost()).isEmpty();
  }
}
