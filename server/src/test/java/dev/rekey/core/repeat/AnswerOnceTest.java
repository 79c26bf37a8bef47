package dev.rekey.core.repeat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Realm;
import dev.rekey.core.proof.HandClock;
import dev.rekey.core.repeat.AnswerOnce.Answer;
import dev.rekey.core.repeat.AnswerOnce.Command;
import dev.rekey.core.repeat.AnswerOnce.Outcome;
import dev.rekey.core.store.KeptAnswers;
import dev.rekey.core.store.MemoryKeptAnswers;
import dev.rekey.core.visit.Origin;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What comes twice is done once. */
class AnswerOnceTest {

  private final HandClock clock = new HandClock(Instant.parse("2026-03-04T05:06:07Z"));
  private final KeptAnswers answers = new MemoryKeptAnswers();
  private final AnswerOnce once = new AnswerOnce(answers, clock);
  private final List<String> done = new ArrayList<>();

  @Test
  void theSecondGetsTheFirstOnesAnswer() {
    assertThat(textOf(ask("key", "request", "first"))).isEqualTo("first");

    Outcome second = ask("key", "request", "second");

    assertThat(second).isInstanceOf(Outcome.Repeated.class);
    assertThat(textOf(second)).isEqualTo("first");
    assertThat(done).containsExactly("first");
  }

  @Test
  void anotherNodeKnowsTheAnswer() {
    ask("key", "request", "first");

    Outcome second =
        new AnswerOnce(answers, clock).handle(command("key", "request"), () -> work("second"));

    assertThat(second).isInstanceOf(Outcome.Repeated.class);
  }

  @Test
  void aKeyBelongsToOneRequest() {
    ask("key", "request", "first");

    assertThat(ask("key", "another", "second")).isInstanceOf(Outcome.AnotherRequest.class);
    assertThat(done).containsExactly("first");
  }

  @Test
  void whoComesMeanwhileWaits() {
    once.handle(
        command("key", "request"),
        () -> {
          assertThat(ask("key", "request", "second")).isInstanceOf(Outcome.UnderWay.class);
          return work("first");
        });

    assertThat(done).containsExactly("first");
  }

  @Test
  void whatIsNotLastingIsDoneAgain() {
    once.handle(command("key", "request"), () -> new Answer("busy".getBytes(UTF_8), false));

    assertThat(textOf(ask("key", "request", "second"))).isEqualTo("second");
  }

  @Test
  void whatBreaksTheWorkGivesTheKeyBack() {
    assertThatThrownBy(() ->
            once.handle(
                command("key", "request"),
                () -> {
                  throw new IllegalStateException("the disk is full");
                }))
        .hasMessage("the disk is full");

    assertThat(ask("key", "request", "second")).isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void afterACrashTheKeyIsFreeWithinAMinute() {
    once.handle(
        command("key", "request"),
        () -> {
          clock.pass(Duration.ofSeconds(59));
          assertThat(ask("key", "request", "early")).isInstanceOf(Outcome.UnderWay.class);
          clock.pass(Duration.ofSeconds(1));
          assertThat(ask("key", "request", "second")).isInstanceOf(Outcome.Answered.class);
          return work("first, and late");
        });

    assertThat(textOf(ask("key", "request", "third"))).isEqualTo("second");
  }

  @Test
  void anAnswerIsKeptForADay() {
    ask("key", "request", "first");

    clock.pass(AnswerOnce.MEMORY.minusMillis(1));
    assertThat(textOf(ask("key", "request", "second"))).isEqualTo("first");
    clock.pass(Duration.ofMillis(1));
    assertThat(textOf(ask("key", "request", "third"))).isEqualTo("third");
  }

  @Test
  void nobodyMeetsAnothersKey() {
    List<Command> others =
        List.of(
            new Command(
                Optional.of(new AccountId(1)), "key", bytes("r"), visit("main", "own", "a")),
            new Command(
                Optional.of(new AccountId(2)), "key", bytes("r"), visit("main", "own", "a")),
            new Command(Optional.empty(), "key", bytes("r"), visit("main", "own", "a")),
            new Command(Optional.empty(), "key", bytes("r"), visit("main", "own", "b")),
            new Command(Optional.empty(), "key", bytes("r"), visit("main", "other", "a")),
            new Command(Optional.empty(), "key", bytes("r"), visit("other", "own", "a")));

    assertThat(others)
        .allSatisfy(command ->
            assertThat(once.handle(command, () -> work("done")))
                .isInstanceOf(Outcome.Answered.class));
  }

  @Test
  void aCommandShowsNothing() {
    assertThat(command("key", "secret").toString()).doesNotContain("key").doesNotContain("secret");
  }

  private Outcome ask(String key, String request, String answer) {
    return once.handle(command(key, request), () -> work(answer));
  }

  private Answer work(String answer) {
    done.add(answer);
    return new Answer(bytes(answer), true);
  }

  private static Command command(String key, String request) {
    return new Command(Optional.empty(), key, bytes(request), visit("main", "own", "192.0.2.1"));
  }

  private static Visit visit(String realm, String wire, String address) {
    return new Visit(new Realm(realm), wire, new Origin(address, ""), Optional.empty());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static String textOf(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Answered(byte[] answer) -> new String(answer, UTF_8);
      case Outcome.Repeated(byte[] answer) -> new String(answer, UTF_8);
      case Outcome.UnderWay _, Outcome.AnotherRequest _ ->
          throw new AssertionError("no answer: " + outcome);
    };
  }
}
