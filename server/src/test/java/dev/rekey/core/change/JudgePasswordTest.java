package dev.rekey.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.change.JudgePassword.Command;
import dev.rekey.core.change.JudgePassword.Outcome;
import dev.rekey.core.password.Password;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.proof.PlainHasher;
import dev.rekey.core.proof.Scene;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A password is judged before somebody chooses it. */
class JudgePasswordTest {

  private static final String PASSWORD = "quiet harbour lantern";

  private final Scene scene = new Scene();
  private final JudgePassword judge = new JudgePassword(scene.newPassword(), scene.doorkeeper);

  private Outcome judge(Optional<Caller> caller, List<String> words, String text, Visit visit) {
    return judge.handle(new Command(caller, words, Password.of(text), visit));
  }

  private Outcome judge(String text) {
    return judge(Optional.empty(), List.of(), text, Scene.HOME);
  }

  @Test
  void whatWouldDoHasNothingAgainstIt() {
    assertThat(judge("seven loud umbrellas")).isEqualTo(new Outcome.Judged(List.of()));
    assertThat(judge("short")).isEqualTo(new Outcome.Judged(List.of(new Violation.TooShort(8))));
    assertThat(judge(" ")).isEqualTo(new Outcome.Judged(List.of(new Violation.Blank())));
  }

  @Test
  void theCallersWordsAndThoseSentAlongCount() {
    scene.person("anna-of-green-gables", PASSWORD);
    Optional<Caller> anna = Optional.of(scene.caller("anna-of-green-gables", PASSWORD));
    Outcome personal = new Outcome.Judged(List.of(new Violation.Personal()));

    assertThat(judge(anna, List.of(), "anna-of-green-gables", Scene.HOME)).isEqualTo(personal);
    assertThat(judge(anna, List.of("avonlea-school"), "avonlea-school", Scene.HOME))
        .isEqualTo(personal);
    assertThat(judge("anna-of-green-gables")).isEqualTo(new Outcome.Judged(List.of()));
  }

  @Test
  void noHashIsComputedSoThatTheCurrentOneIsNotGuessed() {
    scene.person("anna", PASSWORD);
    Optional<Caller> anna = Optional.of(scene.caller("anna", PASSWORD));
    PlainHasher.Work before = scene.hasher.work();

    assertThat(judge(anna, List.of(), PASSWORD, Scene.HOME))
        .isEqualTo(new Outcome.Judged(List.of()));

    assertThat(scene.hasher.work()).isEqualTo(before);
  }

  @Test
  void anAddressIsLimitedForAWhile() {
    for (int i = 0; i < 600; i++) {
      assertThat(judge("seven loud umbrellas")).isInstanceOf(Outcome.Judged.class);
    }

    assertThat(judge("seven loud umbrellas")).isEqualTo(new Outcome.TooMany(Duration.ofHours(1)));
    assertThat(judge(Optional.empty(), List.of(), "x", Scene.from("192.0.2.99")))
        .isInstanceOf(Outcome.Judged.class);
    scene.clock.pass(Duration.ofHours(1).plusMillis(1));
    assertThat(judge("seven loud umbrellas")).isInstanceOf(Outcome.Judged.class);
  }
}
