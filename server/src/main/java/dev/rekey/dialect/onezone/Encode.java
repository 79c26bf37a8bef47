package dev.rekey.dialect.onezone;

import dev.rekey.core.change.ChangePassword.Outcome;
import dev.rekey.core.password.Password;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.proof.Proof.Reason;
import dev.rekey.core.token.SignedTokens.Flaw;
import dev.rekey.dialect.Reading.Misread;
import dev.rekey.dialect.Reading.Read;
import dev.rekey.dialect.onezone.Decode.Change;
import dev.rekey.dialect.onezone.OnezoneDialect.Profile;
import dev.rekey.dialect.onezone.Words.Text;
import dev.rekey.http.Fault;
import dev.rekey.http.Response;
import dev.rekey.http.RetryAfter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Says what there is to say about any request, in the words of one release line of Onezone. */
final class Encode {

  private final Profile profile;
  private final Answers answers;
  private final NameRules rules;

  Encode(Profile profile) {
    this.profile = profile;
    this.answers = new Answers(profile);
    this.rules = new NameRules(profile);
  }

  Answers answers() {
    return answers;
  }

  Response changed(Outcome outcome, Change change) {
    return switch (outcome) {
      case Outcome.Changed _ -> answers.empty(204);
      case Outcome.Refused(List<Violation> violations) -> refused(violations.getFirst(), change);
      case Outcome.NotAllowed() -> forbidden();
      case Outcome.PasswordLoginOff() -> answers.unauthorized(Words.BASIC_AUTH_DISABLED);
      case Outcome.Overtaken() -> answers.unauthorized(Words.BAD_BASIC_CREDENTIALS);
      case Outcome.TooMany(Duration retryAfter) -> tooMany(retryAfter);
      case Outcome.Overloaded(Duration retryAfter) -> overloaded(retryAfter);
    };
  }

  private Response refused(Violation violation, Change change) {
    return switch (violation) {
      case Violation.OfCurrent _ -> notProven(change);
      case Violation.OfPassword _,
          Violation.OfConfirmation _,
          Violation.OfName _,
          Violation.OfTicket _ ->
          refused(violation, change.next());
    };
  }

  private Response notProven(Change change) {
    return switch (change.current()) {
      case Read(var _) -> answers.unauthorized(Words.BAD_BASIC_CREDENTIALS);
      case Misread(var objection) -> objection(objection);
    };
  }

  /**
   * What the policy has against a wish.
   *
   * @param sent the new password that came with it
   */
  Response refused(Violation violation, Optional<Password> sent) {
    return switch (violation) {
      case Violation.Blank() when isNothing(sent) -> answers.error(400, Words.noPassword());
      case Violation.OfPassword ofPassword -> answers.error(400, Words.badPassword(ofPassword));
      case Violation.OfConfirmation _ -> answers.error(400, Words.badRepetition());
      case Violation.OfCurrent _ -> answers.unauthorized(Words.BAD_BASIC_CREDENTIALS);
      case Violation.OfName ofName -> badName(ofName);
      case Violation.OfTicket _ -> answers.unauthorized(Words.TOKEN_INVALID);
    };
  }

  private static boolean isNothing(Optional<Password> sent) {
    return sent.filter(password -> !password.isEmpty()).isEmpty();
  }

  private Response badName(Violation.OfName violation) {
    return switch (violation) {
      case Violation.UsernameBlank(), Violation.UsernameMalformed() ->
          objection(new Objection.BadUsername());
      case Violation.UsernameTaken() -> answers.occupied(Words.USERNAME);
      case Violation.EmailBlank(), Violation.EmailMalformed() ->
          objection(new Objection.BadData(Words.EMAILS));
      case Violation.EmailTaken() -> answers.occupied(Words.EMAILS);
    };
  }

  Response nobody() {
    return answers.nobody();
  }

  Response stranger(Reason reason) {
    return switch (reason) {
      case Reason.NothingShown() -> nobody();
      case Reason.Unreadable() -> answers.unauthorized(Words.BAD_BASIC_CREDENTIALS);
      case Reason.WrongNameOrPassword() -> answers.unauthorized(Words.BAD_BASIC_CREDENTIALS);
      case Reason.Disabled() -> answers.unauthorized(Words.USER_BLOCKED);
      case Reason.PasswordLoginOff() -> answers.unauthorized(Words.BASIC_AUTH_DISABLED);
      case Reason.BadToken(Flaw flaw) -> answers.unauthorized(badToken(flaw));
      case Reason.Ended() -> answers.unauthorized(Words.TOKEN_INVALID);
      case Reason.Unconfirmed() -> answers.unauthorized(Words.USER_BLOCKED);
      case Reason.NoSuchAccount() -> answers.unauthorized(Words.TOKEN_INVALID);
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
    return answers.forbidden();
  }

  Response tooMany(Duration retryAfter) {
    return later(answers.error(429, Words.TEMPORARY_FAILURE), retryAfter);
  }

  Response overloaded(Duration retryAfter) {
    return later(answers.error(503, Words.SERVICE_UNAVAILABLE), retryAfter);
  }

  private static Response later(Response response, Duration retryAfter) {
    return response.with(Words.RETRY_AFTER, RetryAfter.of(retryAfter));
  }

  Response objection(Objection objection) {
    return switch (objection) {
      case Objection.UnreadableAccept() -> answers.empty(400);
      case Objection.NotAcceptable() -> answers.empty(406);
      case Objection.PreconditionFailed() -> answers.empty(412);
      case Objection.UnsupportedMediaType() -> answers.empty(415);
      case Objection.Malformed() -> bad(Words.MALFORMED_DATA);
      case Objection.Missing(String key) -> bad(ValueWords.MISSING_REQUIRED_VALUE, key);
      case Objection.MissingAll(Choice choice) -> missingAll(choice);
      case Objection.NotText(String key) -> bad(ValueWords.BAD_VALUE_STRING, key);
      case Objection.NotFlag(String key) -> bad(ValueWords.BAD_VALUE_BOOLEAN, key);
      case Objection.NotJson(String key) -> bad(ValueWords.BAD_VALUE_JSON, key);
      case Objection.NotListOfTexts(String key) -> bad(ValueWords.BAD_VALUE_LIST_OF_STRINGS, key);
      case Objection.NotOneOf(String key, List<String> allowed) ->
          notAllowed(ValueWords.BAD_VALUE_NOT_ALLOWED, key, allowed);
      case Objection.NotAllOf(String key, List<String> allowed) ->
          notAllowed(ValueWords.BAD_VALUE_LIST_NOT_ALLOWED, key, allowed);
      case Objection.BadData(String key) -> badData(key);
      case Objection.BadUsername() -> bad(ValueWords.badUsername(rules));
      case Objection.BadFullName() -> bad(ValueWords.badFullName(rules));
      case Objection.BadTokenName() -> badTokenName();
      case Objection.NoPassword() -> bad(Words.noPassword());
      case Objection.BadCaveat(JsonNode caveat) ->
          answers.error(400, ValueWords.BAD_VALUE_CAVEAT, Answers.object().set("caveat", caveat));
      case Objection.BadTokenType(String key) -> bad(ValueWords.BAD_VALUE_TOKEN_TYPE, key);
      case Objection.BadToken(String key) -> notAToken(key);
      case Objection.NotIpv4(String key) -> bad(ValueWords.badIpv4Address(), key);
    };
  }

  private Response bad(Text text) {
    return answers.error(400, text);
  }

  private Response bad(Text text, String key) {
    return answers.error(400, text, Answers.object().put("key", key));
  }

  private Response missingAll(Choice choice) {
    ObjectNode details = Answers.object();
    choice.keys().forEach(details.putArray("keys")::add);
    return answers.error(400, ValueWords.missingAll(choice), details);
  }

  private Response notAllowed(Text text, String key, List<String> allowed) {
    ObjectNode details = Answers.object().put("key", key);
    allowed.forEach(details.putArray("allowed")::add);
    return answers.error(400, text, details);
  }

  private Response badData(String key) {
    ObjectNode details = Answers.object().put("key", key);
    return switch (profile) {
      case LINE_20_02, LINE_21_02 -> answers.error(400, ValueWords.badData(), details);
      case LINE_25_0 -> answers.error(400, ValueWords.badData(), details.putNull("hint"));
    };
  }

  private Response badTokenName() {
    Text text = ValueWords.badTokenName(rules);
    return switch (profile) {
      case LINE_20_02, LINE_21_02 -> bad(text);
      case LINE_25_0 -> bad(text, Words.NAME);
    };
  }

  private Response notAToken(String key) {
    ObjectNode details = Answers.object().put("key", key);
    details.set("tokenError", answers.errorOf(Words.BAD_TOKEN));
    return answers.error(400, ValueWords.BAD_VALUE_TOKEN, details);
  }

  Response fault(Fault fault, String method) {
    return switch (fault) {
      case Fault.UnknownPath() -> answers.notFound();
      case Fault.UnknownMethod(Set<String> allowed) ->
          answers
              .empty(method.equals("OPTIONS") ? 204 : 405)
              .with(Words.ALLOW, String.join(", ", allowed));
      case Fault.TooLarge(int limit) -> limitReached(413, limit, "bytes in a request body");
      case Fault.HeadTooLarge() -> answers.error(431, Words.MALFORMED_DATA);
      case Fault.Malformed() -> answers.error(400, Words.MALFORMED_DATA);
      case Fault.Draining(Duration retryAfter) -> overloaded(retryAfter);
      case Fault.Incident(String id) ->
          answers.error(500, Words.INTERNAL_SERVER_ERROR, Answers.object().put("reference", id));
    };
  }

  Response limitReached(int status, int limit, String of) {
    return answers.error(
        status,
        Words.LIMIT_REACHED,
        Answers.object().put("limit", limit).put("resourceDescription", of));
  }
}
