package dev.rekey.dialect.onezone;

import dev.rekey.core.delegation.VerifyToken;
import dev.rekey.core.macaroon.TokenType;
import dev.rekey.dialect.Reading;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What anybody may ask about a token that was shown to them. */
final class InspectionRoutes {

  private final Gates gates;
  private final VerifyToken verifyToken;
  private final EncodeTokens encode;

  InspectionRoutes(Gates gates, VerifyToken verifyToken, EncodeTokens encode) {
    this.gates = gates;
    this.verifyToken = verifyToken;
    this.encode = encode;
  }

  List<Route> routes(String prefix) {
    String tokens = prefix + "/tokens/";
    return List.of(
        new Route(
            "POST", tokens + "verify_access_token", request -> verify(request, TokenType.ACCESS)),
        new Route(
            "POST",
            tokens + "verify_identity_token",
            request -> verify(request, TokenType.IDENTITY)),
        new Route(
            "POST",
            tokens + "examine",
            request -> read(request, DecodeTokens::token, encode::examined)),
        new Route(
            "POST",
            tokens + "confine",
            request ->
                read(
                    request,
                    DecodeTokens::confinement,
                    wish -> encode.confined(wish.token().confined(wish.caveats())))));
  }

  private <T> Response read(
      Request request,
      Function<JsonNode, Reading<T, Objection>> decode,
      Function<T, Response> next) {
    return gates.passWithBody(request, (_, body) -> gates.reading(decode.apply(body), next));
  }

  private Response verify(Request request, TokenType type) {
    return gates.passWithBody(
        request,
        (guest, body) ->
            gates.reading(
                DecodeTokens.question(body),
                question ->
                    encode.verified(
                        verifyToken.handle(
                            new VerifyToken.Command(
                                question.token().text(),
                                type,
                                question.address(),
                                question.channel(),
                                guest.visit())),
                        type)));
  }
}
