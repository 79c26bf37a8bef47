package dev.rekey.core.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.proof.HandClock;
import dev.rekey.core.proof.Scene;
import dev.rekey.core.store.Attempts;
import dev.rekey.core.store.MemoryStore;
import dev.rekey.core.store.Together;
import dev.rekey.core.visit.Origin;
import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorkeeperTest {

  private static final Optional<AccountId> ANNA = Optional.of(new AccountId(7));
  private static final Optional<AccountId> BERT = Optional.of(new AccountId(8));
  private static final String HOME = "192.0.2.7";
  private static final Duration DAY = Duration.ofDays(1);

  private final HandClock clock = new HandClock(Scene.MORNING);
  private final Attempts attempts = new MemoryStore().attempts();
  private final Doorkeeper doorkeeper = doorkeeper();

  @AfterEach
  void nobodyIsLeftInTheDoor() {
    assertThat(turnstiles(doorkeeper)).isEmpty();
  }

  // Waits

  @Test
  void tenFailuresOfAnAccountAreFree() {
    IntStream.range(0, 10).forEach(i -> fail(ANNA, stranger(i)));

    assertThat(waitFor(ANNA, stranger(10))).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void waitsGrowAndEnd() {
    IntStream.range(0, 10).forEach(i -> fail(ANNA, stranger(i)));
    List<Duration> waits = new ArrayList<>();
    for (int i = 10; i < 26; i++) {
      Duration wait = waitFor(ANNA, stranger(i));
      waits.add(wait);
      clock.pass(wait);
      fail(ANNA, stranger(i));
    }

    assertThat(waits.stream().map(Duration::toSeconds))
        .containsExactly(
            1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 1024L, 2048L, 3600L, 3600L, 3600L,
            3600L);
  }

  @Test
  void aWaitIsOverWhenItIsOverAndNotEarlier() {
    IntStream.range(0, 11).forEach(i -> failAnyway(ANNA, stranger(i)));

    clock.pass(Duration.ofMillis(1_999));
    assertThat(waitFor(ANNA, stranger(20))).isEqualTo(Duration.ofMillis(1));
    clock.pass(Duration.ofMillis(1));
    assertThat(waitFor(ANNA, stranger(20))).isZero();
  }

  @Test
  void aSuccessForgivesTheAccount() {
    IntStream.range(0, 9).forEach(i -> fail(ANNA, stranger(i)));
    succeed(ANNA, stranger(9));
    IntStream.range(10, 20).forEach(i -> fail(ANNA, stranger(i)));

    assertThat(waitFor(ANNA, stranger(20))).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void oneAccountsFailuresAreNotAnothers() {
    IntStream.range(0, 10).forEach(i -> fail(ANNA, stranger(i)));

    assertThat(waitFor(BERT, stranger(10))).isZero();
  }

  @Test
  void countersSurviveARestart() {
    IntStream.range(0, 10).forEach(i -> fail(ANNA, stranger(i)));

    assertThat(waitFor(doorkeeper(), ANNA, "anna", stranger(10))).isEqualTo(Duration.ofSeconds(1));
  }

  // Addresses

  @Test
  void aHundredFailuresFromAnAddressAreFreeOnWhateverAccounts() {
    failOnManyAccounts(100, address -> HOME);

    assertThat(waitFor(ANNA, HOME)).isEqualTo(Duration.ofSeconds(1));
    assertThat(waitFor(ANNA, stranger(1))).isZero();
  }

  @Test
  void anAddressWithoutFailuresForAnHourStartsAnew() {
    failOnManyAccounts(108, address -> HOME);
    assertThat(waitFor(ANNA, HOME)).isPositive();

    clock.pass(Duration.ofHours(1));

    assertThat(waitFor(ANNA, HOME)).isZero();
    failOnManyAccounts(99, address -> HOME);
    assertThat(waitFor(ANNA, HOME)).isZero();
  }

  @Test
  void aSuccessNeverForgivesTheAddress() {
    failOnManyAccounts(100, address -> HOME);
    clock.pass(Duration.ofSeconds(1));
    succeed(ANNA, HOME);

    fail(BERT, HOME);

    assertThat(waitFor(ANNA, HOME)).isEqualTo(Duration.ofSeconds(2));
  }

  /** A customer has a whole /64, so that all of it stands for one address. */
  @Test
  void aNetworkOfIpv6IsOneAddress() {
    failOnManyAccounts(100, address -> "2001:db8:1:2:a:b:c:" + Integer.toHexString(address + 1));

    assertThat(waitFor(ANNA, "2001:db8:1:2:f:f:f:f")).isPositive();
    assertThat(waitFor(ANNA, "2001:db8:1:3:f:f:f:f")).isZero();
  }

  /** Canonical text leaves the longest row of zeros out (RFC 5952 section 4.2). */
  @Test
  void aNetworkOfIpv6IsOneAddressHoweverShortItIsWritten() {
    failOnManyAccounts(100, address -> "2001:db8:1:2::" + Integer.toHexString(address + 1));

    assertThat(waitFor(ANNA, "2001:db8:1:2::ffff")).isPositive();
    assertThat(waitFor(ANNA, "2001:db8:1:2:f:f:f:f")).isPositive();
    assertThat(waitFor(ANNA, "2001:db8:1:3::1")).isZero();
  }

  @Test
  void networksOfIpv6ThatAreMostlyZerosStayApart() {
    failOnManyAccounts(100, address -> "2001:db8::" + Integer.toHexString(address + 1));

    assertThat(waitFor(ANNA, "2001:db8::ffff")).isPositive();
    assertThat(waitFor(ANNA, "2001:db8:0:1::1")).isZero();
    assertThat(waitFor(ANNA, "::1")).isZero();
  }

  // Lanes

  @Test
  void strangersCannotShutTheOwnerOut() {
    succeed(ANNA, HOME);
    failUntilClosedForGood(ANNA);

    assertThat(waitFor(ANNA, stranger(99))).isPositive();
    assertThat(waitFor(ANNA, HOME)).isZero();
  }

  @Test
  void theOwnersOwnFailuresCountInTheOwnersLane() {
    succeed(ANNA, HOME);
    IntStream.range(0, 10).forEach(i -> fail(ANNA, HOME));

    assertThat(waitFor(ANNA, HOME)).isEqualTo(Duration.ofSeconds(1));
    assertThat(waitFor(ANNA, stranger(1))).isZero();
  }

  @Test
  void aLaneIsForgottenAfterThirtyDaysWithoutItsOwner() {
    succeed(ANNA, HOME);
    failUntilClosedForGood(ANNA);
    clock.pass(Duration.ofDays(31));

    assertThat(waitFor(ANNA, HOME)).isPositive();
  }

  /** As long as the owner comes back every few weeks, the address stays known. */
  @Test
  void aLaneIsKnownForThirtyDaysAfterTheLatestGoodSignIn() {
    succeed(ANNA, HOME);
    clock.pass(Duration.ofDays(20));
    succeed(ANNA, HOME);
    clock.pass(Duration.ofDays(11));
    failUntilClosedForGood(ANNA);

    assertThat(waitFor(ANNA, HOME)).isZero();
  }

  /** Somebody at the owner's old address must not keep it known by failing there. */
  @Test
  void aForgivenLaneIsNotRememberedAnyLonger() {
    succeed(ANNA, HOME);
    clock.pass(Duration.ofDays(29));
    fail(ANNA, HOME);
    clock.pass(DAY.dividedBy(4));
    succeed(ANNA, "192.0.2.8");
    fail(ANNA, HOME);
    clock.pass(Duration.ofDays(2));
    IntStream.range(0, 10).forEach(i -> failAnyway(ANNA, stranger(i)));

    assertThat(waitFor(ANNA, HOME)).isPositive();
  }

  @Test
  void aSuccessInALaneThatNothingStandsAgainstHasNothingToClear() {
    succeed(ANNA, HOME);

    assertThat(isSpotless(ANNA, HOME)).isTrue();
    fail(ANNA, stranger(1));
    assertThat(isSpotless(ANNA, HOME)).isFalse();
  }

  @Test
  void aLaneIsOneAccountsOnly() {
    succeed(ANNA, HOME);
    failUntilClosedForGood(BERT);

    assertThat(waitFor(BERT, HOME)).isPositive();
  }

  // The limit

  @Test
  @DisplayName("N-30: the 101st consecutive failure for one account is impossible")
  void theHundredAndFirstFailureIsImpossible() {
    int failures = failuresOfThePatient(ANNA, List.of("198.51.100.1", "198.51.100.2", HOME));

    assertThat(failures).isEqualTo(90);
    clock.pass(Duration.ofDays(365));
    assertThat(waitFor(ANNA, HOME)).isEqualTo(Duration.ofHours(1));
  }

  @Test
  @DisplayName("N-30: not even with tries from addresses that the account knows")
  void theHundredAndFirstFailureIsImpossibleFromKnownAddressesToo() {
    succeed(ANNA, HOME);
    succeed(ANNA, "192.0.2.8");

    assertThat(failuresOfThePatient(ANNA, List.of("198.51.100.1", HOME, "192.0.2.8")))
        .isLessThanOrEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  @DisplayName("N-30: not even with all tries that several nodes let in at the same moment")
  void theHundredAndFirstFailureIsImpossibleOnManyNodesAtOnce(int nodes) {
    for (int before = 80; before <= 100; before++) {
      Siege siege = new Siege(before);
      assertThat(siege.failures() + siege.insideOf(nodes, stranger(1)))
          .as("by strangers, after " + siege.failures())
          .isLessThanOrEqualTo(100);
      assertThat(siege.failures() + siege.insideOf(nodes, HOME))
          .as("from a known address, after " + siege.failures())
          .isLessThanOrEqualTo(100);
    }
  }

  @Test
  void aResetOpensTheAccountAgain() {
    failUntilClosedForGood(ANNA);

    attempts.clear(
        doorkeeper.countersOf(Realm.MAIN, ANNA.orElseThrow(), origin(HOME)), clock.instant());

    assertThat(waitFor(ANNA, HOME)).isZero();
    assertThat(waitFor(ANNA, stranger(1))).isZero();
  }

  @Test
  void aResetOpensEveryLaneOfTheAccount() {
    succeed(ANNA, HOME);
    IntStream.range(0, 90).forEach(_ -> failAnyway(ANNA, HOME));
    assertThat(waitFor(ANNA, HOME)).isPositive();

    attempts.clear(
        doorkeeper.countersOf(Realm.MAIN, ANNA.orElseThrow(), origin("203.0.113.5")),
        clock.instant());

    assertThat(waitFor(ANNA, HOME)).isZero();
  }

  // Names that nobody has

  @Test
  void aNameThatNobodyHasIsCountedLikeAnAccount() {
    for (int i = 0; i < 10; i++) {
      failAnyway(Optional.empty(), "nobody", stranger(i));
    }

    assertThat(waitFor(doorkeeper, Optional.empty(), "nobody", stranger(10)))
        .isEqualTo(Duration.ofSeconds(1));
    assertThat(waitFor(doorkeeper, Optional.empty(), "somebody", stranger(10))).isZero();
  }

  @Test
  void anAddressThatNobodyHasIsOneNameInWhateverCase() {
    for (int i = 0; i < 10; i++) {
      failAnyway(Optional.empty(), "Nobody@Example.org ", stranger(i));
    }

    assertThat(waitFor(doorkeeper, Optional.empty(), "nobody@example.org", stranger(10)))
        .isPositive();
  }

  @Test
  void namesAreOfTheirRealm() {
    for (int i = 0; i < 10; i++) {
      failAnyway(Optional.empty(), "nobody", stranger(i));
    }

    assertThat(
            doorkeeper.knock(new Realm("other"), Optional.empty(), "nobody", origin(stranger(10))))
        .isInstanceOfSatisfying(Admission.Open.class, Admission.Open::close);
  }

  // Letters

  @Test
  void fiveLettersAnHourLeaveForAnAccount() {
    for (int i = 0; i < 5; i++) {
      assertThat(doorkeeper.mayWriteTo(Realm.MAIN, ANNA, "anna")).isTrue();
    }
    assertThat(doorkeeper.mayWriteTo(Realm.MAIN, ANNA, "anna")).isFalse();
    assertThat(doorkeeper.mayWriteTo(Realm.MAIN, BERT, "bert")).isTrue();

    clock.pass(Duration.ofHours(1).plusMillis(1));

    assertThat(doorkeeper.mayWriteTo(Realm.MAIN, ANNA, "anna")).isTrue();
  }

  @Test
  void sixtyLettersAnHourAreAskedForByAnAddress() {
    for (int i = 0; i < 60; i++) {
      assertThat(doorkeeper.mayAskForLetters(origin(HOME))).isTrue();
    }
    assertThat(doorkeeper.mayAskForLetters(origin(HOME))).isFalse();
    assertThat(doorkeeper.mayAskForLetters(origin("192.0.2.8"))).isTrue();
  }

  @Test
  void lettersNeverCloseADoor() {
    for (int i = 0; i < 100; i++) {
      doorkeeper.mayWriteTo(Realm.MAIN, ANNA, "anna");
      doorkeeper.mayAskForLetters(origin(HOME));
    }

    assertThat(waitFor(ANNA, HOME)).isZero();
  }

  // The turnstile

  @Test
  void atMostFourTryOneAccountAtOnce() {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();

    Together.all(
        40,
        i -> {
          try (Admission.Open _ = open(doorkeeper, ANNA, "anna", stranger(i))) {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            Thread.sleep(2);
            return inside.decrementAndGet();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        });

    assertThat(most.get()).isLessThanOrEqualTo(4);
  }

  @Test
  void theFifthIsLetInWhenOneHasLeft() throws InterruptedException {
    List<Admission.Open> four =
        IntStream.range(0, 4).mapToObj(i -> open(doorkeeper, ANNA, "anna", stranger(i))).toList();
    CountDownLatch fifth = new CountDownLatch(1);
    Thread.ofVirtual()
        .start(() -> {
          open(doorkeeper, ANNA, "anna", stranger(4)).close();
          fifth.countDown();
        });

    assertThat(fifth.await(50, TimeUnit.MILLISECONDS)).isFalse();
    open(doorkeeper, BERT, "bert", stranger(5)).close();
    four.forEach(Admission.Open::close);
    assertThat(fifth.await(10, TimeUnit.SECONDS)).isTrue();
    awaitNobody();
  }

  @Test
  void whoIsSentAwayIsNotLeftInTheDoor() {
    IntStream.range(0, 10).forEach(i -> failAnyway(ANNA, stranger(i)));

    Together.all(40, i -> waitFor(ANNA, stranger(i)));

    assertThat(turnstiles(doorkeeper)).isEmpty();
  }

  @Test
  void aBrokenStoreLeavesNobodyInTheDoor() {
    Doorkeeper unlucky = new Doorkeeper(new BrokenAttempts(), LimitSettings.standard(), clock);

    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> unlucky.knock(Realm.MAIN, ANNA, "anna", origin(HOME)))
          .hasMessage("the disk is gone");
    }

    assertThat(turnstiles(unlucky)).isEmpty();
  }

  // Helpers

  private Doorkeeper doorkeeper() {
    return new Doorkeeper(attempts, LimitSettings.standard(), clock);
  }

  private static Origin origin(String address) {
    return new Origin(address, "test/1");
  }

  private static String stranger(int number) {
    return "198.51.100." + number;
  }

  private Admission.Open open(
      Doorkeeper at, Optional<AccountId> known, String typed, String address) {
    Admission admission = at.knock(Realm.MAIN, known, typed, origin(address));
    if (admission instanceof Admission.Open open) {
      return open;
    }
    throw new AssertionError("closed: " + admission);
  }

  private boolean isSpotless(Optional<AccountId> known, String address) {
    try (Admission.Open open = open(doorkeeper, known, "", address)) {
      return open.spotless();
    }
  }

  private void fail(Optional<AccountId> known, String address) {
    try (Admission.Open open = open(doorkeeper, known, "", address)) {
      attempts.count(open.counted(), clock.instant(), Optional.empty());
    }
  }

  /** Fails as soon as the door opens, or now if it is closed only for a while. */
  private void failAnyway(Optional<AccountId> known, String address) {
    failAnyway(known, "", address);
  }

  private void failAnyway(Optional<AccountId> known, String typed, String address) {
    switch (doorkeeper.knock(Realm.MAIN, known, typed, origin(address))) {
      case Admission.Closed(Duration retryAfter, boolean _) -> {
        clock.pass(retryAfter);
        failAnyway(known, typed, address);
      }
      case Admission.Open open -> {
        try (open) {
          attempts.count(open.counted(), clock.instant(), Optional.empty());
        }
      }
    }
  }

  private void succeed(Optional<AccountId> known, String address) {
    try (Admission.Open open = open(doorkeeper, known, "", address)) {
      if (!open.spotless()) {
        attempts.clear(open.forgiven(), clock.instant());
      }
    }
  }

  private void failOnManyAccounts(int times, IntFunction<String> address) {
    for (int i = 0; i < times; i++) {
      failAnyway(Optional.of(new AccountId(1_000 + i)), address.apply(i));
    }
  }

  private void failUntilClosedForGood(Optional<AccountId> known) {
    IntStream.range(0, 90).forEach(i -> failAnyway(known, stranger(i)));
  }

  /** How often somebody fails who waits as long as is asked, for weeks, in all these places. */
  private int failuresOfThePatient(Optional<AccountId> known, List<String> addresses) {
    int failures = 0;
    for (int i = 0; i < 600; i++) {
      String address = addresses.get(i % addresses.size());
      switch (doorkeeper.knock(Realm.MAIN, known, "", origin(address))) {
        case Admission.Closed(Duration retryAfter, boolean _) -> clock.pass(retryAfter);
        case Admission.Open open -> {
          try (open) {
            attempts.count(open.counted(), clock.instant(), Optional.empty());
          }
          failures++;
        }
      }
    }
    return failures;
  }

  private Duration waitFor(Optional<AccountId> known, String address) {
    return waitFor(doorkeeper, known, "", address);
  }

  private static Duration waitFor(
      Doorkeeper at, Optional<AccountId> known, String typed, String address) {
    return switch (at.knock(Realm.MAIN, known, typed, origin(address))) {
      case Admission.Closed(Duration retryAfter, boolean _) -> retryAfter;
      case Admission.Open open -> {
        open.close();
        yield Duration.ZERO;
      }
    };
  }

  private void awaitNobody() throws InterruptedException {
    for (int i = 0; i < 1_000 && !turnstiles(doorkeeper).isEmpty(); i++) {
      Thread.sleep(1);
    }
  }

  private static Map<?, ?> turnstiles(Doorkeeper doorkeeper) {
    try {
      Field field = Doorkeeper.class.getDeclaredField("turnstiles");
      field.setAccessible(true);
      return (Map<?, ?>) field.get(doorkeeper);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * An account that was failed at so often, as far as that is possible, by strangers and at home.
   */
  private static final class Siege {

    private final HandClock clock = new HandClock(Scene.MORNING);
    private final Attempts attempts = new MemoryStore().attempts();
    private int failures;

    Siege(int wished) {
      alone(HOME, open -> attempts.clear(open.forgiven(), clock.instant()));
      for (int i = 0; i < 4 * wished && failures < wished; i++) {
        alone(i % 2 == 0 ? stranger(i) : HOME, this::fail);
        clock.pass(DAY.dividedBy(8));
      }
    }

    int failures() {
      return failures;
    }

    /** How many are inside at the same moment, before the first of them fails. */
    int insideOf(int nodes, String address) {
      List<Admission.Open> inside =
          Stream.generate(this::node)
              .limit(nodes)
              .flatMap(node -> IntStream.range(0, 4).mapToObj(_ -> knock(node, address)))
              .flatMap(Optional::stream)
              .toList();
      inside.forEach(Admission.Open::close);
      return inside.size();
    }

    private void alone(String address, Consumer<Admission.Open> deed) {
      knock(node(), address)
          .ifPresent(open -> {
            deed.accept(open);
            open.close();
          });
    }

    private void fail(Admission.Open open) {
      attempts.count(open.counted(), clock.instant(), Optional.empty());
      failures++;
    }

    private Doorkeeper node() {
      return new Doorkeeper(attempts, LimitSettings.standard(), clock);
    }

    private static Optional<Admission.Open> knock(Doorkeeper node, String address) {
      return Optional.of(node.knock(Realm.MAIN, ANNA, "anna", origin(address)))
          .filter(Admission.Open.class::isInstance)
          .map(Admission.Open.class::cast);
    }
  }

  /** A store whose disk is gone. */
  private static final class BrokenAttempts implements Attempts {

    @Override
    public Map<String, Tally> read(List<String> keys) {
      throw new IllegalStateException("the disk is gone");
    }

    @Override
    public void count(List<String> keys, Instant now, Optional<AuditEntry> entry) {
      throw new IllegalStateException("the disk is gone");
    }

    @Override
    public boolean countWithin(String key, int most, Instant windowStart, Instant now) {
      throw new IllegalStateException("the disk is gone");
    }

    @Override
    public void clear(List<String> keys, Instant now) {
      throw new IllegalStateException("the disk is gone");
    }
  }
}
