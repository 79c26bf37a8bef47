package dev.rekey.dialect.own;

import dev.rekey.core.account.Realm;
import dev.rekey.core.proof.Proof.Reason;
import dev.rekey.http.Fault;
import java.time.Duration;
import java.util.SortedSet;

/** From faults, strangers and waits to this wire's problems: what every operation may answer. */
final class Encode {

  private Encode() {}

  static Answer fault(Fault fault) {
    return switch (fault) {
      case Fault.UnknownPath() -> notFound("There is nothing at this path.");
      case Fault.UnknownMethod(SortedSet<String> allowed) ->
          Answer.trouble(
              ProblemType.METHOD_NOT_ALLOWED,
              "This path knows " + String.join(", ", allowed) + ".",
              Words.ALLOW,
              String.join(", ", allowed));
      case Fault.TooLarge(int limit) ->
          Answer.trouble(ProblemType.TOO_LARGE, "A body may have " + limit + " bytes at most.");
      case Fault.HeadTooLarge() ->
          Answer.trouble(
              ProblemType.HEAD_TOO_LARGE, "The request line or the header is too large.");
      case Fault.Malformed() ->
          Answer.trouble(ProblemType.MALFORMED_REQUEST, "The request cannot be read as HTTP.");
      case Fault.Draining(Duration retryAfter) ->
          Answer.trouble(
              Problem.later(ProblemType.UNAVAILABLE, "The server is shutting down.", retryAfter));
      case Fault.Incident(String id) -> Answer.trouble(Problem.incident(id));
    };
  }

  /** Somebody who is not believed; what admits nobody any more looks the same whyever. */
  static Answer stranger(Reason reason, Realm realm) {
    return switch (reason) {
      case Reason.NothingShown() ->
          Answer.trouble(
              ProblemType.NOT_SIGNED_IN,
              "Sign in, and send the token as Authorization: Bearer.",
              Words.WWW_AUTHENTICATE,
              challenge(realm));
      case Reason.Unreadable(),
          Reason.WrongNameOrPassword(),
          Reason.Disabled(),
          Reason.PasswordLoginOff(),
          Reason.Ended(),
          Reason.NoSuchAccount(),
          Reason.BadToken _ ->
          Answer.trouble(
              ProblemType.INVALID_TOKEN,
              "The token admits nobody, or nobody any more. Sign in again.",
              Words.WWW_AUTHENTICATE,
              challenge(realm) + ", error=\"invalid_token\"");
      case Reason.Unconfirmed() -> unconfirmed();
    };
  }

  /** RFC 6750 section 3. */
  static String challenge(Realm realm) {
    return "Bearer realm=\"" + realm.name() + '"';
  }

  static Answer unconfirmed() {
    return Answer.trouble(
        ProblemType.EMAIL_UNCONFIRMED, "The e-mail address has to be confirmed first.");
  }

  static Answer tooMany(Duration retryAfter) {
    return Answer.trouble(
        Problem.later(
            ProblemType.TOO_MANY_ATTEMPTS, "This was tried too often. Please wait.", retryAfter));
  }

  static Answer overloaded(Duration retryAfter) {
    return Answer.trouble(
        Problem.later(
            ProblemType.UNAVAILABLE, "The server is busy. Please try again shortly.", retryAfter));
  }

  static Answer notAllowed() {
    return Answer.trouble(ProblemType.NOT_ALLOWED, "This account may not do that.");
  }

  static Answer noSuchAccount() {
    return notFound("There is no such account.");
  }

  static Answer notFound(String detail) {
    return Answer.trouble(ProblemType.NOT_FOUND, detail);
  }

  static Answer overtaken() {
    return Answer.trouble(
        ProblemType.OVERTAKEN, "Another change came between. Nothing was changed.");
  }
}
