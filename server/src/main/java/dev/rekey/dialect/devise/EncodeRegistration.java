package dev.rekey.dialect.devise;

import dev.rekey.core.account.Account;
import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.change.ChangeProfile;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.proof.Proof.Reason;
import dev.rekey.core.register.CancelAccount;
import dev.rekey.core.register.SignUp;
import dev.rekey.core.token.Issued;
import dev.rekey.dialect.devise.DeviseDialect.Settings;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What came of an account's making, changing and giving up. */
final class EncodeRegistration {

  private final Settings settings;
  private final Encode encode;

  EncodeRegistration(Settings settings, Encode encode) {
    this.settings = settings;
    this.encode = encode;
  }

  Response signedUp(Request request, SignUp.Outcome outcome) {
    return switch (outcome) {
      case SignUp.Outcome.SignedUp(Account account, Optional<Issued> issued) ->
          encode.made(request, statusOfSignUp(), account, issued);
      case SignUp.Outcome.Closed() -> encode.notFound(request);
      case SignUp.Outcome.Refused(List<Violation> violations) ->
          encode.refused(request, violations);
      case SignUp.Outcome.TooMany(Duration retryAfter) -> encode.tooMany(request, retryAfter);
      case SignUp.Outcome.Overloaded(Duration retryAfter) -> encode.overloaded(request, retryAfter);
    };
  }

  private int statusOfSignUp() {
    return switch (settings.manners().style()) {
      case WRAPPED -> 200;
      case STOCK -> 201;
    };
  }

  Response changed(Request request, ChangePassword.Outcome outcome, NewPassword.Wish wish) {
    return switch (outcome) {
      case ChangePassword.Outcome.Changed(Account account, Optional<Issued> issued) ->
          encode.changed(request, account, issued);
      case ChangePassword.Outcome.Refused(List<Violation> violations) ->
          encode.refused(request, worthSaying(violations, wish));
      case ChangePassword.Outcome.NotAllowed() ->
          encode.forbidden(request, Words.NO_CHANGE_OF_PASSWORD);
      case ChangePassword.Outcome.PasswordLoginOff() ->
          encode.forbidden(request, Words.NO_CHANGE_OF_PASSWORD);
      case ChangePassword.Outcome.Overtaken() ->
          encode.refused(request, List.of(new Violation.CurrentWrong()));
      case ChangePassword.Outcome.TooMany(Duration retryAfter) ->
          encode.tooMany(request, retryAfter);
      case ChangePassword.Outcome.Overloaded(Duration retryAfter) ->
          encode.overloaded(request, retryAfter);
    };
  }

  /**
   * Where no new password was sent and the current one is not proven either, the original speaks of
   * the current one alone.
   */
  private static List<Violation> worthSaying(List<Violation> violations, NewPassword.Wish wish) {
    boolean nothingSent = wish.password().isEmpty() && wish.repetition().isEmpty();
    List<Violation> ofCurrent =
        violations.stream().filter(Violation.OfCurrent.class::isInstance).toList();
    return nothingSent && !ofCurrent.isEmpty() ? ofCurrent : violations;
  }

  Response changed(Request request, ChangeProfile.Outcome outcome) {
    return switch (outcome) {
      case ChangeProfile.Outcome.Changed(Account account) ->
          encode.changed(request, account, Optional.empty());
      case ChangeProfile.Outcome.Refused(List<Violation> violations) ->
          encode.refused(request, violations);
      case ChangeProfile.Outcome.NotAllowed() ->
          encode.forbidden(request, Words.NO_CHANGE_OF_ACCOUNT);
      case ChangeProfile.Outcome.Gone() -> encode.stranger(request, new Reason.NoSuchAccount());
      case ChangeProfile.Outcome.TooMany(Duration retryAfter) ->
          encode.tooMany(request, retryAfter);
      case ChangeProfile.Outcome.Overloaded(Duration retryAfter) ->
          encode.overloaded(request, retryAfter);
    };
  }

  Response cancelled(Request request, CancelAccount.Outcome outcome) {
    return switch (outcome) {
      case CancelAccount.Outcome.Cancelled(Account _) -> encode.nothing(request);
      case CancelAccount.Outcome.NotAllowed() -> encode.forbidden(request, Words.NO_DELETION);
      case CancelAccount.Outcome.Gone() -> encode.stranger(request, new Reason.NoSuchAccount());
    };
  }
}
