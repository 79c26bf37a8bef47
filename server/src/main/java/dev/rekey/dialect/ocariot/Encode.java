package dev.rekey.dialect.ocariot;

import static dev.rekey.dialect.ocariot.Words.NEW_PASSWORD;

import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.proof.Proof.Reason;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.steward.SetPassword;
import dev.rekey.core.token.Issued;
import dev.rekey.core.token.SignedTokens.Flaw;
import dev.rekey.dialect.ocariot.Decode.Mistake;
import dev.rekey.http.Fault;
import dev.rekey.http.Json;
import dev.rekey.http.Response;
import dev.rekey.http.RetryAfter;
import dev.rekey.http.WeakEtag;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** From an outcome, a mistake or a fault to this wire's words. */
final class Encode {

  private Encode() {}

  static Response signedIn(SignIn.Outcome outcome) {
    return switch (outcome) {
      case SignIn.Outcome.SignedIn(var _, Issued issued) ->
          json(200, Map.of(Words.ACCESS_TOKEN, issued.token()));
      case SignIn.Outcome.NotSignedIn _ -> error(401, Words.WRONG_NAME_OR_PASSWORD);
      case SignIn.Outcome.TooMany(Duration retryAfter) -> tooMany(retryAfter);
      case SignIn.Outcome.Overloaded(Duration retryAfter) -> overloaded(retryAfter);
    };
  }

  static Response changed(ChangePassword.Outcome outcome) {
    return switch (outcome) {
      case ChangePassword.Outcome.Changed _ -> empty(204);
      case ChangePassword.Outcome.Refused(List<Violation> violations) -> refused(violations);
      case ChangePassword.Outcome.NotAllowed() -> forbidden();
      case ChangePassword.Outcome.PasswordLoginOff() -> wrongOldPassword();
      case ChangePassword.Outcome.Overtaken() -> wrongOldPassword();
      case ChangePassword.Outcome.TooMany(Duration retryAfter) -> tooMany(retryAfter);
      case ChangePassword.Outcome.Overloaded(Duration retryAfter) -> overloaded(retryAfter);
    };
  }

  static Response reset(SetPassword.Outcome outcome) {
    return switch (outcome) {
      case SetPassword.Outcome.Done _ -> empty(204);
      case SetPassword.Outcome.Refused(List<Violation> violations) -> refused(violations);
      case SetPassword.Outcome.NotAllowed() -> forbidden();
      case SetPassword.Outcome.NoSuchAccount() -> error(404, Words.NO_USER, Words.USER_GONE);
      case SetPassword.Outcome.Disabled() -> error(409, Words.DISABLED, Words.ENABLE_FIRST);
      case SetPassword.Outcome.Overtaken() -> error(409, Words.OVERTAKEN, Words.TRY_AGAIN);
      case SetPassword.Outcome.Overloaded(Duration retryAfter) -> overloaded(retryAfter);
    };
  }

  static Response stranger(Reason reason) {
    return switch (reason) {
      case Reason.NothingShown() -> unauthorized(Words.NO_CREDENTIALS);
      case Reason.Unreadable() -> unauthorized(Words.TOKEN_ISSUES);
      case Reason.WrongNameOrPassword() -> unauthorized(Words.TOKEN_ISSUES);
      case Reason.PasswordLoginOff() -> unauthorized(Words.TOKEN_ISSUES);
      case Reason.BadToken(Flaw flaw) when flaw == Flaw.EXPIRED ->
          unauthorized(Words.TOKEN_EXPIRED);
      case Reason.BadToken _ -> unauthorized(Words.TOKEN_ISSUES);
      case Reason.Disabled() -> unauthorized(Words.NO_CONSUMER);
      case Reason.Ended() -> unauthorized(Words.NO_CONSUMER);
      case Reason.NoSuchAccount() -> unauthorized(Words.NO_CONSUMER);
    };
  }

  static Response forbidden() {
    return error(403, Words.FORBIDDEN, Words.NO_PERMISSION);
  }

  static Response tooMany(Duration retryAfter) {
    return later(error(429, Words.TOO_MANY, Words.WAIT), retryAfter);
  }

  static Response overloaded(Duration retryAfter) {
    return later(error(503, Words.UNAVAILABLE, Words.BUSY), retryAfter);
  }

  static Response mistake(Mistake mistake) {
    return switch (mistake) {
      case Mistake.UnreadableBody() -> error(400, Words.UNREADABLE_BODY, Words.VALID_JSON_WANTED);
      case Mistake.ForeignCharset() -> error(415, Words.FOREIGN_CHARSET, Words.UTF_8_WANTED);
      case Mistake.BadId() -> error(400, Words.BAD_ID, Words.ID_WANTED);
      case Mistake.NotText(String field) -> invalid(field + " must be a string!");
      case Mistake.Empty(String field) -> invalid(field + " must have at least one character!");
      case Mistake.Missing(List<String> fields) ->
          error(400, Words.FIELDS_MISSING, String.join(", ", fields) + " are required!");
      case Mistake.OneMissing(String field) ->
          error(400, Words.FIELD_MISSING, field + " is required!");
    };
  }

  static Response fault(Fault fault) {
    return switch (fault) {
      case Fault.UnknownPath() -> error(404, Words.NO_ENDPOINT, Words.NO_SUCH_ENDPOINT);
      case Fault.UnknownMethod _ -> error(404, Words.NO_ENDPOINT, Words.NO_SUCH_ENDPOINT);
      case Fault.TooLarge(int limit) ->
          error(413, Words.BODY_TOO_LARGE, "At most " + limit + " bytes are accepted.");
      case Fault.HeadTooLarge() -> error(431, Words.HEAD_TOO_LARGE, Words.SHORTER_HEAD_WANTED);
      case Fault.Malformed() -> error(400, Words.UNREADABLE_REQUEST, Words.VALID_REQUEST_WANTED);
      case Fault.Draining(Duration retryAfter) ->
          later(error(503, Words.UNAVAILABLE, Words.CLOSING), retryAfter);
      case Fault.Incident(String id) ->
          error(500, Words.INTERNAL_ERROR, "The server's log knows more under the id " + id + '.');
    };
  }

  /** The answer to OPTIONS, whatever the path. */
  static Response preflight() {
    return empty(200).with(Words.PREFLIGHT);
  }

  /** The old password first: to whom it is unknown, the rest is not told. */
  private static Response refused(List<Violation> violations) {
    return violations.stream().anyMatch(Violation.OfCurrent.class::isInstance)
        ? wrongOldPassword()
        : invalid(violations.stream().map(Encode::sentence).collect(Collectors.joining(" ")));
  }

  private static String sentence(Violation violation) {
    return switch (violation) {
      case Violation.Blank() -> aboutNew("must have at least one character that is not a blank!");
      case Violation.TooShort(int minimum) ->
          aboutNew("must have at least " + minimum + " characters!");
      case Violation.TooLong(int maximum) ->
          aboutNew("must have at most " + maximum + " characters!");
      case Violation.Common() -> aboutNew("must not be a password that many people use!");
      case Violation.Personal() -> aboutNew("must not be made of the user's own data!");
      case Violation.Organisational() ->
          aboutNew("must not be made of a name of the organization or of this service!");
      case Violation.SameAsCurrent() -> aboutNew("must be different from the current password!");
      case Violation.Unusable() -> aboutNew("must not have characters that no keyboard can type!");
      case Violation.OfConfirmation _ -> aboutNew("must be the same both times!");
      case Violation.OfTicket _ -> aboutNew("must be sent with a ticket that is still valid!");
      case Violation.OfCurrent _ -> Words.OLD_PASSWORD_DIFFERS;
    };
  }

  private static String aboutNew(String demand) {
    return NEW_PASSWORD + ' ' + demand;
  }

  private static Response wrongOldPassword() {
    return error(400, Words.WRONG_OLD_PASSWORD, Words.OLD_PASSWORD_DIFFERS);
  }

  private static Response invalid(String description) {
    return error(400, Words.FIELDS_INVALID, description);
  }

  private static Response unauthorized(String description) {
    Map<String, Object> error = errorObject(401, Words.UNAUTHORIZED);
    error.put("description", description);
    error.put("redirect_link", Words.WHERE_TO_SIGN_IN);
    return json(401, error);
  }

  private static Response error(int status, String message, String description) {
    Map<String, Object> error = errorObject(status, message);
    error.put("description", description);
    return json(status, error);
  }

  private static Response error(int status, String message) {
    return json(status, errorObject(status, message));
  }

  private static Map<String, Object> errorObject(int status, String message) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", status);
    error.put("message", message);
    return error;
  }

  private static Response later(Response response, Duration retryAfter) {
    return response.with("Retry-After", RetryAfter.of(retryAfter));
  }

  private static Response json(int status, Object body) {
    byte[] bytes = Json.write(body);
    return empty(status)
        .with("Content-Type", Words.JSON)
        .with("ETag", WeakEtag.of(bytes))
        .withBody(bytes);
  }

  private static Response empty(int status) {
    return Response.of(status).with(Words.GATEWAY);
  }
}
