package dev.rekey.migrate;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A row's values, read as what they should be; {@link Misfit} where they are not. */
record Row(long place, long line, Map<String, Object> fields) {

  private static final int LONGEST_TEXT = 64 * 1024;
  private static final long MILLIS_FROM = 100_000_000_000L;
  private static final int ISO_T = 10;
  private static final long LATEST = 253_402_300_799_999L;

  boolean has(String name) {
    return fields.containsKey(name);
  }

  /** Whether the value is anything: not missing, empty, or false. */
  boolean says(String name) {
    return switch (fields.get(name)) {
      case null -> false;
      case String text -> !text.isBlank() && !text.equals("[]") && !text.equals("{}");
      case Boolean flag -> flag;
      case List<?> list -> !list.isEmpty();
      case Map<?, ?> map -> !map.isEmpty();
      default -> true;
    };
  }

  /** The value as text; what is empty is none. */
  Optional<String> text(String name) {
    return Optional.ofNullable(fields.get(name))
        .map(value -> textOf(name, value))
        .filter(text -> !text.isEmpty());
  }

  static String textOf(String name, Object value) {
    String text =
        switch (value) {
          case String one -> one;
          case Double one when !Double.isFinite(one) ->
              throw new Misfit(name + " is too large a number");
          case Number one -> new BigDecimal(one.toString()).toPlainString();
          case Boolean one -> one.toString();
          default -> throw new Misfit(name + " should be a text");
        };
    if (text.length() > LONGEST_TEXT) {
      throw new Misfit(name + " is longer than 64 KiB");
    }
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
        throw new Misfit(name + " holds NUL, or half a character");
      }
    }
    return text;
  }

  Optional<Long> number(String name) {
    if (fields.get(name) instanceof Integer plain) {
      return Optional.of(plain.longValue());
    }
    return text(name)
        .map(text -> {
          if (!text.matches("-?[0-9]{1,18}(\\.0+)?")) {
            throw new Misfit(name + " should be a whole number");
          }
          return Long.valueOf(text.replaceFirst("\\.0+$", ""));
        });
  }

  Optional<Boolean> flag(String name) {
    return text(name)
        .map(text ->
            switch (text.toLowerCase(Locale.ROOT)) {
              case "true", "t", "1", "yes", "y" -> true;
              case "false", "f", "0", "no", "n" -> false;
              default -> throw new Misfit(name + " should be true or false");
            });
  }

  /**
   * A moment: ISO 8601, as PostgreSQL and MySQL write it (then in UTC), or seconds or milliseconds
   * since 1970.
   */
  Optional<Instant> instant(String name) {
    return text(name).map(text -> instant(name, text.strip()));
  }

  private static Instant instant(String name, String text) {
    try {
      if (text.endsWith("Z") && text.indexOf('T') == ISO_T) {
        return bounded(Instant.parse(text));
      }
      return text.matches("[0-9]{1,15}(\\.[0-9]+)?") ? ofCount(text) : ofCalendar(text);
    } catch (DateTimeException e) {
      throw new Misfit(name + " should be a moment, such as 2026-11-20T20:55:26Z");
    }
  }

  private static Instant ofCount(String text) {
    BigDecimal count = new BigDecimal(text);
    long whole = count.longValue();
    long millis = whole < MILLIS_FROM ? count.movePointRight(3).longValue() : whole;
    if (millis > LATEST) {
      throw new DateTimeException("too late");
    }
    return Instant.ofEpochMilli(millis);
  }

  private static Instant ofCalendar(String text) {
    String iso =
        text.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) ", "$1T")
            .replaceFirst(" ?UTC$", "Z")
            .replaceFirst(" ([+-])", "$1")
            .replaceFirst("([+-]\\d\\d)$", "$1:00")
            .replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2")
            .replaceFirst("^(\\d{4}-\\d\\d-\\d\\d)$", "$1T00:00:00");
    Instant moment =
        iso.endsWith("Z") || iso.matches(".*T.*[+-].*")
            ? OffsetDateTime.parse(iso).toInstant()
            : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    return bounded(moment);
  }

  private static Instant bounded(Instant moment) {
    if (moment.toEpochMilli() < 0 || moment.toEpochMilli() > LATEST) {
      throw new DateTimeException("out of range");
    }
    return moment;
  }

  /** A JSON object, as such or as the text of one, or as the text of a text of one. */
  Optional<Map<String, Object>> object(String name, JsonText json) {
    return Optional.ofNullable(fields.get(name)).flatMap(value -> object(name, value, json));
  }

  private static Optional<Map<String, Object>> object(String name, Object value, JsonText json) {
    return switch (value) {
      case Map<?, ?> map -> Optional.of(members(map));
      case String text when text.isBlank() || text.strip().equals("null") -> Optional.empty();
      case String text -> Optional.of(json.readNested(name, text.strip()));
      default -> throw new Misfit(name + " should be a JSON object");
    };
  }

  static Map<String, Object> members(Map<?, ?> map) {
    Map<String, Object> members = new LinkedHashMap<>();
    map.forEach((key, value) -> {
      if (value != null) {
        members.put(String.valueOf(key), value);
      }
    });
    return members;
  }

  /** A JSON array of texts, or texts with commas between. */
  List<String> texts(String name) {
    return switch (fields.get(name)) {
      case null -> List.of();
      case List<?> list ->
          list.stream().filter(one -> one != null).map(one -> textOf(name, one)).toList();
      case String text ->
          List.of(text.replaceAll("[\\[\\]{}\"]", "").split(",")).stream()
              .map(String::strip)
              .filter(one -> !one.isEmpty())
              .toList();
      default -> throw new Misfit(name + " should be a list of texts");
    };
  }
}
