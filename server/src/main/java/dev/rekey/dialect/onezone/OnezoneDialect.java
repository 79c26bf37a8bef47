package dev.rekey.dialect.onezone;

import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Realm;
import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.proof.Claim;
import dev.rekey.core.proof.Proof;
import dev.rekey.core.proof.Prover;
import dev.rekey.core.visit.Visit;
import dev.rekey.dialect.Reading.Misread;
import dev.rekey.dialect.Reading.Read;
import dev.rekey.dialect.onezone.Decode.Change;
import dev.rekey.http.Fault;
import dev.rekey.http.Mount;
import dev.rekey.http.PathRules;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Onezone's REST API, as far as it concerns a user's own password. */
public final class OnezoneDialect implements Mount {

  private static final PathRules PATH_RULES = new PathRules(false, true, false);

  private final Settings settings;
  private final Prover prover;
  private final ChangePassword changePassword;
  private final Encode encode;

  /** The release line of Onezone whose words are spoken. */
  public enum Profile {
    /** As 21.02, without {@code access-control-allow-origin}. */
    LINE_20_02,
    LINE_21_02,
    /** With newer sentences, and with a {@code ctx} in every error. */
    LINE_25_0
  }

  /**
   * What an operator may choose about this mount.
   *
   * @param prefix where the API lies, without a slash at its end
   * @param realm whose accounts it serves
   * @param name the mount's name, in logs and in the audit trail
   */
  public record Settings(String prefix, Realm realm, String name, Profile profile) {

    /** Onezone's own paths, in the words of 21.02. */
    public static Settings standard(Realm realm) {
      return new Settings("/api/v3/onezone", realm, "onezone", Profile.LINE_21_02);
    }
  }

  public OnezoneDialect(Settings settings, Prover prover, ChangePassword changePassword) {
    this.settings = settings;
    this.prover = prover;
    this.changePassword = changePassword;
    this.encode = new Encode(settings.profile());
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public List<String> prefixes() {
    return List.of(settings.prefix());
  }

  @Override
  public PathRules pathRules() {
    return PATH_RULES;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route("PATCH", settings.prefix() + "/user/password", this::changePassword),
        new Route("GET", settings.prefix() + "/user", this::showUser),
        new Route("GET", settings.prefix() + "/health", this::showHealth));
  }

  @Override
  public Response fault(Request request, Fault fault) {
    return encode.fault(fault, request.method());
  }

  private Response changePassword(Request request) {
    return behindTheGates(
        request,
        caller ->
            switch (Decode.body(request)) {
              case Read(JsonNode body) ->
                  signedIn(caller, known -> changeIfAllowed(known, body, visit(request)));
              case Misread(var objection) -> encode.objection(objection);
            });
  }

  private Response showUser(Request request) {
    return behindTheGates(
        request, caller -> signedIn(caller, known -> encode.user(known.account())));
  }

  private Response showHealth(Request request) {
    return behindTheGates(request, _ -> encode.healthy());
  }

  /**
   * The right to it is asked before the body is: somebody without it learns nothing of the body.
   */
  private Response changeIfAllowed(Caller caller, JsonNode body, Visit visit) {
    if (!caller.may(Capability.CHANGE_OWN_PASSWORD)) {
      return encode.forbidden();
    }
    return switch (Decode.change(body)) {
      case Read(Change change) -> change(caller, change, visit);
      case Misread(var objection) -> encode.objection(objection);
    };
  }

  private Response change(Caller caller, Change change, Visit visit) {
    try {
      return encode.changed(changePassword.handle(change.by(caller, visit)), change);
    } finally {
      change.forget();
    }
  }

  /**
   * What stands before every route: a credential, if one is shown, must be good, and then the
   * headers must not ask for what there is not. The route itself minds whether anybody is signed
   * in.
   */
  private Response behindTheGates(Request request, Function<Optional<Caller>, Response> route) {
    Claim claim = Decode.claim(request);
    try {
      return switch (prover.prove(claim, visit(request))) {
        case Proof.Known(Caller caller) -> unlessObjected(request, Optional.of(caller), route);
        case Proof.Stranger(Proof.Reason.NothingShown()) ->
            unlessObjected(request, Optional.empty(), route);
        case Proof.Stranger(Proof.Reason reason) -> encode.stranger(reason);
        case Proof.TooMany(Duration retryAfter) -> encode.tooMany(retryAfter);
        case Proof.Overloaded(Duration retryAfter) -> encode.overloaded(retryAfter);
      };
    } finally {
      forget(claim);
    }
  }

  private Response unlessObjected(
      Request request, Optional<Caller> caller, Function<Optional<Caller>, Response> route) {
    return Decode.objection(request).map(encode::objection).orElseGet(() -> route.apply(caller));
  }

  private Response signedIn(Optional<Caller> caller, Function<Caller, Response> route) {
    return caller.map(route).orElseGet(encode::nobody);
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
