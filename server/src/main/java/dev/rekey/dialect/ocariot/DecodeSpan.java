package dev.rekey.dialect.ocariot;

import dev.rekey.core.roster.Span;
import dev.rekey.core.roster.Span.Point;
import dev.rekey.http.Fields;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From a query to when an entry must have been made; what is no date is passed over. */
final class DecodeSpan {

  private static final Pattern PERIOD = Pattern.compile("(\\d{1,4})([dwmy])");

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

  private static final Pattern MOMENT =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?)Z?");

  private DecodeSpan() {}

  static Span read(Fields query) {
    return new Span(
        query.first("start_at").flatMap(DecodeSpan::point),
        query.first("end_at").flatMap(DecodeSpan::point),
        query.first("period").flatMap(DecodeSpan::period));
  }

  private static Optional<Point> point(String text) {
    if (text.equals("today")) {
      return Optional.of(new Point.Today());
    }
    try {
      return DAY.matcher(text).matches()
          ? Optional.of(new Point.On(LocalDate.parse(text)))
          : moment(text);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Point> moment(String text) {
    Matcher moment = MOMENT.matcher(text);
    return moment.matches()
        ? Optional.of(new Point.At(instant(moment.group(1))))
        : Optional.empty();
  }

  private static Instant instant(String text) {
    return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
  }

  private static Optional<Period> period(String text) {
    Matcher period = PERIOD.matcher(text);
    return period.matches()
        ? Optional.of(period(Integer.parseInt(period.group(1)), period.group(2)))
        : Optional.empty();
  }

  private static Period period(int count, String unit) {
    return switch (unit) {
      case "d" -> Period.ofDays(count);
      case "w" -> Period.ofWeeks(count);
      case "m" -> Period.ofMonths(count);
      default -> Period.ofYears(count);
    };
  }
}
