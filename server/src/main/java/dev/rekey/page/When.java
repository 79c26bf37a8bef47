package dev.rekey.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** A moment in the reader's language, in UTC: the server does not know where the reader is. */
public final class When {

  private When() {}

  public static String day(Frame frame, Instant moment) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(frame.locale())
        .format(moment.atZone(ZoneOffset.UTC));
  }

  /** The hour of the day, under a chart. */
  public static String hour(Instant moment) {
    return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(moment.atZone(ZoneOffset.UTC));
  }

  /** The day without the year, under a chart. */
  public static String shortDay(Frame frame, Instant moment) {
    return DateTimeFormatter.ofPattern("d MMM", frame.locale())
        .format(moment.atZone(ZoneOffset.UTC));
  }

  /** For those who compare lines: a number in the same form in every language. */
  public static String second(Frame frame, Instant moment) {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", frame.locale())
        .format(moment.atZone(ZoneOffset.UTC));
  }

  public static String minute(Frame frame, Instant moment) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(frame.locale())
            .format(moment.atZone(ZoneOffset.UTC))
        + " UTC";
  }
}
