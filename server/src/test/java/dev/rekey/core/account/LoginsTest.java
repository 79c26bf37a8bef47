package dev.rekey.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginsTest {

  @Test
  void anAddressIsKeptTrimmedAndInLowerCase() {
    assertThat(byEmail(" Lettie.Gleason@Example.COM\n").email())
        .contains("lettie.gleason@example.com");
  }

  @Test
  void aUsernameIsKeptAsItIs() {
    Logins logins = Logins.of(Optional.empty(), Optional.of("Lettie G"));

    assertThat(logins.username()).contains("Lettie G");
  }

  @Test
  void theUidIsTheAddressUnlessImported() {
    assertThat(byEmail("Lettie@Example.com").uid()).contains("lettie@example.com");

    Logins imported =
        new Logins(Optional.of("lettie@example.com"), Optional.empty(), Optional.of("U-17"));

    assertThat(imported.uid()).contains("U-17");
  }

  @Test
  void everyNameIsListedOnce() {
    Logins logins = Logins.of(Optional.of("lettie@example.com"), Optional.of("lettie"));

    assertThat(logins.all()).containsExactly("lettie@example.com", "lettie");
  }

  @Test
  void theOwnerIsCalledByUsernameElseByAddressElseByUid() {
    assertThat(Logins.of(Optional.of("l@example.com"), Optional.of("lettie")).display())
        .isEqualTo("lettie");
    assertThat(byEmail("l@example.com").display()).isEqualTo("l@example.com");
    assertThat(new Logins(Optional.empty(), Optional.empty(), Optional.of("U-17")).display())
        .isEqualTo("U-17");
  }

  @Test
  void anAccountNeedsAName() {
    assertThatThrownBy(() -> Logins.of(Optional.empty(), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void aBlankNameIsNone(String blank) {
    assertThatThrownBy(() -> byEmail(blank)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Logins.of(Optional.empty(), Optional.of(blank)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Logins byEmail(String address) {
    return Logins.of(Optional.of(address), Optional.empty());
  }
}
