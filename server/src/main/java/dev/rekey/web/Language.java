package dev.rekey.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language that the pages speak. */
enum Language {
  ENGLISH("en"),
  GERMAN("de"),
  FRENCH("fr"),
  SPANISH("es"),
  PORTUGUESE("pt"),
  POLISH("pl"),
  CZECH("cs");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** The primary subtag of BCP 47. */
  String tag() {
    return tag;
  }

  Locale locale() {
    return Locale.of(tag);
  }

  /** The first of those that a browser asks for (RFC 9110 section 12.5.4); English when none is. */
  static Language preferred(Optional<String> acceptLanguage) {
    return acceptLanguage.flatMap(Language::read).orElse(ENGLISH);
  }

  private static Optional<Language> read(String acceptLanguage) {
    try {
      List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(acceptLanguage);
      return ranges.stream()
          .filter(range -> range.getWeight() > 0)
          .flatMap(range -> of(range.getRange()).stream())
          .findFirst();
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<Language> of(String range) {
    String primary = range.split("-", 2)[0];
    return Arrays.stream(values()).filter(one -> one.tag.equals(primary)).findFirst();
  }
}
