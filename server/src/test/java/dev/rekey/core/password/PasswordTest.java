package dev.rekey.core.password;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {

  private static final String COMPOSED = "caf\u00E9";
  private static final String DECOMPOSED = "cafe\u0301";

  @Test
  @DisplayName("N-05: an astral character counts as one")
  void countsCodePoints() {
    assertThat(Password.of("p\u00E4\uD83D\uDE00ss").length()).isEqualTo(5);
  }

  @Test
  @DisplayName("N-12: what is composed counts as one, however it was typed")
  void countsTheComposedForm() {
    assertThat(Password.of(DECOMPOSED).length()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n", "\u00A0\u2003", "\u3000", "\u0085"})
  void whiteSpaceAloneIsBlank(String text) {
    assertThat(Password.of(text).isBlank()).isTrue();
  }

  @Test
  void whiteSpaceAroundSomethingIsNotBlankAndStays() {
    Password password = Password.of(" a ");
    assertThat(password.isBlank()).isFalse();
    assertThat(password.length()).isEqualTo(3);
  }

  @Test
  void onlyTheEmptyOneIsEmpty() {
    assertThat(Password.of("").isEmpty()).isTrue();
    assertThat(Password.of(" ").isEmpty()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "\0", "\uD83D", "a\uDE00b", "\uDE00\uD83D"})
  void nulAndLoneSurrogatesAreUnusable(String text) {
    assertThat(Password.of(text).isUnusable()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ordinary", "\uD83D\uDE00", "\t", "\u200B\uFFFD"})
  void everythingElseIsUsable(String text) {
    assertThat(Password.of(text).isUnusable()).isFalse();
  }

  @Test
  @DisplayName("V6.2.8: a password is the same as its repetition only exactly as received")
  void sameMeansExactlyTheSame() {
    assertThat(Password.of("Secret").sameAs(Password.of("Secret"))).isTrue();
    assertThat(Password.of("Secret").sameAs(Password.of("secret"))).isFalse();
    assertThat(Password.of("Secret").sameAs(Password.of("Secret "))).isFalse();
    assertThat(Password.of(COMPOSED).sameAs(Password.of(DECOMPOSED))).isFalse();
  }

  @Test
  void aLoneSurrogateIsNotAQuestionMark() {
    assertThat(Password.of("a\uD83D").sameAs(Password.of("a?"))).isFalse();
    assertThat(Password.of("a\uD83D").sameAs(Password.of("a\uD83E"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "anna, anna", //
    "ANNA, anna",
    "anna, Anna",
    "Anna2024!, anna",
    "12anna34, anna",
    "bob, Bob",
    "jane.doe, jane.doe",
    "!!jane.doe1, jane.doe",
    "user42!!, user42",
    "5551234, 5551234",
    "\u0130stanbul1, \u0130STANBUL",
    "\u0939\u093F\u0928\u094D\u0926\u09401, \u0939\u093F\u0928\u094D\u0926\u0940",
  })
  void isMadeOfAWordWithDigitsAndSignsAround(String password, String word) {
    assertThat(Password.of(password).isMadeOf(word)).isTrue();
  }

  @Test
  void isMadeOfAWordInWhicheverFormItIsWritten() {
    assertThat(Password.of(DECOMPOSED + "99").isMadeOf(COMPOSED)).isTrue();
    assertThat(Password.of(COMPOSED + "99").isMadeOf(DECOMPOSED)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "bob123, bob", //
    "annabelle, anna",
    "my anna lies over the ocean, anna",
    "31121990, 1990",
    "anna, annabelle",
    "12345678, ''",
    "'   ', ' '",
  })
  void isNotMadeOfAWordThatItMerelyContains(String password, String word) {
    assertThat(Password.of(password).isMadeOf(word)).isFalse();
  }

  @Test
  void theFingerprintIsTheStartOfTheDigestOfTheFoldedForm() {
    // printf password | sha256sum
    assertThat(Password.of("password").fingerprint()).isEqualTo(0x5e884898da280471L);
    assertThat(Password.of("PassWord").fingerprint()).isEqualTo(0x5e884898da280471L);
    assertThat(Password.of(DECOMPOSED).fingerprint())
        .isEqualTo(Password.of(COMPOSED).fingerprint());
  }

  @Test
  @DisplayName("V6.2.8: the bytes that are hashed are those received, but for NFC")
  void keepsBothForms() {
    Password password = Password.of(" " + DECOMPOSED);
    assertThat(password.raw()).isEqualTo((" " + DECOMPOSED).getBytes(UTF_8));
    assertThat(password.normalised()).isEqualTo((" " + COMPOSED).getBytes(UTF_8));
    assertThat(password.isNormalised()).isFalse();
    assertThat(Password.of(COMPOSED).isNormalised()).isTrue();
  }

  @Test
  @DisplayName("C-09: a megabyte of combining marks is taken in at once")
  void aMonstrousPasswordBurnsNoTime() {
    String marks = "\u0301\u0323".repeat(500_000);
    Password monster =
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Password.of("a" + marks));
    assertThat(monster.length()).isEqualTo(1_000_001);
  }

  @Test
  void clearingWipesBothForms() {
    Password password = Password.of(DECOMPOSED);
    byte[] raw = password.raw();
    byte[] normalised = password.normalised();
    password.clear();
    assertThat(raw).containsOnly(0);
    assertThat(normalised).containsOnly(0);
  }

  @Test
  void aClearedPasswordIsOfNoUse() {
    Password password = Password.of("secret");
    password.clear();
    List<Consumer<Password>> uses =
        List.of(
            Password::length,
            Password::isEmpty,
            Password::isBlank,
            Password::isUnusable,
            Password::fingerprint,
            Password::raw,
            Password::normalised,
            Password::isNormalised,
            one -> one.sameAs(Password.of("secret")),
            one -> Password.of("secret").sameAs(one),
            one -> one.isMadeOf("secret"));
    assertThat(uses)
        .allSatisfy(
            use -> assertThatIllegalStateException().isThrownBy(() -> use.accept(password)));
  }

  @Test
  void neverShowsItself() {
    assertThat(Password.of("secret")).hasToString("Password[hidden]");
  }

  @Test
  void aWordAgainAndAgainIsStillThatWord() {
    assertThat(Password.of("rekeyrekey").isMadeOf("rekey")).isTrue();
    assertThat(Password.of("op1-op1-op1").isMadeOf("op1")).isTrue();
    assertThat(Password.of("rekey rekey lighthouse").isMadeOf("rekey")).isFalse();
    assertThat(Password.of("ababababab").isMadeOf("ab")).isFalse();
  }
}
