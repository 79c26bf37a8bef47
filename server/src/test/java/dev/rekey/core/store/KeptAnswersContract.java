package dev.rekey.core.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.store.KeptAnswers.Kept;
import dev.rekey.core.store.KeptAnswers.Lease;
import dev.rekey.core.store.KeptAnswers.Taking;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store promises about kept answers. */
public interface KeptAnswersContract {

  KeptAnswers answers();

  Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
  Lease LEASE = new Lease(NOW, NOW.plusSeconds(60));
  Instant TOMORROW = NOW.plusSeconds(86_400);

  @Test
  default void whoeverComesFirstHasTheKey() {
    assertThat(take("key", "request")).isInstanceOf(Taking.Ours.class);
    assertThat(take("key", "request")).isInstanceOf(Taking.UnderWay.class);
    assertThat(take("other", "request")).isInstanceOf(Taking.Ours.class);
  }

  @Test
  default void aRepetitionGetsTheAnswerToTheByte() {
    take("key", "request");
    byte[] answer = {0, -1, 127, '\n'};

    answers().settle("key", LEASE, Optional.of(new Kept(answer, TOMORROW)));

    assertThat(take("key", "request"))
        .isInstanceOfSatisfying(
            Taking.Answered.class, found -> assertThat(found.answer()).isEqualTo(answer));
  }

  @Test
  default void anotherRequestIsKnownAsSuch() {
    take("key", "request");
    assertThat(take("key", "another")).isInstanceOf(Taking.Another.class);

    keep("key", LEASE, "answer");
    assertThat(take("key", "another")).isInstanceOf(Taking.Another.class);
    assertThat(take("key", "")).isInstanceOf(Taking.Another.class);
  }

  @Test
  default void aKeyThatIsGivenBackIsFree() {
    take("key", "request");

    answers().settle("key", LEASE, Optional.empty());

    assertThat(take("key", "another")).isInstanceOf(Taking.Ours.class);
  }

  @Test
  default void aKeyWhoseHolderWasNotHeardOfIsFree() {
    take("key", "request");

    assertThat(take("key", "another", leaseAt(LEASE.until()))).isInstanceOf(Taking.Ours.class);
  }

  @Test
  default void whoLostTheLeaseSettlesNothing() {
    take("key", "request");
    Lease second = leaseAt(LEASE.until());
    take("key", "request", second);

    keep("key", LEASE, "late");
    answers().settle("key", LEASE, Optional.empty());
    assertThat(take("key", "request", second)).isInstanceOf(Taking.UnderWay.class);

    keep("key", second, "answer");
    assertThat(answerAt("key", second.until())).isEqualTo("answer");
  }

  @Test
  default void aKeptAnswerIsNeverReplaced() {
    take("key", "request");
    keep("key", LEASE, "first");
    keep("key", LEASE, "second");
    answers().settle("key", LEASE, Optional.empty());

    assertThat(answerAt("key", NOW)).isEqualTo("first");
  }

  @Test
  default void anAnswerIsForgottenAtItsTime() {
    take("key", "request");
    keep("key", LEASE, "answer");

    assertThat(answerAt("key", TOMORROW.minusMillis(1))).isEqualTo("answer");
    assertThat(take("key", "another", leaseAt(TOMORROW))).isInstanceOf(Taking.Ours.class);
  }

  @Test
  default void ofManyAtOnceOneHasTheKey() {
    List<Taking> takings = Together.all(50, _ -> take("key", "request"));

    assertThat(takings).filteredOn(Taking.Ours.class::isInstance).hasSize(1);
    assertThat(takings).filteredOn(Taking.UnderWay.class::isInstance).hasSize(49);
  }

  @Test
  default void ofManyWhoFindADeadLeaseOneHasTheKey() {
    take("key", "request");
    Lease later = leaseAt(LEASE.until());

    List<Taking> takings = Together.all(50, _ -> take("key", "request", later));

    assertThat(takings).filteredOn(Taking.Ours.class::isInstance).hasSize(1);
  }

  private static Lease leaseAt(Instant now) {
    return new Lease(now, now.plusSeconds(60));
  }

  private String answerAt(String key, Instant now) {
    Taking taking = take(key, "request", leaseAt(now));
    assertThat(taking).isInstanceOf(Taking.Answered.class);
    return new String(((Taking.Answered) taking).answer(), UTF_8);
  }

  private void keep(String key, Lease lease, String answer) {
    answers().settle(key, lease, Optional.of(new Kept(answer.getBytes(UTF_8), TOMORROW)));
  }

  private Taking take(String key, String request) {
    return take(key, request, LEASE);
  }

  private Taking take(String key, String request, Lease lease) {
    return answers().take(key, request.getBytes(UTF_8), lease);
  }
}
