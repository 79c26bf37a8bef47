package dev.rekey.dialect.onezone;

import dev.rekey.dialect.Reading;
import dev.rekey.dialect.Reading.Misread;
import dev.rekey.dialect.Reading.Read;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Reads the members of a JSON object one after another and keeps the first thing that there is to
 * object to; from then on it reads nothing.
 */
final class Members {

  /** Reads what one member holds. */
  @FunctionalInterface
  interface Kind<T> {
    Reading<T, Objection> read(String key, JsonNode value);
  }

  private final JsonNode object;
  private Optional<Objection> first;

  Members(JsonNode body) {
    this.object = body;
    this.first = body.isObject() ? Optional.empty() : Optional.of(new Objection.Malformed());
  }

  boolean has(String key) {
    return object.has(key);
  }

  <T> Optional<T> optional(String key, Kind<T> kind) {
    return first.isEmpty() && has(key) ? read(key, kind) : Optional.empty();
  }

  <T> Optional<T> required(String key, Kind<T> kind) {
    if (!has(key)) {
      object(new Objection.Missing(key));
    }
    return optional(key, kind);
  }

  void requireOneOf(Choice choice) {
    if (choice.keys().stream().noneMatch(this::has)) {
      object(new Objection.MissingAll(choice));
    }
  }

  /** What was read, unless there is something to object to. */
  <T> Reading<T, Objection> as(Supplier<T> result) {
    return first.<Reading<T, Objection>>map(Misread::new).orElseGet(() -> new Read<>(result.get()));
  }

  private <T> Optional<T> read(String key, Kind<T> kind) {
    return switch (kind.read(key, object.path(key))) {
      case Read(T value) -> Optional.of(value);
      case Misread(Objection objection) -> {
        object(objection);
        yield Optional.empty();
      }
    };
  }

  private void object(Objection objection) {
    first = first.or(() -> Optional.of(objection));
  }
}
