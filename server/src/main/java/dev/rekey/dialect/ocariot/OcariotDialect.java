package dev.rekey.dialect.ocariot;

import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.proof.Proof;
import dev.rekey.core.proof.Prover;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.steward.SetPassword;
import dev.rekey.core.visit.Visit;
import dev.rekey.dialect.Reading.Misread;
import dev.rekey.dialect.Reading.Read;
import dev.rekey.dialect.ocariot.Decode.Mistake;
import dev.rekey.http.Fault;
import dev.rekey.http.Mount;
import dev.rekey.http.PathRules;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** OCARIoT's password and sign-in operations, as its gateway shows them. */
public final class OcariotDialect implements Mount {

  private final Settings settings;
  private final Prover prover;
  private final SignIn signIn;
  private final ChangePassword changePassword;
  private final SetPassword setPassword;

  /**
   * @param prover reads the tokens that {@code signIn} issues
   */
  public OcariotDialect(
      Settings settings,
      Prover prover,
      SignIn signIn,
      ChangePassword changePassword,
      SetPassword setPassword) {
    this.settings = settings;
    this.prover = prover;
    this.signIn = signIn;
    this.changePassword = changePassword;
    this.setPassword = setPassword;
  }

  /**
   * Where the wire is mounted.
   *
   * @param name the mount's name, for logs, metrics and the audit trail
   * @param realm whose accounts it serves
   * @param prefix what every path begins with; no slash at its end
   */
  public record Settings(String name, Realm realm, String prefix) {

    /** On the paths of the document. */
    public static Settings standard(Realm realm) {
      return new Settings("ocariot", realm, "/v1");
    }
  }

  /** The claim {@code scope} of a token for this role; empty for a role that OCARIoT has not. */
  public static String scopesOf(Role role) {
    return Scopes.of(role);
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
    return new PathRules(true, true, false);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        route("POST", "/auth", this::signIn),
        route("PUT", "/users/{user_id}/password", this::changePassword),
        route("POST", "/users/{user_id}/reset-password", this::resetPassword));
  }

  /** No route has the verb OPTIONS, so that its requests come here from every path. */
  @Override
  public Response fault(Request request, Fault fault) {
    return switch (fault) {
      case Fault.UnknownPath _, Fault.UnknownMethod _ when request.method().equals("OPTIONS") ->
          Encode.preflight();
      case Fault other -> Encode.fault(other);
    };
  }

  private Response signIn(Request request) {
    return switch (Decode.signIn(request, visit(request))) {
      case Misread<SignIn.Command, Mistake>(Mistake mistake) -> Encode.mistake(mistake);
      case Read<SignIn.Command, Mistake>(SignIn.Command command) ->
          Encode.signedIn(signIn.handle(command));
    };
  }

  private Response changePassword(Request request) {
    return asCaller(
        request,
        (caller, visit) ->
            caller.may(Capability.CHANGE_OWN_PASSWORD) && !Decode.namesAnother(request, caller)
                ? change(request, caller, visit)
                : Encode.forbidden());
  }

  private Response change(Request request, Caller caller, Visit visit) {
    return switch (Decode.change(request, caller, visit)) {
      case Misread<ChangePassword.Command, Mistake>(Mistake mistake) -> Encode.mistake(mistake);
      case Read<ChangePassword.Command, Mistake>(ChangePassword.Command command) ->
          Encode.changed(changePassword.handle(command));
    };
  }

  private Response resetPassword(Request request) {
    return asCaller(
        request,
        (caller, visit) ->
            caller.may(Capability.SET_PASSWORDS)
                ? reset(request, caller, visit)
                : Encode.forbidden());
  }

  private Response reset(Request request, Caller caller, Visit visit) {
    return switch (Decode.reset(request, caller, visit)) {
      case Misread<SetPassword.Command, Mistake>(Mistake mistake) -> Encode.mistake(mistake);
      case Read<SetPassword.Command, Mistake>(SetPassword.Command command) ->
          Encode.reset(setPassword.handle(command));
    };
  }

  private Response asCaller(Request request, BiFunction<Caller, Visit, Response> work) {
    Visit visit = visit(request);
    return switch (prover.prove(Decode.claim(request), visit)) {
      case Proof.Known(Caller caller) -> work.apply(caller, visit);
      case Proof.Stranger(Proof.Reason reason) -> Encode.stranger(reason);
      case Proof.TooMany(Duration retryAfter) -> Encode.tooMany(retryAfter);
      case Proof.Overloaded(Duration retryAfter) -> Encode.overloaded(retryAfter);
    };
  }

  private Visit visit(Request request) {
    return new Visit(settings.realm(), settings.name(), request.origin(), Optional.empty());
  }

  private Route route(String method, String path, Route.Handler handler) {
    return new Route(method, settings.prefix() + path, handler);
  }
}
