package dev.rekey.dialect.tokenauth;

import dev.rekey.core.account.Capability;
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
import dev.rekey.dialect.tokenauth.Decode.Change;
import dev.rekey.dialect.tokenauth.Decode.Entry;
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
   * @param name what it is called in the log and on its tokens
   * @param prefix where it is mounted, such as {@code /auth}
   * @param realm whose accounts it serves
   * @param currentPassword when a change must show the current password
   * @param batchAnswers what an answer inside a batch carries
   */
  public record Settings(
      String name,
      String prefix,
      Realm realm,
      CurrentPassword currentPassword,
      BatchAnswers batchAnswers) {

    public Settings {
      if (!prefix.startsWith("/") || prefix.endsWith("/")) {
        throw new IllegalArgumentException(
            "a prefix begins with a slash and ends without one, found: " + prefix);
      }
    }

    /** As the document describes it. */
    public static Settings standard() {
      return new Settings(
          "tokenauth", "/auth", Realm.MAIN, CurrentPassword.IF_SENT, BatchAnswers.REPEAT);
    }
  }

  /** When a change of the password must show the current one. */
  public enum CurrentPassword {
    /** It is not even looked at. */
    NEVER,
    /** What is sent must be right. */
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
      case Read(var parameters) -> signIn(request, parameters);
    };
  }

  private Response signIn(Request request, JsonNode parameters) {
    return switch (Decode.entry(parameters)) {
      case Misread(var misreading) -> encode.misread(request, misreading, Fields.none());
      case Read(var entry) -> signIn(request, entry);
    };
  }

  private Response signIn(Request request, Entry entry) {
    try {
      SignIn.Command command = new SignIn.Command(entry.name(), entry.password(), visit(request));
      return encode.signedIn(request, signIn.handle(command));
    } finally {
      entry.forget();
    }
  }

  /** A body that cannot be read is refused before anybody is asked who they are. */
  private Response changePassword(Request request) {
    return switch (Decode.parameters(request)) {
      case Misread(var misreading) -> encode.misread(request, misreading, Fields.none());
      case Read(var parameters) -> prove(request, parameters);
    };
  }

  private Response prove(Request request, JsonNode parameters) {
    Claim claim = Decode.claim(request, parameters);
    return switch (prover.prove(claim, visit(request))) {
      case Proof.Stranger(var reason) -> encode.stranger(request, reason);
      case Proof.TooMany(var retryAfter) -> encode.tooMany(request, retryAfter);
      case Proof.Overloaded(var retryAfter) -> encode.busy(request, retryAfter);
      case Proof.Known(var caller) -> changeIfAllowed(request, parameters, claim, caller);
    };
  }

  /** Who may not do it learns nothing of what else is wrong. */
  private Response changeIfAllowed(
      Request request, JsonNode parameters, Claim claim, Caller caller) {
    if (!caller.may(Capability.CHANGE_OWN_PASSWORD)) {
      return encode.notAllowed(request, turn(request, claim, caller));
    }
    return switch (Decode.change(parameters)) {
      case Misread(var misreading) ->
          encode.misread(request, misreading, turn(request, claim, caller));
      case Read(var change) -> change(request, change, claim, caller);
    };
  }

  private Response change(Request request, Change change, Claim claim, Caller caller) {
    try {
      ChangePassword.Outcome outcome = changePassword.handle(command(change, caller, request));
      return encode.changed(request, outcome, credentials(outcome, request, claim, caller));
    } finally {
      change.forget();
    }
  }

  private ChangePassword.Command command(Change change, Caller caller, Request request) {
    boolean demanded =
        switch (settings.currentPassword()) {
          case NEVER -> false;
          case IF_SENT -> change.current().isPresent();
          case ALWAYS -> true;
        };
    return new ChangePassword.Command(
        caller,
        demanded ? change.current() : Optional.empty(),
        demanded ? Demand.ALWAYS : Demand.IF_SENT,
        change.next(),
        Optional.of(renewal),
        visit(request));
  }

  /**
   * A change answers with a token of its own, a refusal turns the one that was shown; who has to
   * come again comes with the same one.
   */
  private Fields credentials(
      ChangePassword.Outcome outcome, Request request, Claim claim, Caller caller) {
    return switch (outcome) {
      case ChangePassword.Outcome.Refused _,
          ChangePassword.Outcome.NotAllowed _,
          ChangePassword.Outcome.PasswordLoginOff _ ->
          turn(request, claim, caller);
      case ChangePassword.Outcome.Changed _,
          ChangePassword.Outcome.Overtaken _,
          ChangePassword.Outcome.TooMany _,
          ChangePassword.Outcome.Overloaded _ ->
          Fields.none();
    };
  }

  private Fields turn(Request request, Claim claim, Caller caller) {
    TurnToken.Outcome outcome = turnToken.handle(new TurnToken.Command(caller, visit(request)));
    return encode.turned(outcome, claim, caller.account());
  }

  private Visit visit(Request request) {
    return new Visit(settings.realm(), settings.name(), request.origin(), Optional.empty());
  }
}
