package dev.rekey.http;

import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON strictly and writes it plainly (RFC 8259).
 *
 * <p>One value and nothing behind it, no member twice, well-formed Unicode in bytes and in escapes,
 * and no more depth or length than a password server has use for.
 */
public final class Json {

  private static final int DEEPEST = 32;
  private static final int LONGEST_TEXT = 64 * 1024;
  private static final int LONGEST_NUMBER = 100;
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private static final JsonMapper MAPPER =
      JsonMapper.builder(factory())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build();

  private Json() {}

  /** What came of reading a body. */
  public sealed interface Parsed {

    /** One JSON value: an object, an array or a scalar. */
    record Value(JsonNode node) implements Parsed {
      /** The members' values may be secrets. */
      @Override
      public String toString() {
        return "Value[" + node.getNodeType() + ']';
      }
    }

    /** No well-formed body of this kind, an empty one included. */
    record Unreadable() implements Parsed {}
  }

  /** Reads a body; a byte order mark is an error, see {@link #withoutMark}. */
  public static Parsed parse(byte[] body) {
    return Utf8.decode(body)
        .flatMap(Json::read)
        .<Parsed>map(Parsed.Value::new)
        .orElseGet(Parsed.Unreadable::new);
  }

  /** The body without one leading UTF-8 byte order mark, for wires that take it. */
  public static byte[] withoutMark(byte[] body) {
    boolean marked =
        body.length >= MARK.length && Arrays.equals(body, 0, MARK.length, MARK, 0, MARK.length);
    return marked ? Arrays.copyOfRange(body, MARK.length, body.length) : body;
  }

  /**
   * Writes a node, a map, a list, a record or a scalar: compact UTF-8, members in their order, only
   * escaped what must be.
   */
  public static byte[] write(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  private static Optional<JsonNode> read(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      return node.isMissingNode() || !wellFormed(node) ? Optional.empty() : Optional.of(node);
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** An escape can write half of a surrogate pair, which is no character. */
  private static boolean wellFormed(JsonNode node) {
    if (node.isString()) {
      return wellFormed(node.stringValue());
    }
    return node.propertyNames().stream().allMatch(Json::wellFormed)
        && node.valueStream().allMatch(Json::wellFormed);
  }

  private static boolean wellFormed(String text) {
    return text.codePoints()
        .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  private static JsonFactory factory() {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxStringLength(LONGEST_TEXT)
                .maxNameLength(LONGEST_TEXT)
                .maxNumberLength(LONGEST_NUMBER)
                .build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .build();
  }
}
