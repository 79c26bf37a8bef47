package dev.rekey.dialect.devise;

import dev.rekey.dialect.devise.DeviseDialect.Field;
import dev.rekey.dialect.devise.Misreading.Blemish;
import dev.rekey.dialect.devise.Misreading.Want;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads the fields of a profile that are sent, each as the kind that it is: a form has texts alone,
 * and what it writes as a number is one.
 */
final class FieldReader {

  static final int LONGEST = 1_000;

  /** What Rails takes for a boolean; it takes everything else for true, which is too much. */
  private static final Set<String> TRUE = Set.of("true", "t", "1", "on", "yes");

  private static final Set<String> FALSE = Set.of("false", "f", "0", "off", "no");

  private FieldReader() {}

  /** A value as it is kept, or what it is not. */
  private sealed interface Value {

    /** Empty for a field that is to be empty. */
    record Kept(Optional<String> text) implements Value {}

    record Not(Want want) implements Value {}
  }

  /** The fields that are sent, and what each becomes; none of them has a blemish. */
  static Map<String, Optional<String>> read(Attributes user, List<Field> writable) {
    Map<String, Optional<String>> fields = new LinkedHashMap<>();
    sent(user, writable)
        .forEach(field -> {
          if (value(user, field) instanceof Value.Kept(Optional<String> text)) {
            fields.put(field.name(), text);
          }
        });
    return fields;
  }

  static Stream<Blemish> blemishes(Attributes user, List<Field> writable) {
    Stream<Blemish> ofFields = sent(user, writable).flatMap(field -> blemish(user, field).stream());
    boolean named = writable.stream().anyMatch(FieldReader::isUsername);
    return named ? Stream.concat(Decode.texts(user, Words.USERNAME), ofFields) : ofFields;
  }

  private static Optional<Blemish> blemish(Attributes user, Field field) {
    return switch (value(user, field)) {
      case Value.Kept(_) -> Optional.empty();
      case Value.Not(Want want) -> Optional.of(new Blemish(field.name(), want));
    };
  }

  /** The name is the account's own and read apart. */
  private static Stream<Field> sent(Attributes user, List<Field> writable) {
    return writable.stream().filter(field -> user.has(field.name()) && !isUsername(field));
  }

  private static boolean isUsername(Field field) {
    return field.name().equals(Words.USERNAME);
  }

  private static Value value(Attributes user, Field field) {
    JsonNode node = user.value(field.name());
    if (node.isNull()) {
      return new Value.Kept(Optional.empty());
    }
    if (node.isContainer()) {
      return new Value.Not(Want.SENSE);
    }
    return switch (field.kind()) {
      case TEXT -> text(node.asString());
      case NUMBER -> number(node);
      case BOOLEAN -> flag(node.asString().strip().toLowerCase(Locale.ROOT));
    };
  }

  private static Value text(String text) {
    if (text.codePointCount(0, text.length()) > LONGEST) {
      return new Value.Not(Want.BREVITY);
    }
    boolean broken = text.indexOf('\0') >= 0;
    return broken ? new Value.Not(Want.SENSE) : new Value.Kept(Optional.of(text));
  }

  private static Value number(JsonNode node) {
    String text =
        node.isFloatingPointNumber() ? plain(node.doubleValue()) : node.asString().strip();
    if (text.isEmpty()) {
      return new Value.Kept(Optional.empty());
    }
    return Words.NUMBER.matcher(text).matches()
        ? new Value.Kept(Optional.of(text))
        : new Value.Not(Want.NUMBER);
  }

  private static String plain(double number) {
    return Double.isFinite(number) ? BigDecimal.valueOf(number).toPlainString() : "infinite";
  }

  private static Value flag(String text) {
    if (text.isEmpty()) {
      return new Value.Kept(Optional.empty());
    }
    boolean known = TRUE.contains(text) || FALSE.contains(text);
    return known
        ? new Value.Kept(Optional.of(Boolean.toString(TRUE.contains(text))))
        : new Value.Not(Want.SENSE);
  }
}
