package dev.rekey.migrate;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads one JSON object, within limits. */
final class JsonText {

  private static final int DEEPEST = 32;

  private static final TypeReference<LinkedHashMap<String, Object>> OBJECT =
      new TypeReference<>() {};

  private final JsonMapper mapper =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(Piece.MOST)
                          .maxNameLength(1024)
                          .maxNumberLength(64)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final ObjectReader reader = mapper.readerFor(OBJECT);
  private final ObjectReader texts = mapper.readerFor(String.class);

  /** The members in their order; {@link Misfit} where it is no object. */
  Map<String, Object> read(String text) {
    try {
      Map<String, Object> members = reader.readValue(text);
      if (members == null) {
        throw new Misfit("the row is no JSON object");
      }
      return members;
    } catch (JacksonException e) {
      throw new Misfit("the row is no JSON object, " + where(e.getLocation()));
    }
  }

  /** An object that stands in a text, once or twice over, as some columns have it. */
  Map<String, Object> readNested(String name, String text) {
    try {
      return text.startsWith("\"") ? read(texts.<String>readValue(text)) : read(text);
    } catch (JacksonException | Misfit e) {
      throw new Misfit(name + " should be a JSON object");
    }
  }

  /** The parser's own words may hold what stood there. */
  private static String where(TokenStreamLocation location) {
    return location == null ? "or is cut off" : "from its column " + location.getColumnNr() + " on";
  }
}
