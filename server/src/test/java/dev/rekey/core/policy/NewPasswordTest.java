package dev.rekey.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.password.Hasher;
import dev.rekey.core.password.Password;
import dev.rekey.core.password.Source;
import dev.rekey.core.policy.NewPassword.Wish;
import dev.rekey.core.proof.PlainHasher;
import dev.rekey.core.proof.Scene;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NewPasswordTest {

  private static final String GOOD = "umbrella tulip";

  private final Scene scene = new Scene();
  private final Account anna = scene.person("anna", "yellow submarine");
  private final NewPassword newPassword = scene.newPassword();

  @Test
  void aGoodPasswordHasNoFault() {
    assertThat(judge(wish(GOOD))).isEmpty();
    assertThat(judge(repeated(GOOD, GOOD))).isEmpty();
  }

  @Test
  void noPasswordAtAllIsBlank() {
    assertThat(judge(new Wish(Optional.empty(), Optional.empty(), false)))
        .containsExactly(new Violation.Blank());
    assertThat(judge(wish(""))).containsExactly(new Violation.Blank());
    assertThat(judge(wish("   "))).containsExactly(new Violation.Blank());
  }

  @Test
  void aDemandedRepetitionMustBeThere() {
    assertThat(judge(new Wish(Optional.of(Password.of(GOOD)), Optional.empty(), true)))
        .containsExactly(new Violation.ConfirmationBlank());
  }

  @Test
  void aRepetitionThatIsSentMustBeTheSameEvenWhereNoneIsDemanded() {
    assertThat(judge(repeated(GOOD, "umbrella tulips")))
        .containsExactly(new Violation.ConfirmationDiffers());
    assertThat(judge(repeated(GOOD, ""))).containsExactly(new Violation.ConfirmationDiffers());
    assertThat(judge(new Wish(Optional.empty(), Optional.of(Password.of("anything else")), false)))
        .containsExactly(new Violation.Blank(), new Violation.ConfirmationDiffers());
  }

  /** Devise lists them so, and its clients show the first. */
  @Test
  void blanknessComesFirstThenTheRepetitionThenAllElse() {
    assertThat(judge(repeated("", "other")))
        .containsExactly(new Violation.Blank(), new Violation.ConfirmationDiffers());
    assertThat(judge(repeated("short", "other")))
        .containsExactly(new Violation.ConfirmationDiffers(), new Violation.TooShort(8));
    assertThat(judge(repeated("x".repeat(65), "other")))
        .containsExactly(new Violation.ConfirmationDiffers(), new Violation.TooLong(64));
  }

  @Test
  void theOwnersOwnWordsAreRefused() {
    assertThat(judge(wish("anna@example.org"))).containsExactly(new Violation.Personal());
    assertThat(judge(wish("anna123456"))).containsExactly(new Violation.Personal());
  }

  @Test
  void anAccountThatIsAboutToBeMadeIsJudgedByItsWordsToo() {
    PasswordPolicy.Bearer bearer = new PasswordPolicy.Bearer(List.of("lettie.gleason"));

    assertThat(newPassword.judge(wish("lettie.gleason1"), bearer))
        .containsExactly(new Violation.Personal());
  }

  @Test
  void knowsThePasswordThatTheAccountHasNow() {
    assertThat(isCurrent(newPassword, anna, "yellow submarine")).isTrue();
    assertThat(isCurrent(newPassword, anna, GOOD)).isFalse();
  }

  @Test
  void aPasswordWhoseHashIsOutdatedIsTheCurrentOneStill() {
    Account bert = scene.personWithHash("bert", scene.hasher.outdated("yellow submarine"));

    assertThat(isCurrent(newPassword, bert, "yellow submarine")).isTrue();
  }

  @Test
  void anAccountWithoutAPasswordHasNoCurrentOneAndCostsNoHash() {
    Account bert = scene.personWithoutPassword("bert");

    assertThat(scene.workOf(() -> isCurrent(newPassword, bert, GOOD)))
        .isEqualTo(new PlainHasher.Work(0, 0));
    assertThat(isCurrent(newPassword, bert, GOOD)).isFalse();
  }

  @Test
  void aPolicyThatDoesNotMindNeverAsks() {
    NewPassword lenient = new NewPassword(new PasswordPolicy(List.of(new Rule.NotBlank())));

    assertThat(scene.workOf(() -> isCurrent(lenient, anna, "yellow submarine")))
        .isEqualTo(new PlainHasher.Work(0, 0));
    assertThat(isCurrent(lenient, anna, "yellow submarine")).isFalse();
  }

  private List<Violation> judge(Wish wish) {
    return newPassword.judge(wish, anna);
  }

  private boolean isCurrent(NewPassword judge, Account account, String next) {
    try (Hasher.Slot slot = (Hasher.Slot) scene.hasher.reserve(Source.house())) {
      return judge.isCurrent(Password.of(next), account, slot);
    }
  }

  private static Wish wish(String password) {
    return Wish.of(Password.of(password));
  }

  private static Wish repeated(String password, String repetition) {
    return new Wish(
        Optional.of(Password.of(password)), Optional.of(Password.of(repetition)), false);
  }
}
