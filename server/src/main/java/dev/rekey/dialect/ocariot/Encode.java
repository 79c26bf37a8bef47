package dev.rekey.dialect.ocariot;

import static dev.rekey.dialect.ocariot.Answers.error;
import static dev.rekey.dialect.ocariot.Answers.forbidden;
import static dev.rekey.dialect.ocariot.Answers.noContent;
import static dev.rekey.dialect.ocariot.Answers.overloaded;
import static dev.rekey.dialect.ocariot.Answers.tooMany;
import static dev.rekey.dialect.ocariot.Answers.unauthorized;
import static dev.rekey.dialect.ocariot.Words.NEW_PASSWORD;

import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.proof.Proof.Reason;
import dev.rekey.core.secretary.DeleteMember;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.steward.SetPassword;
import dev.rekey.core.token.Issued;
import dev.rekey.core.token.SignedTokens.Flaw;
import dev.rekey.http.Fault;
import dev.rekey.http.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** From an outcome that concerns a user of any kind, or from a fault, to this wire's words. */
final class Encode {

  private Encode() {}

  static Response signedIn(SignIn.Outcome outcome) {
    return switch (outcome) {
      case SignIn.Outcome.SignedIn(var _, Issued issued) ->
          Answers.ok(Map.of(Words.ACCESS_TOKEN, issued.token()));
      case SignIn.Outcome.NotSignedIn _ -> error(401, Words.WRONG_NAME_OR_PASSWORD);
      case SignIn.Outcome.TooMany(Duration retryAfter, boolean _) -> tooMany(retryAfter);
      case SignIn.Outcome.Overloaded(Duration retryAfter) -> overloaded(retryAfter);
    };
  }

  static Response changed(ChangePassword.Outcome outcome) {
    return switch (outcome) {
      case ChangePassword.Outcome.Changed _ -> noContent();
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
      case SetPassword.Outcome.Done _ -> noContent();
      case SetPassword.Outcome.Refused(List<Violation> violations) -> refused(violations);
      case SetPassword.Outcome.NotAllowed() -> forbidden();
      case SetPassword.Outcome.NoSuchAccount() -> Answers.notFound(Resource.USER);
      case SetPassword.Outcome.Disabled() -> error(409, Words.DISABLED, Words.ENABLE_FIRST);
      case SetPassword.Outcome.Overtaken() -> error(409, Words.OVERTAKEN, Words.TRY_AGAIN);
      case SetPassword.Outcome.Overloaded(Duration retryAfter) -> overloaded(retryAfter);
    };
  }

  /** Who is not there any more is as good as deleted. */
  static Response deleted(DeleteMember.Outcome outcome) {
    return switch (outcome) {
      case DeleteMember.Outcome.Deleted() -> noContent();
      case DeleteMember.Outcome.NoSuchMember() -> noContent();
      case DeleteMember.Outcome.NotAllowed() -> forbidden();
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
      case Reason.Unconfirmed() -> unauthorized(Words.NO_CONSUMER);
      case Reason.NoSuchAccount() -> unauthorized(Words.NO_CONSUMER);
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
      case Fault.Draining(Duration retryAfter) -> Answers.closing(retryAfter);
      case Fault.Incident(String id) ->
          error(500, Words.INTERNAL_ERROR, "The server's log knows more under the id " + id + '.');
    };
  }

  /** The answer to OPTIONS, whatever the path. */
  static Response preflight() {
    return Answers.empty(200).with(Words.PREFLIGHT);
  }

  /** The old password first: to whom it is unknown, the rest is not told. */
  private static Response refused(List<Violation> violations) {
    return violations.stream().anyMatch(Violation.OfCurrent.class::isInstance)
        ? wrongOldPassword()
        : Answers.invalid(Complaints.about(NEW_PASSWORD, violations));
  }

  private static Response wrongOldPassword() {
    return error(400, Words.WRONG_OLD_PASSWORD, Words.OLD_PASSWORD_DIFFERS);
  }
}
