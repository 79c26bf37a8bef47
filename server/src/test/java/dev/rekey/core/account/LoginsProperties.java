package dev.rekey.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.Whitespace;

class LoginsProperties {

  @Property
  void theCanonicalFormIsItsOwnCanonicalForm(@ForAll String typed) {
    String once = Logins.canonicalEmail(typed);

    assertThat(Logins.canonicalEmail(once)).isEqualTo(once);
  }

  @Property
  void caseAndWhiteSpaceAroundNeverCount(
      @ForAll @AlphaChars @NumericChars String name,
      @ForAll @Whitespace String before,
      @ForAll @Whitespace String behind) {
    String address = name + "@example.org";

    assertThat(Logins.canonicalEmail(before + address.toUpperCase(Locale.ROOT) + behind))
        .isEqualTo(Logins.canonicalEmail(address));
  }

  @Property
  void differentLettersStayDifferent(
      @ForAll @AlphaChars @NotEmpty String one, @ForAll @AlphaChars @NotEmpty String other) {
    Assume.that(!one.equalsIgnoreCase(other));

    assertThat(Logins.canonicalEmail(one)).isNotEqualTo(Logins.canonicalEmail(other));
  }

  @Property
  void usernamesAreNeverTouched(@ForAll @AlphaChars @Chars({' ', '.', '@', '\u00e9'}) String name) {
    Assume.that(!name.isBlank());

    assertThat(Logins.of(Optional.empty(), Optional.of(name)).username()).contains(name);
  }

  @Property
  void loginsMadeOfTheirOwnPartsAreTheSame(
      @ForAll @AlphaChars @NotEmpty String name, @ForAll @AlphaChars @NotEmpty String username) {
    Logins logins = Logins.of(Optional.of(name + "@Example.org"), Optional.of(username));

    assertThat(new Logins(logins.email(), logins.username(), logins.uid())).isEqualTo(logins);
  }
}
