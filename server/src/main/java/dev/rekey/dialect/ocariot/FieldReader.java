package dev.rekey.dialect.ocariot;

import dev.rekey.dialect.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Reads the fields of one body, one after the other. The first mistake is told; without one, all
 * the required fields that are absent, in the order in which they were asked for.
 */
final class FieldReader {

  private final JsonNode body;
  private final List<String> absent = new ArrayList<>();
  private Optional<Mistake> first = Optional.empty();

  FieldReader(JsonNode body) {
    this.body = body;
  }

  boolean has(String field) {
    return body.has(field);
  }

  /** What the field has; null is something. */
  Optional<JsonNode> value(String field) {
    return Optional.ofNullable(body.get(field));
  }

  /** What was typed into a field that may be absent: a text, and not an empty one. */
  Optional<String> typed(String field) {
    return value(field).map(value -> typed(field, value));
  }

  /** The same for what will be kept, so that every store must be able to carry it. */
  Optional<String> text(String field) {
    return value(field).map(value -> text(field, value));
  }

  /** The same for a field that must be there. */
  String requiredText(String field) {
    return text(field).orElseGet(() -> lack(field));
  }

  String text(String field, JsonNode value) {
    String text = typed(field, value);
    if (text.indexOf('\0') >= 0) {
      reject(new Mistake.Untypable(field));
    }
    return text;
  }

  /** Notes that something required is absent. */
  String lack(String what) {
    absent.add(what);
    return "";
  }

  /** Notes a mistake, which is told unless there was one before. */
  void reject(Mistake mistake) {
    first = first.or(() -> Optional.of(mistake));
  }

  /** What becomes of it all when everything was good. */
  <C> Reading<C, Mistake> read(Supplier<C> command) {
    return first
        .or(this::missing)
        .<Reading<C, Mistake>>map(Reading.Misread::new)
        .orElseGet(() -> new Reading.Read<>(command.get()));
  }

  private String typed(String field, JsonNode value) {
    if (!value.isString()) {
      reject(new Mistake.NotText(field));
      return "";
    }
    String text = value.stringValue();
    if (text.isEmpty()) {
      reject(new Mistake.Empty(field));
    }
    return text;
  }

  private Optional<Mistake> missing() {
    return absent.isEmpty()
        ? Optional.empty()
        : Optional.of(new Mistake.Missing(List.copyOf(absent)));
  }
}
