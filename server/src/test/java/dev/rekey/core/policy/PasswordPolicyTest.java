package dev.rekey.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.password.Password;
import dev.rekey.core.policy.PasswordPolicy.Bearer;
import dev.rekey.core.policy.Violation.Blank;
import dev.rekey.core.policy.Violation.Common;
import dev.rekey.core.policy.Violation.OfPassword;
import dev.rekey.core.policy.Violation.Organisational;
import dev.rekey.core.policy.Violation.Personal;
import dev.rekey.core.policy.Violation.TooLong;
import dev.rekey.core.policy.Violation.TooShort;
import dev.rekey.core.policy.Violation.Unusable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

  private static final Bearer NOBODY = new Bearer(List.of());
  private static final Bearer JANE = new Bearer(List.of("jane.doe", "Jane", "Springfield"));

  private final Blocklist shipped = Blocklist.shipped();
  private final PasswordPolicy standard =
      PasswordPolicy.standard(PolicySettings.standard(), shipped);

  @Test
  @DisplayName("N-01: with a minimum of fifteen, fourteen are refused and fifteen accepted")
  void fifteenIsTheFloorForAPasswordThatStandsAlone() {
    PasswordPolicy policy = withMinimum(15);
    assertThat(policy.judge(Password.of("qzkvwpxnrmtghl"), NOBODY))
        .containsExactly(new TooShort(15));
    assertThat(policy.judge(Password.of("qzkvwpxnrmtghlb"), NOBODY)).isEmpty();
  }

  @Test
  @DisplayName("V6.2.1: seven are refused and eight accepted by default")
  void eightIsTheFloorByDefault() {
    assertThat(judge("qzkvwpx")).containsExactly(new TooShort(8));
    assertThat(judge("qzkvwpxn")).isEmpty();
  }

  @Test
  @DisplayName("N-03, V6.2.9: 64 characters and many more are accepted")
  void longPasswordsAreWelcome() {
    assertThat(judge("correct horse battery staple ".repeat(10).substring(0, 64))).isEmpty();
    assertThat(judge("ab".repeat(512))).isEmpty();
    assertThat(judge("ab".repeat(512) + "a")).containsExactly(new TooLong(1024));
  }

  @ParameterizedTest
  @MethodSource("printableAscii")
  @DisplayName("N-04: every printable ASCII character is accepted, at either end too")
  void everyPrintableAsciiCharacterIsAccepted(String sign) {
    assertThat(judge(sign + "qzkvwpx")).isEmpty();
    assertThat(judge("qzk" + sign + "vwpx")).isEmpty();
    assertThat(judge("qzkvwpx" + sign)).isEmpty();
  }

  static List<String> printableAscii() {
    return IntStream.rangeClosed(0x20, 0x7E).mapToObj(Character::toString).toList();
  }

  @Test
  @DisplayName("N-05: Unicode is accepted, and an astral character counts as one")
  void countsCodePoints() {
    assertThat(judge("\uD83D\uDE00".repeat(7))).containsExactly(new TooShort(8));
    assertThat(judge("\uD83D\uDE00".repeat(8))).isEmpty();
    assertThat(judge("\u043F\u0430\u0440\u043E\u043B\u044C\u043A\u0430")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"qzkvwpxnrmtghlb", "QZKVWPXNRMTGHLB", "502938471659283", "               x"})
  @DisplayName("N-06, V6.2.5: characters of one class alone will do")
  void composesNothing(String password) {
    assertThat(judge(password)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"password", "PASSWORD", "PassWord", "12345678", "iloveyou", "qwertyuiop"})
  @DisplayName("N-14, N-15: the whole password is compared with the blocklist, and a hit is named")
  void listedPasswordsAreRefused(String password) {
    assertThat(judge(password)).containsExactly(new Common());
  }

  @Test
  @DisplayName("N-14: a long phrase that merely contains a listed word passes")
  void phrasesMayContainListedWords() {
    assertThat(judge("the dragon ate my password")).isEmpty();
  }

  @Test
  void theBlocklistCanBeSwitchedOff() {
    PolicySettings settings = new PolicySettings(8, 1024, false, true, List.of(), true);
    assertThat(PasswordPolicy.standard(settings).judge(Password.of("password"), NOBODY)).isEmpty();
    assertThat(PasswordPolicy.standard(settings, shipped).judge(Password.of("password"), NOBODY))
        .isEmpty();
  }

  @Test
  void theShippedListIsUsedUnlessAnotherIsGiven() {
    PasswordPolicy policy = PasswordPolicy.standard(PolicySettings.standard());
    assertThat(policy.judge(Password.of("password"), NOBODY)).containsExactly(new Common());
  }

  @ParameterizedTest
  @ValueSource(strings = {"jane.doe", "JANE.DOE", "Jane2024!", "springfield", "99Springfield99"})
  void theAccountsOwnWordsAreRefused(String password) {
    assertThat(standard.judge(Password.of(password), JANE)).contains(new Personal());
  }

  @Test
  void ownWordsInsideAPhraseAndOtherPeoplesWordsAreNot() {
    assertThat(standard.judge(Password.of("jane eyre by the fire"), JANE)).isEmpty();
    assertThat(judge("99Springfield99")).isEmpty();
  }

  @Test
  void ownWordsCanBeAllowed() {
    PolicySettings settings = new PolicySettings(8, 1024, true, false, List.of(), true);
    assertThat(
            PasswordPolicy.standard(settings, shipped).judge(Password.of("99Springfield99"), JANE))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rekey2026!", "!!Rekey!!", "123REKEY"})
  @DisplayName("V6.2.11: the organisation's words are refused")
  void theOrganisationsWordsAreRefused(String password) {
    assertThat(judge(password)).containsExactly(new Organisational());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\u00A0\u3000", "                "})
  void blankSaysNothingElse(String password) {
    assertThat(judge(password)).containsExactly(new Blank());
  }

  @ParameterizedTest
  @ValueSource(strings = {"qzkv\0wpxn", "qzkv\uD83Dwpxn", "\uDE00qzkvwpxn"})
  void whatNoWireCarriesIsRefused(String password) {
    assertThat(judge(password)).containsExactly(new Unusable());
  }

  @Test
  void everythingIsSaidInOrder() {
    PolicySettings settings =
        new PolicySettings(15, 1024, true, true, List.of("rekey", "letmein"), true);
    Bearer bearer = new Bearer(List.of("LetMeIn"));
    List<OfPassword> violations =
        PasswordPolicy.standard(settings, shipped).judge(Password.of("letmein"), bearer);
    assertThat(violations)
        .containsExactly(new TooShort(15), new Common(), new Personal(), new Organisational());
    assertThat(judge("a\0b")).containsExactly(new Unusable(), new TooShort(8));
  }

  @Test
  @DisplayName("V6.2.4: the top 3,000 passwords that fit the policy are refused")
  void theTopThreeThousandAreRefused() throws Exception {
    List<String> top =
        CommonPasswords.all().stream().filter(one -> one.length() >= 8).limit(3000).toList();
    assertThat(top)
        .hasSize(3000)
        .allSatisfy(one -> assertThat(judge(one)).contains(new Common()))
        .allSatisfy(one -> assertThat(judge(upper(one))).contains(new Common()));
  }

  @Test
  void whetherTheCurrentPasswordIsRefusedIsASetting() {
    PolicySettings lenient = new PolicySettings(8, 1024, true, true, List.of(), false);
    assertThat(standard.refusesCurrent()).isTrue();
    assertThat(PasswordPolicy.standard(lenient, shipped).refusesCurrent()).isFalse();
  }

  @Test
  void aPolicyOfRulesOfOnesOwnAsksThoseOnly() {
    PasswordPolicy policy = new PasswordPolicy(List.of(new Rule.MinimumLength(3)));
    assertThat(policy.judge(Password.of("xx"), NOBODY)).containsExactly(new TooShort(3));
    assertThat(policy.judge(Password.of("xxx"), NOBODY)).isEmpty();
    assertThat(policy.refusesCurrent()).isFalse();
  }

  private List<OfPassword> judge(String password) {
    return standard.judge(Password.of(password), NOBODY);
  }

  private PasswordPolicy withMinimum(int minimum) {
    return PasswordPolicy.standard(
        new PolicySettings(minimum, 1024, true, true, List.of("rekey"), true), shipped);
  }

  private static String upper(String text) {
    return text.chars()
        .mapToObj(sign -> Character.toString(Character.toUpperCase(sign)))
        .collect(Collectors.joining());
  }
}
