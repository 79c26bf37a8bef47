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

  /** Else whoever has no address gets tokens from devise_token_auth's wire that admit nobody. */
  @Test
  void withoutAnAddressTheUidIsTheUsername() {
    assertThat(Logins.of(Optional.empty(), Optional.of("lettie")).uid()).contains("lettie");
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

  /** Every address is a letter's one day, and a line break there is a header. */
  @ParameterizedTest
  @ValueSource(
      strings = {"a@example.org\r\nBcc: b@example.org", "a@example.org\u0000", "a\tb@example.org"})
  void anAddressHoldsNoControlCharacters(String address) {
    assertThatThrownBy(() -> byEmail(address)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Logins byEmail(String address) {
    return Logins.of(Optional.of(address), Optional.empty());
  }
}
