package dev.rekey.dialect.ocariot;

import dev.rekey.http.Json;
import java.util.Base64;
import tools.jackson.databind.JsonNode;

/** What a token says, as clients read it themselves. */
final class Claims {

  private Claims() {}

  static JsonNode of(String token) {
    byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
    return switch (Json.parse(payload)) {
      case Json.Parsed.Value(JsonNode node) -> node;
      case Json.Parsed.Unreadable() -> throw new AssertionError("the token says nothing");
    };
  }
}
