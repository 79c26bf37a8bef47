package dev.rekey.dialect.onezone;

import dev.rekey.core.account.Capability;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.proof.Claim;
import dev.rekey.core.proof.MacaroonProver;
import dev.rekey.core.proof.Proof;
import dev.rekey.core.proof.Prover;
import dev.rekey.core.visit.Visit;
import dev.rekey.dialect.Reading;
import dev.rekey.dialect.Reading.Misread;
import dev.rekey.dialect.Reading.Read;
import dev.rekey.dialect.onezone.OnezoneDialect.Settings;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * What stands before every route: a credential, if one is shown, must be good; the headers must not
 * ask for what there is not; a body must be readable. The route itself minds whether anybody is
 * signed in.
 */
final class Gates {

  private final Settings settings;
  private final Prover prover;
  private final MacaroonProver macaroons;
  private final Encode encode;
  private final EncodeTokens encodeTokens;

  Gates(
      Settings settings,
      Prover prover,
      MacaroonProver macaroons,
      Encode encode,
      EncodeTokens encodeTokens) {
    this.settings = settings;
    this.prover = prover;
    this.macaroons = macaroons;
    this.encode = encode;
    this.encodeTokens = encodeTokens;
  }

  /** Who came through. */
  record Guest(Optional<Caller> caller, Visit visit) {}

  /** Somebody who is signed in and came through. */
  record Known(Caller caller, Visit visit) {}

  /** For routes to which a body means nothing. */
  Response pass(Request request, Function<Guest, Response> route) {
    Visit visit = visit(request);
    Claim claim = Decode.claim(request);
    try {
      return claim instanceof Claim.SignedToken(String token)
          ? byToken(token, visit, request, route)
          : byName(claim, visit, request, route);
    } finally {
      forget(claim);
    }
  }

  /** For routes with a body; none at all is an empty object. */
  Response passWithBody(Request request, BiFunction<Guest, JsonNode, Response> route) {
    return pass(request, guest -> reading(Decode.body(request), body -> route.apply(guest, body)));
  }

  /** Goes on with what was read, or says what there is to object to. */
  <T> Response reading(Reading<T, Objection> reading, Function<T, Response> next) {
    return switch (reading) {
      case Read(T read) -> next.apply(read);
      case Misread(Objection objection) -> encode.objection(objection);
    };
  }

  /** Goes on if somebody is signed in. */
  Response known(Guest guest, Function<Known, Response> next) {
    return guest
        .caller()
        .map(caller -> next.apply(new Known(caller, guest.visit())))
        .orElseGet(encode::nobody);
  }

  /** Goes on if somebody is signed in who may do this; the body has to wait for that. */
  Response allowed(Guest guest, Capability needed, Function<Known, Response> next) {
    return known(
        guest, known -> known.caller().may(needed) ? next.apply(known) : encode.forbidden());
  }

  private Response byToken(
      String token, Visit visit, Request request, Function<Guest, Response> route) {
    return switch (macaroons.prove(token, visit)) {
      case MacaroonProver.Outcome.Known(Caller caller) ->
          unlessObjected(request, new Guest(Optional.of(caller), visit), route);
      case MacaroonProver.Outcome.Stranger(var flaw) -> encodeTokens.stranger(flaw);
    };
  }

  private Response byName(
      Claim claim, Visit visit, Request request, Function<Guest, Response> route) {
    return switch (prover.prove(claim, visit)) {
      case Proof.Known(Caller caller) ->
          unlessObjected(request, new Guest(Optional.of(caller), visit), route);
      case Proof.Stranger(Proof.Reason.NothingShown()) ->
          unlessObjected(request, new Guest(Optional.empty(), visit), route);
      case Proof.Stranger(Proof.Reason reason) -> encode.stranger(reason);
      case Proof.TooMany(Duration retryAfter) -> encode.tooMany(retryAfter);
      case Proof.Overloaded(Duration retryAfter) -> encode.overloaded(retryAfter);
    };
  }

  private Response unlessObjected(Request request, Guest guest, Function<Guest, Response> route) {
    return Decode.objection(request).map(encode::objection).orElseGet(() -> route.apply(guest));
  }

  private Visit visit(Request request) {
    return new Visit(settings.realm(), settings.name(), request.origin(), Optional.empty());
  }

  private static void forget(Claim claim) {
    if (claim instanceof Claim.NameAndPassword shown) {
      shown.password().clear();
    }
  }
}
