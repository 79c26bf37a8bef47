package dev.rekey;

import static dev.rekey.core.store.Story.NOW;
import static dev.rekey.core.store.Story.VISIT;
import static dev.rekey.core.store.Story.made;
import static dev.rekey.core.store.Story.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.store.Story;
import dev.rekey.store.Store;
import dev.rekey.store.StoreForTests;
import dev.rekey.store.StoreSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is swept, and how. */
class CaretakerTest {

  private static final Duration KEEP = Duration.ofDays(400);

  @TempDir private Path folder;

  private final List<Integer> handfuls = new ArrayList<>();
  private final AtomicLong ticks = new AtomicLong();
  private Store store;
  private Account anna;

  @BeforeEach
  void open() {
    store = StoreForTests.open(new StoreSettings.Sqlite(folder.resolve("rekey.db")));
    anna = made(StoreForTests.ports(store), "anna");
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** A caretaker for whom every handful takes so many milliseconds, in its own time. */
  private Caretaker caretaker(Optional<Duration> keep, Instant now, long millis) {
    return new Caretaker(
        store.broom(),
        keep,
        () -> now,
        () -> ticks.getAndAdd(millis * 1_000_000 / 2),
        handfuls::add);
  }

  private void happened(Instant at, int times) {
    AuditEntry entry = AuditEntry.of(at, VISIT, anna.id(), new Event.SignedOut());
    IntStream.range(0, times).forEach(_ -> store.audit().write(entry));
  }

  private long happenings() {
    return store.audit().latest(anna.id(), 10_000).stream().filter("signed-out"::equals).count();
  }

  @Test
  void whatHappenedLongAgoGoesAndTheRestStays() {
    happened(NOW.minus(KEEP).minusSeconds(1), 3);
    happened(NOW.minus(KEEP).plusSeconds(1), 2);

    assertThat(caretaker(Optional.of(KEEP), NOW, 0).sweep()).isEqualTo(3);
    assertThat(happenings()).isEqualTo(2);
  }

  @Test
  void whoKeepsItForeverKeepsIt() {
    happened(NOW.minus(Duration.ofDays(30_000)), 3);

    assertThat(caretaker(Optional.empty(), NOW, 0).sweep()).isZero();
    assertThat(happenings()).isEqualTo(3);
  }

  @Test
  void anExpiredTokenIsKnownAsSuchForAWeek() {
    Story.open(StoreForTests.ports(store), anna, token(anna, "jti", NOW));

    assertThat(caretaker(Optional.of(KEEP), NOW.plus(Duration.ofDays(6)), 0).sweep()).isZero();
    assertThat(caretaker(Optional.of(KEEP), NOW.plus(Duration.ofDays(7)), 0).sweep()).isOne();
  }

  @Test
  void handfulsGrowWhileTheyTakeNoTime() {
    happened(NOW.minus(KEEP), 25 + 50 + 10);

    caretaker(Optional.of(KEEP), NOW, 0).sweep();

    assertThat(handfuls).containsExactly(0, 0, 0, 0, 0, 0, 0, 25, 50, 10);
  }

  @Test
  void handfulsShrinkWhereTheyTakeLong() {
    happened(NOW.minus(KEEP), 25 + 12 + 6 + 5 + 1);

    caretaker(Optional.of(KEEP), NOW, 20).sweep();

    assertThat(handfuls).endsWith(25, 12, 6, 5, 1);
  }

  @Test
  void whoeverIsToldToStopDoesNotBegin() {
    happened(NOW.minus(KEEP), 3);
    Thread.currentThread().interrupt();

    assertThat(caretaker(Optional.of(KEEP), NOW, 0).sweep()).isZero();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(happenings()).isEqualTo(3);
  }

  @Test
  void whoeverIsToldToStopFinishesTheHandfulAlone() {
    happened(NOW.minus(KEEP), 60);
    Caretaker interrupted =
        new Caretaker(
            store.broom(),
            Optional.of(KEEP),
            () -> NOW,
            ticks::get,
            rows -> {
              if (rows > 0) {
                Thread.currentThread().interrupt();
              }
            });

    assertThat(interrupted.sweep()).isEqualTo(25);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(happenings()).isEqualTo(35);
  }
}
