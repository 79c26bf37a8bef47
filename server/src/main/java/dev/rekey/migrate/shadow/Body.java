package dev.rekey.migrate.shadow;

import dev.rekey.transcript.Wire.Header;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A body as far as it can be understood. */
sealed interface Body {

  /** How much a compressed body may become. */
  int MOST = 4 * 1024 * 1024;

  /** There is none. */
  record Empty() implements Body {}

  /** JSON of any kind. */
  record Json(JsonNode node) implements Body {}

  /** Names and values of a form. */
  record Form(String text) implements Body {}

  /** Something else, to be compared by its bytes. */
  record Other(String text) implements Body {}

  /** It was too long to be kept, or is in a coding that nobody here reads. */
  record Unread() implements Body {}

  static Body of(List<Header> headers, byte[] bytes, boolean whole) {
    Optional<byte[]> plain = whole ? decoded(headers, bytes) : Optional.empty();
    if (plain.isEmpty()) {
      return new Unread();
    }
    if (plain.get().length == 0) {
      return new Empty();
    }
    String type = first(headers, "content-type").toLowerCase(Locale.ROOT);
    if (type.startsWith("application/x-www-form-urlencoded")) {
      return new Form(Latin.text(plain.get()));
    }
    return json(plain.get())
        .<Body>map(Json::new)
        .orElseGet(() -> new Other(Latin.text(plain.get())));
  }

  private static Optional<byte[]> decoded(List<Header> headers, byte[] bytes) {
    return switch (first(headers, "content-encoding").toLowerCase(Locale.ROOT)) {
      case "", "identity" -> Optional.of(bytes);
      case "gzip", "x-gzip" -> inflated(bytes);
      default -> Optional.empty();
    };
  }

  private static Optional<byte[]> inflated(byte[] bytes) {
    if (bytes.length == 0) {
      return Optional.of(bytes);
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] plain = in.readNBytes(MOST + 1);
      return plain.length > MOST ? Optional.empty() : Optional.of(plain);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<JsonNode> json(byte[] bytes) {
    try {
      return Optional.of(
              JsonMapper.builder()
                  .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                  .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                  .build()
                  .readTree(bytes))
          .filter(node -> !node.isMissingNode());
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static String first(List<Header> headers, String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst()
        .orElse("");
  }
}
