package dev.rekey.core.store;

import static dev.rekey.core.store.Story.NOW;
import static dev.rekey.core.store.Story.VISIT;
import static dev.rekey.core.store.Story.entry;
import static dev.rekey.core.store.Story.made;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.store.Attempts.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store promises about counters. */
interface AttemptsContract extends Contract {

  Instant WINDOW = NOW.minusSeconds(3600);

  @Test
  default void whatWasNeverCountedHasNoTally() {
    assertThat(ports().attempts().read(List.of("a", "b"))).isEmpty();
    assertThat(ports().attempts().read(List.of())).isEmpty();
  }

  @Test
  default void countingAddsOneToEachKey() {
    Attempts attempts = ports().attempts();
    attempts.count(List.of("a", "b"), NOW, Optional.empty());
    attempts.count(List.of("b", "b"), NOW.plusSeconds(5), Optional.empty());

    assertThat(attempts.read(List.of("a", "b", "c")))
        .hasSize(2)
        .containsEntry("a", new Tally(1, NOW, NOW))
        .containsEntry("b", new Tally(2, NOW, NOW.plusSeconds(5)));
  }

  @Test
  default void aCountedAttemptMayBeWrittenDown() {
    Account anna = made(ports(), "anna");

    ports()
        .attempts()
        .count(List.of("a"), NOW, Optional.of(entry(anna.id(), new Event.SignInFailed())));

    assertThat(ports().audit().latest(anna.id(), 1)).containsExactly("sign-in-failed");
  }

  @Test
  default void anAttemptAtAnUnknownDoorMayBeWrittenDown() {
    AuditEntry entry =
        new AuditEntry(NOW, VISIT, Optional.empty(), Optional.empty(), new Event.SignInFailed());

    ports().attempts().count(List.of("a"), NOW, Optional.of(entry));

    assertThat(ports().attempts().read(List.of("a"))).hasSize(1);
  }

  @Test
  default void aClearedKeyIsSeenAndStandsAtZero() {
    Attempts attempts = ports().attempts();
    attempts.count(List.of("a"), NOW, Optional.empty());
    attempts.clear(List.of("a", "lane"), NOW.plusSeconds(5));

    Tally cleared = new Tally(0, NOW.plusSeconds(5), NOW.plusSeconds(5));
    assertThat(attempts.read(List.of("a", "lane")))
        .containsEntry("a", cleared)
        .containsEntry("lane", cleared);
  }

  @Test
  default void aFailureDoesNotMakeAnAddressLongerKnown() {
    Attempts attempts = ports().attempts();
    attempts.clear(List.of("lane"), NOW);
    attempts.count(List.of("lane"), NOW.plusSeconds(5), Optional.empty());

    assertThat(attempts.read(List.of("lane")))
        .containsEntry("lane", new Tally(1, NOW, NOW.plusSeconds(5)));
  }

  @Test
  default void withinAWindowOnlySoManyCount() {
    Attempts attempts = ports().attempts();

    assertThat(attempts.countWithin("a", 2, WINDOW, NOW)).isTrue();
    assertThat(attempts.countWithin("a", 2, WINDOW, NOW.plusSeconds(1))).isTrue();
    assertThat(attempts.countWithin("a", 2, WINDOW, NOW.plusSeconds(2))).isFalse();
    assertThat(attempts.countWithin("b", 2, WINDOW, NOW)).isTrue();
    assertThat(attempts.read(List.of("a")))
        .containsEntry("a", new Tally(2, NOW, NOW.plusSeconds(1)));
  }

  @Test
  default void anotherWindowStartsAnew() {
    Attempts attempts = ports().attempts();
    attempts.countWithin("a", 1, WINDOW, NOW);
    Instant next = NOW.plusSeconds(3601);

    assertThat(attempts.countWithin("a", 1, NOW, next)).isFalse();
    assertThat(attempts.countWithin("a", 1, NOW.plusSeconds(1), next)).isTrue();
    assertThat(attempts.read(List.of("a"))).containsEntry("a", new Tally(1, next, next));
  }

  @Test
  default void whatAllowsNoneCountsNone() {
    assertThat(ports().attempts().countWithin("a", 0, WINDOW, NOW)).isFalse();
    assertThat(ports().attempts().read(List.of("a"))).isEmpty();
  }

  @Test
  default void anyTextMayBeAKey() {
    String strange = "lane:\0'; DROP TABLE attempt; --\ud800" + "x".repeat(500);
    ports().attempts().count(List.of(strange), NOW, Optional.empty());

    assertThat(ports().attempts().read(List.of("attempt"))).isEmpty();
  }

  @Test
  default void noAttemptIsLostInACrowd() {
    Together.all(
        200,
        i -> {
          List<String> keys = i % 2 == 0 ? List.of("a", "b") : List.of("b", "a");
          ports().attempts().count(keys, NOW, Optional.empty());
          return i;
        });

    assertThat(ports().attempts().read(List.of("a", "b")))
        .containsEntry("a", new Tally(200, NOW, NOW))
        .containsEntry("b", new Tally(200, NOW, NOW));
  }

  @Test
  default void aCrowdDoesNotOutrunAWindow() {
    List<Boolean> counted =
        Together.all(200, _ -> ports().attempts().countWithin("a", 5, WINDOW, NOW));

    assertThat(counted).filteredOn(Boolean::booleanValue).hasSize(5);
  }
}
