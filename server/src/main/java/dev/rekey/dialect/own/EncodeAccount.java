package dev.rekey.dialect.own;

import dev.rekey.core.account.Account;
import dev.rekey.core.change.ChangeProfile;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.register.CancelAccount;
import dev.rekey.core.register.SignUp;
import dev.rekey.core.token.Issued;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** From what came of the own account to answers. */
final class EncodeAccount {

  private EncodeAccount() {}

  static Answer signedUp(SignUp.Outcome outcome) {
    return switch (outcome) {
      case SignUp.Outcome.SignedUp(Account account, Optional<Issued> issued) ->
          Answer.created(View.of(account, issued));
      case SignUp.Outcome.Closed() ->
          Answer.trouble(ProblemType.SIGN_UP_CLOSED, "Only a steward makes accounts here.");
      case SignUp.Outcome.Refused(List<Violation> violations) ->
          EncodeViolation.refused(violations, "password");
      case SignUp.Outcome.TooMany(Duration retryAfter) -> Encode.tooMany(retryAfter);
      case SignUp.Outcome.Overloaded(Duration retryAfter) -> Encode.overloaded(retryAfter);
    };
  }

  static Answer changed(ChangeProfile.Outcome outcome) {
    return switch (outcome) {
      case ChangeProfile.Outcome.Changed(Account account) -> Answer.ok(View.ofOwn(account));
      case ChangeProfile.Outcome.Refused(List<Violation> violations) ->
          EncodeViolation.refused(violations, "password");
      case ChangeProfile.Outcome.NotAllowed() -> Encode.notAllowed();
      case ChangeProfile.Outcome.Gone() -> Encode.overtaken();
      case ChangeProfile.Outcome.TooMany(Duration retryAfter) -> Encode.tooMany(retryAfter);
      case ChangeProfile.Outcome.Overloaded(Duration retryAfter) -> Encode.overloaded(retryAfter);
    };
  }

  /** What is gone already is as good as closed. */
  static Answer closed(CancelAccount.Outcome outcome) {
    return switch (outcome) {
      case CancelAccount.Outcome.Cancelled _, CancelAccount.Outcome.Gone _ -> Answer.done();
      case CancelAccount.Outcome.NotAllowed() -> Encode.notAllowed();
    };
  }
}
