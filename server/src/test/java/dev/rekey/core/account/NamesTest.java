package dev.rekey.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What realms, roles and ids on the wires may be called. */
class NamesTest {

  private static final String HEX24 = "0123456789abcdef01234567";
  private static final String HEX32 = "0123456789abcdef0123456789abcdef";

  @ParameterizedTest
  @ValueSource(strings = {"main", "0", "tenant-7"})
  void aRealmIsLowerCaseLettersDigitsAndDashes(String name) {
    assertThat(new Realm(name).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-main", "Main", "a b", "a_b", "main\n", "\u00e9t\u00e9"})
  void noOtherNameIsARealms(String name) {
    assertThatThrownBy(() -> new Realm(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "health_professional", "a-1"})
  void aRoleBeginsWithALetter(String name) {
    assertThat(new Role(name).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1st", "Admin", "a b", "admin\n"})
  void noOtherNameIsARoles(String name) {
    assertThatThrownBy(() -> new Role(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void namesEndAtSixtyThree() {
    assertThatCode(() -> new Realm("a".repeat(63))).doesNotThrowAnyException();
    assertThatThrownBy(() -> new Realm("a".repeat(64)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatCode(() -> new Role("a".repeat(63))).doesNotThrowAnyException();
    assertThatThrownBy(() -> new Role("a".repeat(64))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void idsOnTheWiresHaveTheirWiresShape() {
    assertThatCode(() -> new WireIds(1, HEX24, HEX32)).doesNotThrowAnyException();
    assertThatThrownBy(() -> new WireIds(0, HEX24, HEX32))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new WireIds(1, HEX24.toUpperCase(Locale.ROOT), HEX32))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new WireIds(1, HEX24, HEX24))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
