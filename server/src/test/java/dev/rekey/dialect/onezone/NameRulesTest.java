package dev.rekey.dialect.onezone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.dialect.onezone.OnezoneDialect.Profile;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameRulesTest {

  private static final NameRules RULES = new NameRules(Profile.LINE_21_02);

  @ParameterizedTest
  @ValueSource(strings = {"ab", "r.lingens", "ab..cd", "A-_.9", "00"})
  void dotsDashesAndUnderscoresAreInsideOfUsernames(String name) {
    assertThat(RULES.isUsername(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", ".ab", "ab.", "_ab", "ab-", "a b", "aż", "ab\n", "a:b", "½½"})
  void anythingElseIsNone(String name) {
    assertThat(RULES.isUsername(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Zoë", "½²", "Ⅷ Ⅷ", "O'Neill, Jr.", "李小龍", "𝒜𝒜", "2-x"})
  void anyLettersAndNumbersMakeAFullName(String name) {
    assertThat(RULES.isFullName(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "abc,", "abc'", " ab", "ab ", "Zoe\u0308", "a😀b", "abc\n", "a_b"})
  void combiningMarksAndPicturesDoNot(String name) {
    assertThat(RULES.isFullName(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a)", "_a_", "my token.1", "żółć"})
  void bracketsAreInNamesOfTokens(String name) {
    assertThat(RULES.isTokenName(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "-a", "a-", "a:b", "a/b", "a\n", ".a."})
  void otherSignsAreNot(String name) {
    assertThat(RULES.isTokenName(name)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void lengthsAreCountedInCodePoints(Profile profile) {
    NameRules rules = new NameRules(profile);
    boolean old = profile == Profile.LINE_20_02;
    int username = old ? 20 : 32;
    int name = old ? 50 : 128;
    assertThat(rules.isUsername("a".repeat(username))).isTrue();
    assertThat(rules.isUsername("a".repeat(username + 1))).isFalse();
    assertThat(rules.isFullName("𝒜".repeat(name))).isTrue();
    assertThat(rules.isFullName("𝒜".repeat(name + 1))).isFalse();
    assertThat(rules.isTokenName("𝒜".repeat(name))).isTrue();
    assertThat(rules.isTokenName("𝒜".repeat(name + 1))).isFalse();
    assertThat(rules.aboutUsernames()).contains("2-" + username + " characters");
    assertThat(rules.aboutFullNames()).contains("2-" + name + " characters");
    assertThat(rules.aboutTokenNames()).contains("2-" + name + " characters");
  }

  @Property
  void aUsernameHoldsNothingThatALoginCannot(@ForAll String text) {
    if (RULES.isUsername(text)) {
      assertThat(text).matches("\\p{ASCII}+").doesNotContain(":", "@", " ");
    }
  }
}
