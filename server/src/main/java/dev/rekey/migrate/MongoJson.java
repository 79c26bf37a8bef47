package dev.rekey.migrate;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * MongoDB's extended JSON, version 2, relaxed or canonical, and what version 1 wrote otherwise, as
 * plain values: ids and dates become text.
 */
final class MongoJson {

  private MongoJson() {}

  static Row plain(Row row) {
    Map<String, Object> fields = new LinkedHashMap<>();
    row.fields().forEach((name, value) -> plain(value).ifPresent(one -> fields.put(name, one)));
    return new Row(row.place(), row.line(), fields);
  }

  private static Optional<Object> plain(Object value) {
    return switch (value) {
      case null -> Optional.empty();
      case Map<?, ?> map when map.size() == 1 -> single(map);
      case Map<?, ?> map -> Optional.of(members(map));
      case List<?> list -> Optional.of(items(list));
      default -> Optional.of(value);
    };
  }

  private static Optional<Object> single(Map<?, ?> map) {
    Map.Entry<?, ?> only = map.entrySet().iterator().next();
    Object value = only.getValue();
    return switch (String.valueOf(only.getKey())) {
      case "$oid", "$numberInt", "$numberLong", "$numberDouble", "$numberDecimal", "$symbol" ->
          Optional.ofNullable(value);
      case "$date" -> plain(value).map(MongoJson::date);
      case "$undefined" -> Optional.empty();
      default -> Optional.of(members(map));
    };
  }

  private static Object date(Object value) {
    String text = String.valueOf(value);
    try {
      return text.matches("-?\\d+")
          ? Instant.ofEpochMilli(Long.parseLong(text)).toString()
          : OffsetDateTime.parse(text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
              .toInstant()
              .toString();
    } catch (DateTimeException | NumberFormatException e) {
      throw new Misfit("a $date should be ISO 8601 or milliseconds since 1970");
    }
  }

  private static Map<String, Object> members(Map<?, ?> map) {
    Map<String, Object> members = new LinkedHashMap<>();
    map.forEach(
        (name, value) -> plain(value).ifPresent(one -> members.put(String.valueOf(name), one)));
    return members;
  }

  private static List<Object> items(List<?> list) {
    List<Object> items = new ArrayList<>();
    list.forEach(value -> plain(value).ifPresent(items::add));
    return items;
  }
}
