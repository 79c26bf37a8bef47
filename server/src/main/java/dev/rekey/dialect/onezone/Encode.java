package dev.rekey.dialect.onezone;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Profile;
import dev.rekey.core.change.ChangePassword.Outcome;
import dev.rekey.core.password.Password;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.proof.Proof.Reason;
import dev.rekey.core.token.SignedTokens.Flaw;
import dev.rekey.dialect.Reading.Misread;
import dev.rekey.dialect.Reading.Read;
import dev.rekey.dialect.onezone.Decode.Change;
import dev.rekey.dialect.onezone.Decode.Objection;
import dev.rekey.dialect.onezone.Words.Text;
import dev.rekey.http.Fault;
import dev.rekey.http.Fields;
import dev.rekey.http.Json;
import dev.rekey.http.Response;
import dev.rekey.http.RetryAfter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Says everything that there is to say in the words of one release line of Onezone. */
final class Encode {

  /** What every error carries from 25.0 on and a server that is no Onezone cannot know. */
  private static final List<String> UNKNOWN_CONTEXT =
      List.of(
          "onedataErrorsRevision",
          "module",
          "line",
          "timestamp",
          "serviceDomain",
          "serviceReleaseVersion",
          "serviceBuildVersion");

  private final OnezoneDialect.Profile profile;

  Encode(OnezoneDialect.Profile profile) {
    this.profile = profile;
  }

  Response changed(Outcome outcome, Change change) {
    return switch (outcome) {
      case Outcome.Changed _ -> answer(204);
      case Outcome.Refused(List<Violation> violations) -> refused(violations.getFirst(), change);
      case Outcome.NotAllowed() -> forbidden();
      case Outcome.PasswordLoginOff() -> unauthorized(Words.BASIC_AUTH_DISABLED);
      case Outcome.Overtaken() -> unauthorized(Words.BAD_BASIC_CREDENTIALS);
      case Outcome.TooMany(Duration retryAfter) -> tooMany(retryAfter);
      case Outcome.Overloaded(Duration retryAfter) -> overloaded(retryAfter);
    };
  }

  private Response refused(Violation violation, Change change) {
    return switch (violation) {
      case Violation.Blank() when isNothing(change.next()) -> error(400, Words.noPassword());
      case Violation.OfPassword ofPassword -> error(400, Words.badPassword(ofPassword));
      case Violation.OfConfirmation _ -> error(400, Words.badRepetition());
      case Violation.OfCurrent _ -> notProven(change);
      case Violation.OfTicket _ -> unauthorized(Words.TOKEN_INVALID);
    };
  }

  private static boolean isNothing(Optional<Password> sent) {
    return sent.filter(password -> !password.isEmpty()).isEmpty();
  }

  private Response notProven(Change change) {
    return switch (change.current()) {
      case Read(var _) -> unauthorized(Words.BAD_BASIC_CREDENTIALS);
      case Misread(var objection) -> objection(objection);
    };
  }

  /** Nobody signed in, where somebody has to be. */
  Response nobody() {
    return switch (profile) {
      case LINE_20_02, LINE_21_02 -> error(401, Words.NOBODY);
      case LINE_25_0 -> error(401, Words.NOBODY, object().putNull("authError"));
    };
  }

  Response stranger(Reason reason) {
    return switch (reason) {
      case Reason.NothingShown() -> nobody();
      case Reason.Unreadable() -> unauthorized(Words.BAD_BASIC_CREDENTIALS);
      case Reason.WrongNameOrPassword() -> unauthorized(Words.BAD_BASIC_CREDENTIALS);
      case Reason.Disabled() -> unauthorized(Words.USER_BLOCKED);
      case Reason.PasswordLoginOff() -> unauthorized(Words.BASIC_AUTH_DISABLED);
      case Reason.BadToken(Flaw flaw) -> unauthorized(badToken(flaw));
      case Reason.Ended() -> unauthorized(Words.TOKEN_INVALID);
      case Reason.NoSuchAccount() -> unauthorized(Words.TOKEN_INVALID);
    };
  }

  private static Text badToken(Flaw flaw) {
    return switch (flaw) {
      case SEGMENTS, ENCODING -> Words.BAD_TOKEN;
      case ALGORITHM, SIGNATURE, EXPIRED, TIME, NO_ID, SCOPE, AUDIENCE, ISSUER ->
          Words.TOKEN_INVALID;
    };
  }

  Response forbidden() {
    return error(403, Words.FORBIDDEN);
  }

  Response tooMany(Duration retryAfter) {
    return later(error(429, Words.TEMPORARY_FAILURE), retryAfter);
  }

  Response overloaded(Duration retryAfter) {
    return later(error(503, Words.SERVICE_UNAVAILABLE), retryAfter);
  }

  Response objection(Objection objection) {
    return switch (objection) {
      case Objection.UnreadableAccept() -> answer(400);
      case Objection.NotAcceptable() -> answer(406);
      case Objection.PreconditionFailed() -> answer(412);
      case Objection.UnsupportedMediaType() -> answer(415);
      case Objection.Malformed() -> error(400, Words.MALFORMED_DATA);
      case Objection.Missing(String key) ->
          error(400, Words.MISSING_REQUIRED_VALUE, object().put("key", key));
      case Objection.NotText(String key) ->
          error(400, Words.BAD_VALUE_STRING, object().put("key", key));
    };
  }

  Response fault(Fault fault, String method) {
    return switch (fault) {
      case Fault.UnknownPath() -> error(404, Words.NOT_FOUND);
      case Fault.UnknownMethod(Set<String> allowed) ->
          answer(method.equals("OPTIONS") ? 204 : 405)
              .with(Words.ALLOW, String.join(", ", allowed));
      case Fault.TooLarge(int limit) -> error(413, Words.LIMIT_REACHED, bodyLimit(limit));
      case Fault.HeadTooLarge() -> error(431, Words.MALFORMED_DATA);
      case Fault.Malformed() -> error(400, Words.MALFORMED_DATA);
      case Fault.Draining(Duration retryAfter) -> overloaded(retryAfter);
      case Fault.Incident(String id) ->
          error(500, Words.INTERNAL_SERVER_ERROR, object().put("reference", id));
    };
  }

  private static ObjectNode bodyLimit(int bytes) {
    return object().put("limit", bytes).put("resourceDescription", "bytes in a request body");
  }

  Response healthy() {
    return json(200, object().put("status", "healthy"));
  }

  /** The account as its owner sees it, the old doubles of some members included. */
  Response user(Account account) {
    JsonNode username = textOrNull(account.logins().username());
    JsonNode emails = listOf(account.logins().email());
    String fullName = fullName(account.profile());
    ObjectNode user = object();
    user.set("username", username);
    user.put("userId", account.ids().hex32());
    user.put("name", fullName);
    user.set("login", username);
    user.putArray("linkedAccounts");
    user.put("fullName", fullName);
    user.set("emails", emails);
    user.set("emailList", emails);
    user.put("creationTime", account.createdAt().getEpochSecond());
    user.put("blocked", account.disabled());
    user.put("basicAuthEnabled", account.credential().passwordLogin());
    user.set("alias", username);
    return json(200, user);
  }

  private static JsonNode textOrNull(Optional<String> text) {
    return text.<JsonNode>map(JsonNodeFactory.instance::stringNode)
        .orElseGet(JsonNodeFactory.instance::nullNode);
  }

  private static JsonNode listOf(Optional<String> text) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    text.ifPresent(list::add);
    return list;
  }

  private static String fullName(Profile profile) {
    String both =
        Stream.of(profile.get("first_name"), profile.get("last_name"))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" "));
    return profile.get("full_name").orElse(both.isBlank() ? Words.UNNAMED : both);
  }

  private Response unauthorized(Text reason) {
    return error(401, Words.UNAUTHORIZED, object().set("authError", errorOf(reason, object())));
  }

  private static Response later(Response response, Duration retryAfter) {
    return response.with(Words.RETRY_AFTER, RetryAfter.of(retryAfter));
  }

  private Response error(int status, Text text) {
    return error(status, text, object());
  }

  private Response error(int status, Text text, ObjectNode details) {
    return json(status, object().set("error", errorOf(text, details)));
  }

  private ObjectNode errorOf(Text text, ObjectNode details) {
    ObjectNode error = object().put("id", text.id());
    if (!details.isEmpty()) {
      error.set("details", details);
    }
    error.put("description", text.sentence(profile, details));
    if (profile == OnezoneDialect.Profile.LINE_25_0) {
      error.set("ctx", context());
    }
    return error;
  }

  private static ObjectNode context() {
    ObjectNode context = object().put("service", "ozw").put("serviceId", "onezone");
    UNKNOWN_CONTEXT.forEach(context::putNull);
    return context;
  }

  private Response json(int status, JsonNode body) {
    return answer(status).with(Words.CONTENT_TYPE, Words.JSON).withBody(Json.write(body));
  }

  private Response answer(int status) {
    return Response.of(status)
        .with(
            switch (profile) {
              case LINE_20_02 -> Fields.none();
              case LINE_21_02, LINE_25_0 -> Fields.none().with(Words.ALLOW_ORIGIN, "*");
            });
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
