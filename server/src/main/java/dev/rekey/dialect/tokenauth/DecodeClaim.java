package dev.rekey.dialect.tokenauth;

import dev.rekey.core.proof.Claim;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Cookie;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Names;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Tokens;
import dev.rekey.http.Cookies;
import dev.rekey.http.Json;
import dev.rekey.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** From the credentials in a request to a claim; nothing here is checked yet. */
final class DecodeClaim {

  private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

  private final Names names;
  private final Optional<Cookie> cookie;

  DecodeClaim(Tokens tokens) {
    this.names = tokens.names();
    this.cookie = tokens.cookie();
  }

  /** A request and the places in it where credentials may be. */
  private record Places(Request request, JsonNode parameters, JsonNode cookie, JsonNode bearer) {

    /** Each is looked for on its own: header field, parameter, cookie, authorization. */
    Optional<String> find(String name) {
      return request
          .header(name)
          .filter(text -> !text.isEmpty())
          .or(() -> Decode.text(parameters, name))
          .or(() -> Decode.text(cookie, name))
          .or(() -> Decode.text(bearer, name));
    }
  }

  Claim claim(Request request, JsonNode parameters) {
    Places places = new Places(request, parameters, cookie(request), bearer(request));
    Optional<String> token = places.find(names.accessToken());
    Optional<String> uid = places.find(names.uid());
    if (token.filter(text -> !text.isBlank()).isEmpty() || uid.isEmpty()) {
      return new Claim.Nothing();
    }
    String client = places.find(names.client()).orElse(Words.DEFAULT_CLIENT);
    return client.equals(Words.TICKET_CLIENT)
        ? new Claim.ResetTicket(uid.get(), token.get())
        : new Claim.ClientToken(uid.get(), client, token.get());
  }

  /** The token that a claim of this wire shows; empty for none. */
  static String tokenOf(Claim claim) {
    return switch (claim) {
      case Claim.ClientToken(_, _, String token) -> token;
      case Claim.ResetTicket(_, String ticket) -> ticket;
      default -> "";
    };
  }

  private JsonNode cookie(Request request) {
    return cookie
        .flatMap(one -> Cookies.firstDecoded(request, one.name()))
        .map(value -> object(value.getBytes(StandardCharsets.UTF_8)))
        .orElse(NOTHING);
  }

  /** The last word of the authorization field, decoded, whatever its scheme is. */
  private JsonNode bearer(Request request) {
    String field = request.header(names.authorization()).orElse("").strip();
    return base64(field.substring(field.lastIndexOf(' ') + 1))
        .map(DecodeClaim::object)
        .orElse(NOTHING);
  }

  private static JsonNode object(byte[] json) {
    return Json.parse(json) instanceof Json.Parsed.Value(JsonNode node) && node.isObject()
        ? node
        : NOTHING;
  }

  private static Optional<byte[]> base64(String word) {
    try {
      return Optional.of(Base64.getDecoder().decode(word.getBytes(StandardCharsets.ISO_8859_1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
