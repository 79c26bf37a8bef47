package dev.rekey.dialect.onezone;

import dev.rekey.core.account.Capability;
import dev.rekey.core.delegation.EndTokens;
import dev.rekey.core.delegation.FindToken;
import dev.rekey.core.delegation.IssueToken;
import dev.rekey.core.delegation.ListTokens;
import dev.rekey.core.delegation.SeeGeneration;
import dev.rekey.dialect.onezone.Gates.Guest;
import dev.rekey.dialect.onezone.Owners.Deed;
import dev.rekey.dialect.onezone.Owners.Place;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is done to an owner's tokens: {@code /user/tokens} and {@code /users/{id}/tokens}. */
final class OwnersTokenRoutes {

  private final Gates gates;
  private final Owners owners;
  private final TokenFinder finder;
  private final OnezoneDialect.TokenDeeds deeds;
  private final EncodeTokens encode;
  private final DecodeTokens decode;

  OwnersTokenRoutes(
      Gates gates,
      Owners owners,
      TokenFinder finder,
      OnezoneDialect.TokenDeeds deeds,
      EncodeTokens encode,
      DecodeTokens decode) {
    this.gates = gates;
    this.owners = owners;
    this.finder = finder;
    this.deeds = deeds;
    this.encode = encode;
    this.decode = decode;
  }

  List<Route> routes(String prefix) {
    return Stream.of(
            routes(prefix + "/user/tokens", Place.SELF),
            routes(prefix + "/users/{id}/tokens", Place.PATH))
        .flatMap(List::stream)
        .toList();
  }

  private List<Route> routes(String tokens, Place place) {
    String named = tokens + "/named";
    String temporary = tokens + "/temporary";
    return List.of(
        new Route("POST", named, request -> makeNamed(request, place)),
        new Route("GET", named, request -> keep(request, place, this::list)),
        new Route("DELETE", named, request -> keep(request, place, this::endNamed)),
        new Route("GET", named + "/name/{name}", request -> showByName(request, place)),
        new Route("POST", temporary, request -> makeTemporary(request, place)),
        new Route("GET", temporary, request -> keep(request, place, this::showGeneration)),
        new Route("DELETE", temporary, request -> keep(request, place, this::endTemporary)));
  }

  private Response keep(Request request, Place place, Function<Deed, Response> next) {
    return gates.pass(request, guest -> keep(request, place, guest, next));
  }

  private Response keep(Request request, Place place, Guest guest, Function<Deed, Response> next) {
    return owners.ownOr(Capability.MANAGE_SESSIONS, place, request, guest, next);
  }

  private Response makeNamed(Request request, Place place) {
    return gates.passWithBody(
        request,
        (guest, body) ->
            keep(
                request,
                place,
                guest,
                deed ->
                    gates.reading(
                        decode.named(body), wish -> encode.namedMade(issue(deed, wish)))));
  }

  private Response makeTemporary(Request request, Place place) {
    return gates.passWithBody(
        request,
        (guest, body) ->
            keep(
                request,
                place,
                guest,
                deed ->
                    gates.reading(
                        DecodeTokens.temporary(body),
                        wish -> encode.temporaryMade(issue(deed, wish)))));
  }

  private IssueToken.Outcome issue(Deed deed, IssueToken.Wish wish) {
    return deeds
        .issueToken()
        .handle(new IssueToken.Command(deed.by(), deed.owner(), wish, deed.visit()));
  }

  private Response list(Deed deed) {
    return encode.listed(
        deeds
            .listTokens()
            .handle(
                new ListTokens.Command(
                    deed.by(), new ListTokens.Whose.Of(deed.owner()), deed.visit())));
  }

  private Response showByName(Request request, Place place) {
    return gates.pass(
        request,
        guest ->
            keep(
                request,
                place,
                guest,
                deed ->
                    finder.find(
                        guest,
                        new FindToken.Pointer.ByName(deed.owner().id(), request.parameter("name")),
                        finder::show)));
  }

  private Response endNamed(Deed deed) {
    return end(deed, new EndTokens.Which.AllNamed(deed.owner().id()));
  }

  private Response endTemporary(Deed deed) {
    return end(deed, new EndTokens.Which.AllTemporary(deed.owner().id()));
  }

  private Response end(Deed deed, EndTokens.Which which) {
    return encode.ended(
        deeds.endTokens().handle(new EndTokens.Command(deed.by(), which, deed.visit())));
  }

  private Response showGeneration(Deed deed) {
    return encode.generation(
        deeds.seeGeneration().handle(new SeeGeneration.Command(deed.by(), deed.owner().id())));
  }
}
