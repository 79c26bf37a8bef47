package dev.rekey.core.password;

import static dev.rekey.core.password.Hasher.Verdict.MATCH;
import static dev.rekey.core.password.Hasher.Verdict.NO_MATCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.rekey.core.password.Hasher.Admission;
import dev.rekey.core.password.Hasher.Full;
import dev.rekey.core.password.Hasher.Slot;
import dev.rekey.core.password.Hasher.Verdict;
import dev.rekey.core.password.HashingPool.Crew;
import dev.rekey.core.password.HashingPool.Size;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HashingPoolTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final PasswordHash SEALED = PasswordHash.of("sealed");

  private final AtomicLong now = new AtomicLong();

  @Test
  @DisplayName("N-23 to N-27: the standard pool keeps salted, slow hashes of listed cost")
  void theStandardPoolSealsAndVerifies() {
    try (Hasher pool = realPool(HashCost.standard(), 1);
        Slot slot = slot(pool)) {
      PasswordHash hash = slot.seal(Password.of("correct horse"));
      assertThat(hash.encoded())
          .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$\\S{22}\\$\\S{43}");
      assertThat(slot.verify(Password.of("correct horse"), Optional.of(hash))).isEqualTo(MATCH);
      assertThat(slot.verify(Password.of("wrong horse"), Optional.of(hash))).isEqualTo(NO_MATCH);
      assertThat(slot.verify(Password.of("correct horse"), Optional.empty())).isEqualTo(NO_MATCH);
    }
  }

  @Test
  void handsOutAsManySlotsAsItHasThreadsAndPlacesInTheQueue() {
    try (HashingPool pool = pool(new Instant(), 2, 3)) {
      List<Slot> slots = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        slots.add(slot(pool));
      }
      assertThat(pool.reserve(Source.house())).isInstanceOf(Full.class);
      slots.forEach(Slot::close);
      assertThat(pool.waiting()).isZero();
    }
  }

  @Test
  void aSlotIsGivenBackOnce() {
    try (HashingPool pool = pool(new Instant(), 1, 1)) {
      Slot first = slot(pool);
      Slot second = slot(pool);
      first.close();
      first.close();
      Slot third = slot(pool);
      assertThat(pool.reserve(Source.house())).isInstanceOf(Full.class);
      second.close();
      third.close();
    }
  }

  @Test
  void aSlotThatWasGivenBackIsOfNoUse() {
    try (HashingPool pool = pool(new Instant(), 1, 0)) {
      Slot slot = slot(pool);
      slot.close();
      assertThatIllegalStateException().isThrownBy(() -> slot.seal(Password.of("x")));
      assertThatIllegalStateException()
          .isThrownBy(() -> slot.verify(Password.of("x"), Optional.empty()));
    }
  }

  @Test
  void whoIsTurnedAwayIsToldWhenToComeBackInWholeSeconds() {
    try (HashingPool pool = pool(new Taking(Duration.ofMillis(1200)), 1, 1)) {
      Slot slot = slot(pool);
      slot.seal(Password.of("x"));
      Slot other = slot(pool);
      assertThat(pool.reserve(Source.house())).isEqualTo(new Full(Duration.ofSeconds(3)));
      slot.close();
      other.close();
    }
  }

  @Test
  void whoIsTurnedAwayFromANewPoolIsToldASecond() {
    try (HashingPool pool = pool(new Instant(), 1, 0);
        Slot _ = slot(pool)) {
      assertThat(pool.reserve(Source.house())).isEqualTo(new Full(Duration.ofSeconds(1)));
    }
  }

  @Test
  void nobodyIsLetInToAWaitBeyondHalfOfPatience() {
    try (HashingPool pool = pool(new Taking(PATIENCE.dividedBy(2)), 1, 100)) {
      Slot first = slot(pool);
      first.seal(Password.of("x"));
      Slot second = slot(pool);
      assertThat(pool.reserve(Source.house())).isEqualTo(new Full(PATIENCE));
      second.close();
      Slot third = slot(pool);
      first.close();
      third.close();
    }
  }

  @Test
  void aCrowdIsLetInHoweverSlowTheMachineIs() {
    Size crowded = new Size(1, 100, 40, PATIENCE);
    Sealer slow = new Taking(PATIENCE);
    try (HashingPool pool = new HashingPool(slow, crowded, Crew.standard(), now::get)) {
      sealOnce(pool);
      assertThat(letIn(pool)).isEqualTo(40);
      List<Slot> ofOneAddress = new ArrayList<>();
      while (pool.reserve(from("192.0.2.66")) instanceof Slot slot) {
        ofOneAddress.add(slot);
      }
      assertThat(ofOneAddress).hasSize(20);
      ofOneAddress.forEach(Slot::close);
    }
  }

  @Test
  void twiceTheThreadsAreHalfTheWait() {
    try (HashingPool pool = pool(new Taking(PATIENCE.dividedBy(2)), 2, 100)) {
      List<Slot> slots = new ArrayList<>(List.of(slot(pool)));
      slots.getFirst().seal(Password.of("x"));
      while (pool.reserve(Source.house()) instanceof Slot slot) {
        slots.add(slot);
      }
      assertThat(slots).hasSize(4);
      slots.forEach(Slot::close);
    }
  }

  @Test
  void turnsOfSeveralHashesTakeLonger() {
    try (HashingPool pool = pool(new Taking(PATIENCE.dividedBy(100)), 1, 200)) {
      sealOnce(pool);
      assertThat(letIn(pool)).as("at a hash each").isEqualTo(51);
      for (int turn = 0; turn < 100; turn++) {
        try (Slot slot = slot(pool)) {
          slot.seal(Password.of("x"));
          slot.seal(Password.of("y"));
        }
      }
      assertThat(letIn(pool)).isEqualTo(26);
    }
  }

  @Test
  void aPoolThatHasNotHashedYetIsTakenForASlowOne() {
    try (HashingPool pool = pool(new Instant(), 1, 100_000)) {
      assertThat(letIn(pool)).isLessThan(1000);
    }
  }

  /** Strangers who keep coming would be served first for ever. */
  @Test
  void whoHasWaitedForHalfOfPatienceIsOvertakenNoMore() throws Exception {
    Gate gate = new Gate();
    try (HashingPool pool = pool(gate, 1, 40);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      callers.submit(() -> verify(pool, "192.0.2.66"));
      gate.entered.acquire();
      callers.submit(() -> verify(pool, "192.0.2.66"));
      await(pool, 1);
      callers.submit(() -> verify(pool, "192.0.2.66"));
      await(pool, 2);
      now.addAndGet(PATIENCE.dividedBy(2).toNanos());
      callers.submit(() -> verify(pool, "192.0.2.1"));
      await(pool, 3);
      gate.open.countDown();
    }
    assertThat(gate.verified)
        .containsExactly("192.0.2.66", "192.0.2.66", "192.0.2.66", "192.0.2.1");
  }

  @Test
  void anAverageBeyondPatienceStillLetsSomebodyIn() {
    try (HashingPool pool = pool(new Taking(Duration.ofHours(1)), 1, 1)) {
      try (Slot slot = slot(pool)) {
        slot.seal(Password.of("x"));
      }
      slot(pool).close();
    }
  }

  @Test
  void hashesOnItsOwnFewThreadsHoweverManyCall() throws Exception {
    Recording recording = new Recording();
    try (HashingPool pool = pool(recording, 2, 100);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<PasswordHash>> hashes = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        hashes.add(callers.submit(() -> sealOnce(pool)));
      }
      for (Future<PasswordHash> hash : hashes) {
        assertThat(hash.get()).isEqualTo(SEALED);
      }
    }
    assertThat(recording.threads)
        .hasSizeLessThanOrEqualTo(2)
        .allSatisfy(thread -> assertThat(thread.getName()).matches("hash-[12]"))
        .allSatisfy(thread -> assertThat(thread.isDaemon()).isTrue())
        .noneMatch(Thread::isVirtual);
  }

  @Test
  void worksInParallelOnAllThreads() throws Exception {
    Gate gate = new Gate();
    try (HashingPool pool = pool(gate, 3, 0);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 3; i++) {
        callers.submit(() -> sealOnce(pool));
      }
      gate.entered.acquire(3);
      assertThat(pool.busy()).isEqualTo(3);
      assertThat(pool.waiting()).isZero();
      assertThat(pool.reserve(Source.house())).isInstanceOf(Full.class);
      gate.open.countDown();
    }
  }

  @Test
  void countsWhoIsWaiting() throws Exception {
    Gate gate = new Gate();
    try (HashingPool pool = pool(gate, 1, 5);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      callers.submit(() -> sealOnce(pool));
      gate.entered.acquire();
      Slot second = slot(pool);
      Slot third = slot(pool);
      assertThat(pool.threads()).isEqualTo(1);
      assertThat(pool.busy()).isEqualTo(1);
      assertThat(pool.waiting()).isEqualTo(2);
      second.close();
      third.close();
      gate.open.countDown();
    }
  }

  @Test
  void aClosedPoolLetsRunningWorkFinishAndTakesNoMore() throws Exception {
    Gate gate = new Gate();
    HashingPool pool = pool(gate, 1, 5);
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      Slot held = slot(pool);
      Future<PasswordHash> running = callers.submit(() -> sealOnce(pool));
      gate.entered.acquire();
      Future<?> closing = callers.submit(pool::close);
      while (pool.reserve(Source.house()) instanceof Slot slot) {
        slot.close();
        Thread.onSpinWait();
      }
      gate.open.countDown();
      assertThat(running.get()).isEqualTo(SEALED);
      assertThat(held.seal(Password.of("x"))).isEqualTo(SEALED);
      held.close();
      closing.get();
    }
    assertThat(pool.reserve(Source.house())).isInstanceOf(Full.class);
    pool.close();
  }

  @Test
  void aSlotThatIsNeverGivenBackDoesNotKeepThePoolOpen() {
    HashingPool pool =
        new HashingPool(
            new Instant(), new Size(1, 0, Duration.ofMillis(1)), Crew.standard(), now::get);
    Slot forgotten = slot(pool);
    pool.close();
    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(() -> forgotten.seal(Password.of("x")));
  }

  @Test
  void anInterruptedCallerStaysInterruptedAndGivesItsSlotBack() throws Exception {
    Gate gate = new Gate();
    try (HashingPool pool = pool(gate, 1, 0)) {
      CountDownLatch done = new CountDownLatch(1);
      List<Object> seen = new ArrayList<>();
      Thread caller =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  sealOnce(pool);
                } catch (CancellationException interrupted) {
                  seen.add(Thread.currentThread().isInterrupted());
                }
                done.countDown();
              });
      gate.entered.acquire();
      caller.interrupt();
      done.await();
      assertThat(seen).containsExactly(true);
      slot(pool).close();
      gate.open.countDown();
    }
  }

  @Test
  void aStrangerIsServedInTheMidstOfAStorm() throws Exception {
    Gate gate = new Gate();
    try (HashingPool pool = pool(gate, 1, 40);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      callers.submit(() -> verify(pool, "192.0.2.66"));
      gate.entered.acquire();
      for (int waiting = 1; waiting < 20; waiting++) {
        callers.submit(() -> verify(pool, "192.0.2.66"));
        await(pool, waiting);
      }
      callers.submit(() -> verify(pool, "192.0.2.1"));
      await(pool, 20);
      gate.open.countDown();
    }
    assertThat(gate.verified).hasSize(21);
    assertThat(gate.verified.indexOf("192.0.2.1")).isLessThanOrEqualTo(2);
  }

  @Test
  void oneSourceTakesHalfOfThePlaces() {
    try (HashingPool pool = pool(new Instant(), 1, 99)) {
      List<Slot> slots = new ArrayList<>();
      while (pool.reserve(from("192.0.2.66")) instanceof Slot slot) {
        slots.add(slot);
      }
      assertThat(pool.capacity()).isEqualTo(100);
      assertThat(slots).hasSize(50);
      slots.add(slot(pool));
      slots.forEach(Slot::close);
    }
  }

  @Test
  void anInterruptedCallersHashIsNotComputed() throws Exception {
    Gate gate = new Gate();
    try (HashingPool pool = pool(gate, 1, 5);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      callers.submit(() -> sealOnce(pool));
      gate.entered.acquire();
      Future<PasswordHash> gone = callers.submit(() -> sealOnce(pool));
      await(pool, 1);
      gone.cancel(true);
      await(pool, 0);
      gate.open.countDown();
      sealOnce(pool);
      assertThat(gate.entered.availablePermits()).as("the last one's alone").isEqualTo(1);
    }
  }

  @Test
  void whoHasWaitedForAsLongAsAnybodyIsMadeToIsToldToComeAgain() throws Exception {
    Gate gate = new Gate();
    Size impatient = new Size(1, 5, Duration.ofMillis(1));
    AtomicInteger shed = new AtomicInteger();
    try (HashingPool pool = new HashingPool(gate, impatient, crew(shed), now::get);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      callers.submit(() -> sealOnce(pool));
      gate.entered.acquire();
      String answer =
          pool.inSlot(
              Source.house(),
              slot -> slot.seal(Password.of("x")).encoded(),
              retryAfter -> "in " + retryAfter.toSeconds() + " s");
      assertThat(answer).isEqualTo("in 1 s");
      assertThat(shed).hasValue(1);
      assertThat(gate.entered.availablePermits()).as("nothing was computed for it").isZero();
      gate.open.countDown();
    }
  }

  @Test
  void whoeverIsTurnedAwayIsCounted() {
    AtomicInteger shed = new AtomicInteger();
    Size one = new Size(1, 0, PATIENCE);
    try (HashingPool pool = new HashingPool(new Instant(), one, crew(shed), now::get);
        Slot _ = slot(pool)) {
      assertThat(pool.reserve(Source.house())).isInstanceOf(Full.class);
      assertThat(shed).hasValue(1);
    }
  }

  @Test
  void failuresAreReportedWithoutThePassword() {
    Sealer broken =
        new Instant() {
          @Override
          public PasswordHash seal(Password password) {
            throw new UnsupportedOperationException("no more memory");
          }
        };
    try (HashingPool pool = pool(broken, 1, 0);
        Slot slot = slot(pool)) {
      assertThatIllegalStateException()
          .isThrownBy(() -> slot.seal(Password.of("hunter2")))
          .withMessage("a hash could not be computed")
          .withCauseInstanceOf(UnsupportedOperationException.class);
      assertThat(pool.busy()).isZero();
    }
  }

  @Test
  void manyCallersAtOnceEachGetTheirOwnVerdict() throws Exception {
    try (Hasher pool = realPool(new HashCost(64, 1, 1), 2);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Verdict>> verdicts = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        String password = "password " + i;
        verdicts.add(callers.submit(() -> sealAndVerify(pool, password)));
      }
      for (Future<Verdict> verdict : verdicts) {
        assertThat(verdict.get()).isEqualTo(MATCH);
      }
    }
  }

  @Test
  void refusesToBeWithoutThreads() {
    assertThatIllegalArgumentException().isThrownBy(() -> pool(new Instant(), 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> pool(new Instant(), 1, -1));
  }

  private HashingPool pool(Sealer sealer, int threads, int queue) {
    return new HashingPool(sealer, new Size(threads, queue, PATIENCE), Crew.standard(), now::get);
  }

  private static Hasher realPool(HashCost cost, int threads) {
    return new HashingPool(cost, Optional.empty(), threads, 100, PATIENCE, new SecureRandom());
  }

  private static Slot slot(Hasher pool) {
    Admission admission = pool.reserve(Source.house());
    assertThat(admission).isInstanceOf(Slot.class);
    return (Slot) admission;
  }

  /** How many strangers; all are gone afterwards. */
  private static int letIn(Hasher pool) {
    List<Slot> slots = new ArrayList<>();
    while (pool.reserve(from("stranger " + slots.size())) instanceof Slot slot) {
      slots.add(slot);
    }
    slots.forEach(Slot::close);
    return slots.size();
  }

  private static PasswordHash sealOnce(Hasher pool) {
    try (Slot slot = slot(pool)) {
      return slot.seal(Password.of("x"));
    }
  }

  private static Verdict sealAndVerify(Hasher pool, String password) {
    try (Slot slot = slot(pool)) {
      PasswordHash hash = slot.seal(Password.of(password));
      return slot.verify(Password.of(password), Optional.of(hash));
    }
  }

  private static Crew crew(AtomicInteger shed) {
    HashingWatch watch =
        new HashingWatch() {
          @Override
          public void hashed(String scheme, String cost, Duration took) {
            throw new AssertionError("this sealer computes nothing");
          }

          @Override
          public void waited(Duration wait) {
            assertThat(wait.isNegative()).isFalse();
          }

          @Override
          public void shed() {
            shed.incrementAndGet();
          }
        };
    return new Crew(Crew.standard().threads(), watch);
  }

  private static Source from(String address) {
    return new Source(Optional.of(address), Optional.empty());
  }

  /** The hash says whose it is. */
  private static Verdict verify(Hasher pool, String address) {
    Optional<PasswordHash> hash = Optional.of(PasswordHash.of(address));
    return pool.inSlot(
        from(address), slot -> slot.verify(Password.of("x"), hash), _ -> Verdict.MATCH_OUTDATED);
  }

  private static void await(HashingPool pool, int waiting) {
    while (pool.waiting() != waiting) {
      Thread.onSpinWait();
    }
  }

  /** Hashes that take no time. */
  private static class Instant implements Sealer {
    @Override
    public Verdict verify(Password password, Optional<PasswordHash> stored) {
      return NO_MATCH;
    }

    @Override
    public PasswordHash seal(Password password) {
      return SEALED;
    }
  }

  /** Hashes that take a time by the clock of this test. */
  private final class Taking extends Instant {
    private final Duration each;

    private Taking(Duration each) {
      this.each = each;
    }

    @Override
    public PasswordHash seal(Password password) {
      now.addAndGet(each.toNanos());
      return SEALED;
    }
  }

  /** Hashes that remember where they were computed. */
  private static final class Recording extends Instant {
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    @Override
    public PasswordHash seal(Password password) {
      threads.add(Thread.currentThread());
      return SEALED;
    }
  }

  /** Hashes that are not done before the gate opens. */
  private static final class Gate extends Instant {
    private final Semaphore entered = new Semaphore(0);
    private final CountDownLatch open = new CountDownLatch(1);

    private final List<String> verified = Collections.synchronizedList(new ArrayList<>());

    @Override
    public Verdict verify(Password password, Optional<PasswordHash> stored) {
      pass();
      stored.map(PasswordHash::encoded).ifPresent(verified::add);
      return NO_MATCH;
    }

    @Override
    public PasswordHash seal(Password password) {
      pass();
      return SEALED;
    }

    private void pass() {
      entered.release();
      try {
        open.await();
      } catch (InterruptedException interrupted) {
        throw new AssertionError(interrupted);
      }
    }
  }
}
