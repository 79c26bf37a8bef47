package dev.rekey.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Realm;
import dev.rekey.core.proof.HandClock;
import dev.rekey.core.proof.Scene;
import dev.rekey.core.store.Attempts;
import dev.rekey.core.store.MemoryStore;
import dev.rekey.core.visit.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class LimitProperties {

  private final LimitSettings standard = LimitSettings.standard();

  @Property
  void waitsNeverShrinkWhileFailuresGrow(
      @ForAll @LongRange(min = 0, max = 1_000) long failures,
      @ForAll @LongRange(min = 0, max = 1_000) long more,
      @ForAll @IntRange(min = 0, max = 200) int free) {
    assertThat(standard.waitAfter(failures + more, free))
        .isGreaterThanOrEqualTo(standard.waitAfter(failures, free));
  }

  @Property
  void noWaitIsNegativeOrLongerThanTheLongest(
      @ForAll @LongRange(min = 0) long failures, @ForAll @IntRange(min = 0) int free) {
    assertThat(standard.waitAfter(failures, free)).isBetween(Duration.ZERO, standard.longestWait());
  }

  @Property
  void whatIsFreeCostsNothingAndTheNextOneWaits(@ForAll @IntRange(min = 1, max = 500) int free) {
    assertThat(standard.waitAfter(free - 1L, free)).isZero();
    assertThat(standard.waitAfter(free, free)).isEqualTo(standard.firstWait());
  }

  @Property
  void noChoiceOfDurationsOverflows(
      @ForAll @LongRange(min = 1, max = 31_536_000) long firstSeconds,
      @ForAll @LongRange(min = 1, max = 31_536_000) long longestSeconds,
      @ForAll @LongRange(min = 0) long failures) {
    LimitSettings settings =
        new LimitSettings(
            10,
            100,
            Duration.ofSeconds(firstSeconds),
            Duration.ofSeconds(longestSeconds),
            90,
            Duration.ofHours(1),
            Duration.ofDays(30),
            5,
            60,
            1000,
            Duration.ofHours(1));

    assertThat(settings.waitAfter(failures, 10))
        .isBetween(Duration.ZERO, Duration.ofSeconds(longestSeconds));
  }

  /** One step of somebody who guesses: from an address, after some time. */
  @Property(tries = 200)
  void noPatienceAndNoNumberOfAddressesGivesStrangersMoreThanNinety(
      @ForAll @Size(min = 100, max = 300) List<@IntRange(min = 1, max = 250) Integer> addresses,
      @ForAll @LongRange(min = 0, max = 7_200) long pause) {
    HandClock clock = new HandClock(Scene.MORNING);
    Attempts attempts = new MemoryStore().attempts();
    Doorkeeper doorkeeper = new Doorkeeper(attempts, standard, clock);
    int failures = 0;

    for (int address : addresses) {
      clock.pass(Duration.ofSeconds(pause));
      if (failed(doorkeeper, attempts, clock, "198.51.100." + address)) {
        failures++;
      }
    }

    assertThat(failures).isLessThanOrEqualTo(90);
    if (failures == 90) {
      clock.pass(Duration.ofDays(365));
      assertThat(failed(doorkeeper, attempts, clock, "203.0.113.1")).isFalse();
    }
  }

  private static boolean failed(
      Doorkeeper doorkeeper, Attempts attempts, HandClock clock, String address) {
    Admission admission =
        doorkeeper.knock(
            Realm.MAIN, Optional.of(new AccountId(7)), "anna", new Origin(address, ""));
    return switch (admission) {
      case Admission.Closed _ -> false;
      case Admission.Open open -> {
        try (open) {
          attempts.count(open.counted(), clock.instant(), Optional.empty());
        }
        yield true;
      }
    };
  }
}
