package dev.rekey.core.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.adoption.Departure.Course;
import dev.rekey.core.adoption.Departure.NotBefore;
import dev.rekey.core.adoption.Departure.NotToBeTold;
import dev.rekey.core.adoption.Departure.Over;
import dev.rekey.core.adoption.Departure.Since;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DepartureTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

  private static Map<LocalDate, Long> aDay(long came, int days) {
    Map<LocalDate, Long> all = new HashMap<>();
    for (int i = 0; i < days; i++) {
      all.put(TODAY.minusDays(i), came);
    }
    return all;
  }

  private static Course course(int firstDaysAgo, Map<LocalDate, Long> days, long left) {
    long all = days.values().stream().mapToLong(Long::longValue).sum();
    return new Course(
        all,
        Optional.of(NOW.minus(Duration.ofDays(firstDaysAgo))),
        Optional.of(NOW.minusSeconds(60)),
        days,
        Optional.of(left));
  }

  private static Departure of(Course course) {
    return Departure.of(course, Optional.empty(), NOW);
  }

  @Test
  void whoHasComeSaysNothingOfHowManyThereWere() {
    Course uncounted =
        new Course(
            1,
            Optional.of(NOW.minusSeconds(60)),
            Optional.of(NOW.minusSeconds(60)),
            Map.of(TODAY, 1L),
            Optional.empty());
    assertThat(of(uncounted)).isEqualTo(new NotToBeTold());
  }

  @Test
  void itCanGoSinceTheLastOfAllHasCome() {
    assertThat(of(course(40, aDay(3, 28), 0))).isEqualTo(new Since(NOW.minusSeconds(60)));
  }

  @Test
  void atThePaceOfTheLastWeeksTheRestComesInSoManyDays() {
    assertThat(of(course(60, aDay(10, 90), 95))).isEqualTo(new NotBefore(TODAY.plusDays(10)));
  }

  @Test
  void aMoveThatIsYoungerThanFourWeeksIsMeasuredFromItsBeginning() {
    assertThat(of(course(9, aDay(10, 10), 100))).isEqualTo(new NotBefore(TODAY.plusDays(10)));
  }

  @Test
  void whoCameLongAgoSaysNothingOfThePace() {
    assertThat(of(course(80, Map.of(TODAY.minusDays(40), 1000L), 5))).isEqualTo(new NotToBeTold());
  }

  @Test
  void beforeAWeekIsOverNothingIsTold() {
    assertThat(of(course(5, aDay(10, 6), 5))).isEqualTo(new NotToBeTold());
    assertThat(of(course(6, aDay(10, 7), 5))).isEqualTo(new NotBefore(TODAY.plusDays(1)));
  }

  @Test
  void beforeAnybodyHasComeNothingIsTold() {
    assertThat(of(new Course(0, Optional.empty(), Optional.empty(), Map.of(), Optional.of(0L))))
        .isEqualTo(new NotToBeTold());
    assertThat(of(new Course(0, Optional.empty(), Optional.empty(), Map.of(), Optional.of(9L))))
        .isEqualTo(new NotToBeTold());
  }

  @Test
  void whatWouldTakeLongerThanAnybodyPlansIsNotTold() {
    assertThat(of(course(60, Map.of(TODAY, 1L), 1_000_000))).isEqualTo(new NotToBeTold());
  }

  @Test
  void whatIsDecidedIsDecided() {
    Course course = course(60, aDay(10, 28), 100);

    assertThat(Departure.of(course, Optional.of(TODAY), NOW)).isEqualTo(new Over(TODAY));
    assertThat(Departure.of(course, Optional.of(TODAY.plusDays(1)), NOW))
        .isInstanceOf(NotBefore.class);
  }
}
