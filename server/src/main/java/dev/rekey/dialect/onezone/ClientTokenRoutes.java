package dev.rekey.dialect.onezone;

import dev.rekey.core.delegation.EndTokens;
import dev.rekey.core.delegation.FindToken;
import dev.rekey.core.delegation.IssueToken;
import dev.rekey.core.delegation.ListTokens;
import dev.rekey.core.macaroon.NamedToken;
import dev.rekey.core.macaroon.TokenType;
import dev.rekey.dialect.onezone.Gates.Guest;
import dev.rekey.dialect.onezone.Gates.Known;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import java.util.List;

/** Named access tokens as older clients ask for them: {@code /user/client_tokens}. */
final class ClientTokenRoutes {

  private final Gates gates;
  private final TokenFinder finder;
  private final OnezoneDialect.TokenDeeds deeds;
  private final Encode encode;
  private final EncodeTokens encodeTokens;

  ClientTokenRoutes(
      Gates gates,
      TokenFinder finder,
      OnezoneDialect.TokenDeeds deeds,
      Encode encode,
      EncodeTokens encodeTokens) {
    this.gates = gates;
    this.finder = finder;
    this.deeds = deeds;
    this.encode = encode;
    this.encodeTokens = encodeTokens;
  }

  List<Route> routes(String prefix) {
    String tokens = prefix + "/user/client_tokens";
    return List.of(
        new Route("POST", tokens, this::make),
        new Route("GET", tokens, this::list),
        new Route("DELETE", tokens + "/{tid}", this::end));
  }

  /** Nothing in the body means anything. */
  private Response make(Request request) {
    return gates.passWithBody(request, (guest, _) -> gates.known(guest, this::make));
  }

  private Response make(Known known) {
    return encodeTokens.clientTokenMade(
        deeds
            .issueToken()
            .handle(
                new IssueToken.Command(
                    known.caller(),
                    known.caller().account(),
                    new IssueToken.Wish.ForClient(),
                    known.visit())));
  }

  private Response list(Request request) {
    return gates.pass(request, guest -> gates.known(guest, this::list));
  }

  private Response list(Known known) {
    ListTokens.Whose own = new ListTokens.Whose.Of(known.caller().account());
    return switch (deeds
        .listTokens()
        .handle(new ListTokens.Command(known.caller(), own, known.visit()))) {
      case ListTokens.Outcome.Listed(List<NamedToken> tokens) -> show(known, tokens);
      case ListTokens.Outcome.ListedIds(List<String> _), ListTokens.Outcome.NotAllowed() ->
          encode.forbidden();
    };
  }

  private Response show(Known known, List<NamedToken> tokens) {
    List<NamedToken> access =
        tokens.stream().filter(token -> token.type() == TokenType.ACCESS).toList();
    return finder.texts(
        known.caller(), known.caller().account(), access, known.visit(), encodeTokens::tokens);
  }

  private Response end(Request request) {
    return gates.pass(request, guest -> gates.known(guest, known -> end(guest, known, request)));
  }

  private Response end(Guest guest, Known known, Request request) {
    FindToken.Pointer which =
        new FindToken.Pointer.ByText(known.caller().account().id(), request.parameter("tid"));
    return finder.find(guest, which, this::end);
  }

  private Response end(TokenFinder.Found found) {
    return encodeTokens.ended(
        deeds
            .endTokens()
            .handle(
                new EndTokens.Command(
                    found.by(), new EndTokens.Which.One(found.token()), found.visit())));
  }
}
