package dev.rekey.mail;

import dev.rekey.core.visit.Language;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Moments as a letter in one language has them, in UTC: nobody knows where its reader is. */
final class Times {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm 'UTC'");

  private final DateTimeFormatter date;

  Times(Language language) {
    Locale locale = language == Language.ENGLISH ? Locale.UK : Locale.of(language.tag());
    this.date = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
  }

  String of(Instant instant) {
    var there = instant.atZone(ZoneOffset.UTC);
    return date.format(there) + ", " + CLOCK.format(there);
  }
}
