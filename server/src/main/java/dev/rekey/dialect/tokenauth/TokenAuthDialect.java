package dev.rekey.dialect.tokenauth;

import dev.rekey.core.account.Realm;
import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.change.ChangePassword.Demand;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.proof.Claim;
import dev.rekey.core.proof.Proof;
import dev.rekey.core.proof.Prover;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.session.TurnToken;
import dev.rekey.core.visit.Visit;
import dev.rekey.dialect.Reading.Misread;
import dev.rekey.dialect.Reading.Read;
import dev.rekey.http.Fault;
import dev.rekey.http.Fields;
import dev.rekey.http.Mount;
import dev.rekey.http.PathRules;
import dev.rekey.http.RailsFraming;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The wire of devise_token_auth: sign in once, then a rotating token in the header fields. */
public final class TokenAuthDialect implements Mount {

  private final Settings settings;
  private final Prover prover;
  private final SignIn signIn;
  private final ChangePassword changePassword;
  private final ChangePassword.Renewal renewal;
  private final TurnToken turnToken;
  private final Encode encode;

  /**
   * @param renewal makes the token that follows a change at once
   */
  public TokenAuthDialect(
      Settings settings,
      RailsFraming framing,
      Prover prover,
      SignIn signIn,
      ChangePassword changePassword,
      ChangePassword.Renewal renewal,
      TurnToken turnToken) {
    this.settings = settings;
    this.prover = prover;
    this.signIn = signIn;
    this.changePassword = changePassword;
    this.renewal = renewal;
    this.turnToken = turnToken;
    this.encode = new Encode(framing, settings.batchAnswers());
  }

  /**
   * How this mount differs from another.
   *
   * @param prefix where it is mounted, such as {@code /auth}
   * @param currentPassword when a change must show the current password
   * @param batchAnswers what an answer inside a batch carries
   */
  public record Settings(
      String name,
      String prefix,
      Realm realm,
      CurrentPassword currentPassword,
      BatchAnswers batchAnswers) {

    /** As the document describes it. */
    public static Settings standard() {
      return new Settings(
          "tokenauth", "/auth", Realm.MAIN, CurrentPassword.IF_SENT, BatchAnswers.REPEAT);
    }
  }

  /** When a change of the password must show the current one. */
  public enum CurrentPassword {
    NEVER,
    IF_SENT,
    ALWAYS
  }

  /** What the token fields of an answer hold when the request's own token stays good. */
  public enum BatchAnswers {
    /** The request's token again: every known client works with it. */
    REPEAT,
    /** A single blank, as the gem has it. */
    BLANK,
    /** No fields at all, as the gem had it before. */
    OMIT
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
    return new PathRules(false, true, true);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route("POST", settings.prefix() + "/sign_in", this::signIn),
        new Route("GET", settings.prefix() + "/sign_in", encode::useExpectedMethod),
        new Route("PUT", settings.prefix() + "/password", this::changePassword),
        new Route("PATCH", settings.prefix() + "/password", this::changePassword));
  }

  @Override
  public Response fault(Request request, Fault fault) {
    return encode.fault(request, fault);
  }

  private Response signIn(Request request) {
    return switch (Decode.parameters(request)) {
      case Misread(var misreading) -> encode.misread(request, misreading, Fields.none());
      case Read(var parameters) ->
          switch (Decode.entry(parameters)) {
            case Misread(var misreading) -> encode.misread(request, misreading, Fields.none());
            case Read(var entry) ->
                encode.signedIn(
                    request,
                    signIn.handle(
                        new SignIn.Command(entry.name(), entry.password(), visit(request))));
          };
    };
  }

  private Response changePassword(Request request) {
    return switch (Decode.parameters(request)) {
      case Misread(var misreading) -> encode.misread(request, misreading, Fields.none());
      case Read(var parameters) -> prove(request, parameters);
    };
  }

  private Response prove(Request request, JsonNode parameters) {
    Claim claim = Decode.claim(request, parameters);
    return switch (prover.prove(claim, visit(request))) {
      case Proof.Stranger stranger -> encode.stranger(request, stranger);
      case Proof.TooMany(var retryAfter) -> encode.tooMany(request, retryAfter);
      case Proof.Overloaded(var retryAfter) -> encode.busy(request, retryAfter);
      case Proof.Known(var caller) -> change(request, parameters, claim, caller);
    };
  }

  private Response change(Request request, JsonNode parameters, Claim claim, Caller caller) {
    return switch (Decode.change(parameters)) {
      case Misread(var misreading) ->
          encode.misread(request, misreading, turn(request, claim, caller));
      case Read(var change) -> {
        ChangePassword.Outcome outcome = changePassword.handle(command(change, caller, request));
        // A change answers with a token of its own; a refusal turns the one that was shown.
        boolean refused = outcome instanceof ChangePassword.Outcome.Refused;
        Fields credentials = refused ? turn(request, claim, caller) : Fields.none();
        yield encode.changed(request, outcome, credentials);
      }
    };
  }

  private ChangePassword.Command command(Decode.Change change, Caller caller, Request request) {
    boolean never = settings.currentPassword() == CurrentPassword.NEVER;
    boolean always = settings.currentPassword() == CurrentPassword.ALWAYS;
    return new ChangePassword.Command(
        caller,
        never ? Optional.empty() : change.current(),
        always ? Demand.ALWAYS : Demand.IF_SENT,
        change.next(),
        Optional.of(renewal),
        visit(request));
  }

  private Fields turn(Request request, Claim claim, Caller caller) {
    TurnToken.Outcome outcome = turnToken.handle(new TurnToken.Command(caller, visit(request)));
    return encode.turned(outcome, claim, caller.account());
  }

  private Visit visit(Request request) {
    return new Visit(settings.realm(), settings.name(), request.origin(), Optional.empty());
  }
}
