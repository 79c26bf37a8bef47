package dev.rekey.core.adoption;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** When an old system can go: what is known of it, and no more. */
public sealed interface Departure {

  /** The last of those who are known to have been there has come. */
  record Since(Instant last) implements Departure {}

  /**
   * At the pace of the last weeks the last would come then. Those who come rarely come late, so it
   * may well be later.
   */
  record NotBefore(LocalDate day) implements Departure {}

  /** Too few have come of late, or for too short a time. */
  record NotToBeTold() implements Departure {}

  /** It is asked no more. */
  record Over(LocalDate until) implements Departure {}

  /**
   * Who has come so far.
   *
   * @param all in all
   * @param first when the first came
   * @param last when the last came
   * @param days how many came on a day
   * @param left how many are known not to have come; empty where nobody knows how many there were
   */
  record Course(
      long all,
      Optional<Instant> first,
      Optional<Instant> last,
      Map<LocalDate, Long> days,
      Optional<Long> left) {

    public Course {
      days = Map.copyOf(days);
    }
  }

  /** So many days are looked back on, and so many it takes at least to speak of a pace. */
  int LOOKED_BACK = 28;

  int LEAST_DAYS = 7;

  /** Nobody plans for longer than ten years. */
  long FARTHEST_DAYS = 3650;

  /**
   * Tells it.
   *
   * @param until from when on it is asked no more, if that is decided
   */
  static Departure of(Course course, Optional<LocalDate> until, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    if (until.filter(day -> !today.isBefore(day)).isPresent()) {
      return new Over(until.get());
    }
    return course.left().map(left -> of(course, left, today)).orElseGet(NotToBeTold::new);
  }

  private static Departure of(Course course, long left, LocalDate today) {
    if (left == 0) {
      return course.last().<Departure>map(Since::new).orElseGet(NotToBeTold::new);
    }
    return course
        .first()
        .map(first -> LocalDate.ofInstant(first, ZoneOffset.UTC))
        .map(first -> atThatPace(course, left, first, today))
        .orElseGet(NotToBeTold::new);
  }

  private static Departure atThatPace(Course course, long left, LocalDate first, LocalDate today) {
    LocalDate from = later(first, today.minusDays(LOOKED_BACK - 1L));
    long days = today.toEpochDay() - from.toEpochDay() + 1;
    long came =
        course.days().entrySet().stream()
            .filter(day -> !day.getKey().isBefore(from))
            .mapToLong(Map.Entry::getValue)
            .sum();
    if (days < LEAST_DAYS || came == 0) {
      return new NotToBeTold();
    }
    long more = Math.ceilDiv(Math.multiplyExact(left, days), came);
    return more > FARTHEST_DAYS ? new NotToBeTold() : new NotBefore(today.plusDays(more));
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
