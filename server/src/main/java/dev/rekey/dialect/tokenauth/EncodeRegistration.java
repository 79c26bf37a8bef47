package dev.rekey.dialect.tokenauth;

import dev.rekey.core.account.Account;
import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.change.ChangeProfile;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.register.CancelAccount;
import dev.rekey.core.register.SignUp;
import dev.rekey.core.reset.SpendTicket;
import dev.rekey.core.token.Issued;
import dev.rekey.dialect.tokenauth.Decode.Misreading;
import dev.rekey.dialect.tokenauth.DecodeRegistration.Draft;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Settings;
import dev.rekey.http.RailsFraming.Extras;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What comes of making, changing and deleting an account, in the words of devise_token_auth. */
final class EncodeRegistration {

  private final Encode encode;
  private final EncodeCredentials credentials;
  private final EncodeUser user;

  EncodeRegistration(Settings settings, Encode encode, EncodeCredentials credentials) {
    this.encode = encode;
    this.credentials = credentials;
    this.user = new EncodeUser(settings.profileFields());
  }

  // Making one

  Response signedUp(Request request, Draft draft, SignUp.Outcome outcome) {
    return switch (outcome) {
      case SignUp.Outcome.SignedUp(Account account, Optional<Issued> issued) ->
          saved(request, account, extras(account, issued));
      case SignUp.Outcome.Refused(List<Violation> violations) ->
          unsaved(request, draft, Encode.errors(violations));
      case SignUp.Outcome.Closed() -> encode.notFound(request);
      case SignUp.Outcome.TooMany(Duration retryAfter) -> encode.tooMany(request, retryAfter);
      case SignUp.Outcome.Overloaded(Duration retryAfter) -> encode.busy(request, retryAfter);
    };
  }

  private Extras extras(Account account, Optional<Issued> issued) {
    return issued.map(one -> credentials.fresh(account, one)).orElseGet(Extras::none);
  }

  private Response unsaved(Request request, Draft draft, Map<String, Object> errors) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", "error");
    body.put("data", user.unsaved(draft));
    body.put("errors", errors);
    return encode.json(request, 422, body, Extras.none());
  }

  Response unsaved(Request request, Draft draft, Misreading misreading) {
    return switch (misreading) {
      case Misreading.NotText notText -> unsaved(request, draft, Encode.errors(notText));
      case Misreading.Unreadable _, Misreading.NoCredentials _, Misreading.NoPasswords _ ->
          encode.unreadable(request);
    };
  }

  Response nothingSaidAtSignUp(Request request) {
    return statusRefusal(request, 422, Words.NO_SIGN_UP_DATA);
  }

  Response nowhereToLand(Request request, Draft draft) {
    return refusedWithData(request, draft, Words.NO_CONFIRM_SUCCESS_URL);
  }

  Response notToBeLedThere(Request request, Draft draft, String url) {
    return refusedWithData(request, draft, Words.notAllowedTo(url));
  }

  private Response refusedWithData(Request request, Draft draft, String text) {
    Map<String, @Nullable Object> body = Encode.refusalWithStatus(text);
    body.put("data", user.unsaved(draft));
    return encode.json(request, 422, body, Extras.none());
  }

  // Changing it

  Response nothingSaidAtUpdate(Request request) {
    return statusRefusal(request, 422, Words.NO_UPDATE_DATA);
  }

  Response nobodyToUpdate(Request request) {
    return statusRefusal(request, 404, Words.NO_USER);
  }

  Response changed(Request request, ChangePassword.Outcome outcome, Extras extras) {
    return switch (outcome) {
      case ChangePassword.Outcome.Changed(Account account, Optional<Issued> _) ->
          saved(request, account, extras);
      case ChangePassword.Outcome.Refused(List<Violation> violations) ->
          refused(request, violations, extras);
      case ChangePassword.Outcome.NotAllowed(), ChangePassword.Outcome.PasswordLoginOff() ->
          notAllowed(request, extras);
      case ChangePassword.Outcome.Overtaken() -> nobodyToUpdate(request);
      case ChangePassword.Outcome.TooMany(Duration retryAfter) ->
          encode.tooMany(request, retryAfter);
      case ChangePassword.Outcome.Overloaded(Duration retryAfter) ->
          encode.busy(request, retryAfter);
    };
  }

  Response changed(Request request, ChangeProfile.Outcome outcome, Extras extras) {
    return switch (outcome) {
      case ChangeProfile.Outcome.Changed(Account account) -> saved(request, account, extras);
      case ChangeProfile.Outcome.Refused(List<Violation> violations) ->
          refused(request, violations, extras);
      case ChangeProfile.Outcome.NotAllowed() -> notAllowed(request, extras);
      case ChangeProfile.Outcome.Gone() -> nobodyToUpdate(request);
      case ChangeProfile.Outcome.TooMany(Duration retryAfter) ->
          encode.tooMany(request, retryAfter);
      case ChangeProfile.Outcome.Overloaded(Duration retryAfter) ->
          encode.busy(request, retryAfter);
    };
  }

  /**
   * What came of a reset that was asked for here.
   *
   * @param kept the ticket again, for a refusal that leaves it good
   */
  Response reset(Request request, SpendTicket.Outcome outcome, Extras kept) {
    return switch (outcome) {
      case SpendTicket.Outcome.Done(Account account, Optional<Issued> issued) ->
          saved(request, account, extras(account, issued));
      case SpendTicket.Outcome.Refused(List<Violation> violations) ->
          violations.stream().anyMatch(Violation.OfTicket.class::isInstance)
              ? nobodyToUpdate(request)
              : refused(request, violations, kept);
      case SpendTicket.Outcome.Overloaded(Duration retryAfter) -> encode.busy(request, retryAfter);
    };
  }

  Response misread(Request request, Misreading misreading, Extras extras) {
    return switch (misreading) {
      case Misreading.NotText notText ->
          encode.json(request, 422, withErrors(Encode.errors(notText)), extras);
      case Misreading.Unreadable _, Misreading.NoCredentials _, Misreading.NoPasswords _ ->
          encode.unreadable(request);
    };
  }

  private Response refused(Request request, List<Violation> violations, Extras extras) {
    return encode.json(request, 422, withErrors(Encode.errors(violations)), extras);
  }

  private static Map<String, Object> withErrors(Map<String, Object> errors) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", "error");
    body.put("errors", errors);
    return body;
  }

  private Response notAllowed(Request request, Extras extras) {
    return encode.json(request, 403, Encode.refusalWithStatus(Words.NOT_ALLOWED_TO_UPDATE), extras);
  }

  private Response saved(Request request, Account account, Extras extras) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", "success");
    body.put("data", user.withTimes(account));
    return encode.json(request, 200, body, extras);
  }

  // Deleting it

  Response cancelled(Request request, CancelAccount.Outcome outcome) {
    return switch (outcome) {
      case CancelAccount.Outcome.Cancelled(Account account) -> gone(request, account);
      case CancelAccount.Outcome.NotAllowed() ->
          statusRefusal(request, 403, Words.NOT_ALLOWED_TO_CANCEL);
      case CancelAccount.Outcome.Gone() -> nobodyToCancel(request);
    };
  }

  private Response gone(Request request, Account account) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", "success");
    body.put("message", Words.destroyed(EncodeUser.uid(account)));
    return encode.json(request, 200, body, credentials.gone());
  }

  Response nobodyToCancel(Request request) {
    return statusRefusal(request, 404, Words.NO_ACCOUNT);
  }

  private Response statusRefusal(Request request, int status, String text) {
    return encode.json(request, status, Encode.refusalWithStatus(text), Extras.none());
  }
}
