package dev.rekey.dialect.own;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Realm;
import dev.rekey.core.proof.Proof.Reason;
import dev.rekey.core.session.Sessions;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.session.SignOut;
import dev.rekey.core.token.Issued;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From what came of sessions to answers. */
final class EncodeSession {

  private EncodeSession() {}

  /**
   * @param sessions where sessions are found
   */
  static Answer signedIn(SignIn.Outcome outcome, String sessions, Realm realm) {
    return switch (outcome) {
      case SignIn.Outcome.SignedIn(Account account, Issued issued) ->
          Answer.created(
              View.of(account, Optional.of(issued)), sessions + '/' + View.nameOf(issued));
      case SignIn.Outcome.NotSignedIn(Reason reason) -> notSignedIn(reason, realm);
      case SignIn.Outcome.TooMany(Duration retryAfter, boolean _) -> Encode.tooMany(retryAfter);
      case SignIn.Outcome.Overloaded(Duration retryAfter) -> Encode.overloaded(retryAfter);
    };
  }

  /** Only who knew the password hears anything more than that it did not do. */
  private static Answer notSignedIn(Reason reason, Realm realm) {
    return switch (reason) {
      case Reason.Unconfirmed() -> Encode.unconfirmed();
      case Reason.WrongNameOrPassword(),
          Reason.Disabled(),
          Reason.PasswordLoginOff(),
          Reason.NothingShown(),
          Reason.Unreadable(),
          Reason.Ended(),
          Reason.NoSuchAccount(),
          Reason.BadToken _ ->
          Answer.trouble(
              ProblemType.WRONG_CREDENTIALS,
              Words.CLOSED_LOOK,
              Words.WWW_AUTHENTICATE,
              Encode.challenge(realm));
    };
  }

  /** What had ended meanwhile is as good as ended. */
  static Answer signedOut(SignOut.Outcome outcome) {
    return switch (outcome) {
      case SignOut.Outcome.SignedOut(), SignOut.Outcome.NotSignedIn() -> Answer.done();
    };
  }

  static Answer sessions(Sessions.Outcome outcome) {
    return switch (outcome) {
      case Sessions.Outcome.Seen(List<Sessions.Session> sessions) -> Answer.ok(View.of(sessions));
      case Sessions.Outcome.Ended(int count) -> Answer.ok(Map.of("ended", count));
      case Sessions.Outcome.NoSuchSession() -> Encode.notFound("There is no such session.");
      case Sessions.Outcome.NoSuchAccount() -> Encode.noSuchAccount();
      case Sessions.Outcome.NotAllowed() -> Encode.notAllowed();
    };
  }

  /** Of the one that was named. */
  static Answer ended(Sessions.Outcome outcome) {
    return outcome instanceof Sessions.Outcome.Ended ? Answer.done() : sessions(outcome);
  }
}
