package dev.rekey.core.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * When something must have happened, as somebody says it; days are days in UTC.
 *
 * @param from its beginning, a day from its first moment on
 * @param until its end, a day to its last moment
 * @param length how long it is: behind its beginning, or else before its end, or else up to today
 */
public record Span(Optional<Point> from, Optional<Point> until, Optional<Period> length) {

  private static final int MOST_YEARS = 10_000;

  public Span {
    length = length.map(Span::bounded);
  }

  /** What is longer than all calendars is as long as one. */
  private static Period bounded(Period period) {
    return Period.of(
        Math.min(period.getYears(), MOST_YEARS),
        Math.min(period.getMonths(), 12 * MOST_YEARS),
        Math.min(period.getDays(), 366 * MOST_YEARS));
  }

  /** Whenever. */
  public static Span ever() {
    return new Span(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A day or a moment. */
  public sealed interface Point {

    record At(Instant moment) implements Point {}

    record On(LocalDate day) implements Point {}

    record Today() implements Point {}

    private LocalDate day(Instant now) {
      return switch (this) {
        case At(Instant moment) -> LocalDate.ofInstant(moment, ZoneOffset.UTC);
        case On(LocalDate day) -> day;
        case Today() -> LocalDate.ofInstant(now, ZoneOffset.UTC);
      };
    }

    private Instant begin(Instant now) {
      return this instanceof At(Instant moment) ? moment : midnight(day(now));
    }

    private Instant end(Instant now) {
      return this instanceof At(Instant moment) ? moment : midnight(day(now).plusDays(1));
    }
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The moments that are meant by somebody who says it now. */
  public Stretch resolve(Instant now) {
    return length.map(period -> ofLength(period, now)).orElseGet(() -> between(now));
  }

  private Stretch between(Instant now) {
    return new Stretch(from.map(point -> point.begin(now)), until.map(point -> point.end(now)));
  }

  private Stretch ofLength(Period period, Instant now) {
    if (from.isPresent()) {
      Point first = from.get();
      return Stretch.of(first.begin(now), midnight(first.day(now).plus(period)));
    }
    Point last = until.orElseGet(Point.Today::new);
    LocalDate begin = last.day(now).plusDays(1).minus(period);
    return Stretch.of(midnight(begin), last.end(now));
  }

  /**
   * Between two moments.
   *
   * @param from not before it
   * @param before earlier than it
   */
  public record Stretch(Optional<Instant> from, Optional<Instant> before) {

    public static Stretch ever() {
      return new Stretch(Optional.empty(), Optional.empty());
    }

    static Stretch of(Instant from, Instant before) {
      return new Stretch(Optional.of(from), Optional.of(before));
    }

    public boolean contains(Instant moment) {
      return from.filter(moment::isBefore).isEmpty()
          && before.filter(end -> !moment.isBefore(end)).isEmpty();
    }
  }
}
