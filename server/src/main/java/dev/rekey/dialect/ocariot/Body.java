package dev.rekey.dialect.ocariot;

import dev.rekey.dialect.Reading;
import dev.rekey.dialect.Reading.Misread;
import dev.rekey.dialect.Reading.Read;
import dev.rekey.http.FormBody;
import dev.rekey.http.FormBody.Doubled;
import dev.rekey.http.Json;
import dev.rekey.http.MediaType;
import dev.rekey.http.Request;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads a request's body: JSON or a form; what is of another type, or empty, has no fields. */
final class Body {

  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String UTF_8 = "utf-8";

  private Body() {}

  /** What becomes of the body's fields, once they can be read. */
  static <C> Reading<C, Mistake> read(
      Request request, Function<FieldReader, Reading<C, Mistake>> decode) {
    return read(fields(request, Set.of(JSON, FORM)), decode);
  }

  /**
   * The same where the gateway hands on only the JSON that it could read, and nothing for all else.
   */
  static <C> Reading<C, Mistake> readHandedOn(
      Request request, Function<FieldReader, Reading<C, Mistake>> decode) {
    return read(handedOn(request), decode);
  }

  private static <C> Reading<C, Mistake> read(
      Reading<JsonNode, Mistake> body, Function<FieldReader, Reading<C, Mistake>> decode) {
    return switch (body) {
      case Misread<JsonNode, Mistake>(Mistake mistake) -> new Misread<>(mistake);
      case Read<JsonNode, Mistake>(JsonNode fields) -> decode.apply(new FieldReader(fields));
    };
  }

  private static Reading<JsonNode, Mistake> handedOn(Request request) {
    return switch (fields(request, Set.of(JSON))) {
      case Misread<JsonNode, Mistake>(Mistake.UnreadableBody()) -> new Read<>(none());
      case Reading<JsonNode, Mistake> body -> body;
    };
  }

  private static Reading<JsonNode, Mistake> fields(Request request, Set<String> types) {
    byte[] bytes = Json.withoutMark(request.body());
    Optional<MediaType> type =
        MediaType.of(request).filter(one -> bytes.length > 0 && types.contains(one.type()));
    return type.map(one -> fields(bytes, one)).orElseGet(() -> new Read<>(none()));
  }

  private static Reading<JsonNode, Mistake> fields(byte[] bytes, MediaType type) {
    if (type.charset().filter(name -> !name.equals(UTF_8)).isPresent()) {
      return new Misread<>(new Mistake.ForeignCharset());
    }
    return switch (type.is(FORM) ? FormBody.parseNested(bytes, Doubled.ARRAY) : Json.parse(bytes)) {
      case Json.Parsed.Value(JsonNode node) when node.isContainer() -> new Read<>(node);
      case Json.Parsed.Value _ -> new Misread<>(new Mistake.UnreadableBody());
      case Json.Parsed.Unreadable() -> new Misread<>(new Mistake.UnreadableBody());
    };
  }

  private static JsonNode none() {
    return JsonNodeFactory.instance.objectNode();
  }
}
