package dev.rekey.dialect.onezone;

import dev.rekey.core.account.Capability;
import dev.rekey.core.delegation.EditToken;
import dev.rekey.core.delegation.EndTokens;
import dev.rekey.core.delegation.FindToken;
import dev.rekey.core.delegation.ListTokens;
import dev.rekey.core.macaroon.NamedToken;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import java.util.List;
import java.util.function.Function;

/** What is done to named tokens by their id: {@code /tokens/named}. */
final class TokenRoutes {

  private final Gates gates;
  private final TokenFinder finder;
  private final OnezoneDialect.TokenDeeds deeds;
  private final EncodeTokens encode;
  private final DecodeTokens decode;

  TokenRoutes(
      Gates gates,
      TokenFinder finder,
      OnezoneDialect.TokenDeeds deeds,
      EncodeTokens encode,
      DecodeTokens decode) {
    this.gates = gates;
    this.finder = finder;
    this.deeds = deeds;
    this.encode = encode;
    this.decode = decode;
  }

  List<Route> routes(String prefix) {
    String tokens = prefix + "/tokens/named";
    return List.of(
        new Route("GET", tokens, this::list),
        new Route("GET", tokens + "/{id}", request -> found(request, finder::show)),
        new Route("PATCH", tokens + "/{id}", this::edit),
        new Route("DELETE", tokens + "/{id}", request -> found(request, this::end)),
        new Route(
            "GET",
            tokens + "/{id}/status",
            request -> found(request, found -> encode.status(found.token()))));
  }

  private Response list(Request request) {
    return gates.pass(
        request,
        guest ->
            gates.allowed(
                guest,
                Capability.MANAGE_SESSIONS,
                known ->
                    encode.listed(
                        deeds
                            .listTokens()
                            .handle(
                                new ListTokens.Command(
                                    known.caller(),
                                    new ListTokens.Whose.Everybody(),
                                    known.visit())))));
  }

  private Response found(Request request, Function<TokenFinder.Found, Response> next) {
    return gates.pass(request, guest -> finder.find(guest, byId(request), next));
  }

  private static FindToken.Pointer byId(Request request) {
    return new FindToken.Pointer.ById(request.parameter("id"));
  }

  private Response edit(Request request) {
    return gates.passWithBody(
        request,
        (guest, body) ->
            finder.find(
                guest,
                byId(request),
                found -> gates.reading(decode.edit(body), edit -> edit(found, edit))));
  }

  private Response edit(TokenFinder.Found found, NamedToken.Edit edit) {
    return encode.edited(
        deeds
            .editToken()
            .handle(new EditToken.Command(found.by(), found.token(), edit, found.visit())));
  }

  private Response end(TokenFinder.Found found) {
    return encode.ended(
        deeds
            .endTokens()
            .handle(
                new EndTokens.Command(
                    found.by(), new EndTokens.Which.One(found.token()), found.visit())));
  }
}
