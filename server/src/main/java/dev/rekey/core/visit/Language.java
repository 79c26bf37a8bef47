package dev.rekey.core.visit;

import dev.rekey.core.account.Profile;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A language that the house speaks to people. */
public enum Language {
  ENGLISH("en"),
  GERMAN("de"),
  FRENCH("fr"),
  SPANISH("es"),
  PORTUGUESE("pt"),
  POLISH("pl"),
  CZECH("cs");

  /** The fields in which applications keep what somebody reads. */
  private static final List<String> FIELDS = List.of("language", "locale");

  /** Every request is looked at, so of a header only as much as a browser sends. */
  private static final int LONGEST_HEADER = 200;

  /** RFC 9110 sections 12.4.2 and 12.5.4. */
  private static final Pattern WISH =
      Pattern.compile(
          "\\s*([A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)\\s*(?:;\\s*q=([01](?:\\.\\d*)?))?\\s*");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** The primary subtag of BCP 47. */
  public String tag() {
    return tag;
  }

  public Locale locale() {
    return Locale.of(tag);
  }

  /**
   * That of a tag such as {@code de}, {@code de-AT} or, as many systems write it, {@code de_AT}.
   */
  public static Optional<Language> of(String tag) {
    String primary = tag.strip().split("[-_.]", 2)[0].toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(one -> one.tag.equals(primary)).findFirst();
  }

  /** The best of those that a browser asks for, if it is one of these. */
  public static Optional<Language> asked(String acceptLanguage) {
    String start = acceptLanguage.substring(0, Math.min(acceptLanguage.length(), LONGEST_HEADER));
    return Arrays.stream(start.split(",", -1))
        .flatMap(Language::wish)
        .filter(wish -> wish.weight() > 0)
        .sorted(Comparator.comparingDouble(Wish::weight).reversed())
        .map(Wish::language)
        .findFirst();
  }

  /** What the owner of the profile reads; where that is silent, what the visitor asked for. */
  public static Optional<Language> of(Profile profile, Visit visit) {
    return FIELDS.stream()
        .flatMap(field -> profile.get(field).flatMap(Language::of).stream())
        .findFirst()
        .or(visit.origin()::language);
  }

  private static Stream<Wish> wish(String text) {
    Matcher wish = WISH.matcher(text);
    return wish.matches()
        ? of(wish.group(1)).stream().map(language -> new Wish(language, weight(wish)))
        : Stream.empty();
  }

  private static double weight(Matcher wish) {
    return Optional.ofNullable(wish.group(2)).map(Double::parseDouble).orElse(1.0);
  }

  /** One of several that would do. */
  private record Wish(Language language, double weight) {}
}
