package dev.rekey.dialect.tokenauth;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Logins;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.proof.Proof.Reason;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.session.SignOut;
import dev.rekey.core.token.Issued;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Rules;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Settings;
import dev.rekey.http.RailsFraming.Extras;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What comes of signing in and out, in the words of devise_token_auth. */
final class EncodeSession {

  private final Encode encode;
  private final EncodeCredentials credentials;
  private final EncodeUser user;
  private final Rules rules;

  EncodeSession(Settings settings, Encode encode, EncodeCredentials credentials) {
    this.encode = encode;
    this.credentials = credentials;
    this.user = new EncodeUser(settings.profileFields());
    this.rules = settings.rules();
  }

  /**
   * @param name as typed
   */
  Response signedIn(Request request, String name, SignIn.Outcome outcome) {
    return switch (outcome) {
      case SignIn.Outcome.SignedIn(Account account, Issued issued) ->
          encode.json(
              request,
              200,
              Map.of("data", user.withoutTimes(account)),
              credentials.fresh(account, issued));
      case SignIn.Outcome.NotSignedIn(Reason reason) -> notSignedIn(request, name, reason);
      case SignIn.Outcome.TooMany(Duration retryAfter, boolean locked) ->
          locked && rules.lockable() && !rules.paranoid()
              ? encode.refusal(request, 401, Words.LOCKED)
              : encode.tooMany(request, retryAfter);
      case SignIn.Outcome.Overloaded(Duration retryAfter) -> encode.busy(request, retryAfter);
    };
  }

  private Response notSignedIn(Request request, String name, Reason reason) {
    return switch (reason) {
      case Reason.Unconfirmed() when !rules.paranoid() ->
          encode.refusal(request, 401, Words.unconfirmed(Logins.canonicalEmail(name)));
      case Reason.Unconfirmed _,
          Reason.NothingShown _,
          Reason.Unreadable _,
          Reason.WrongNameOrPassword _,
          Reason.Disabled _,
          Reason.PasswordLoginOff _,
          Reason.BadToken _,
          Reason.Ended _,
          Reason.NoSuchAccount _ ->
          badCredentials(request);
    };
  }

  Response badCredentials(Request request) {
    return encode.refusal(request, 401, Words.BAD_CREDENTIALS);
  }

  Response useExpectedMethod(Request request) {
    return encode.refusal(request, 405, Words.USE_POST);
  }

  Response valid(Request request, Caller caller, Extras extras) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("success", true);
    body.put("data", user.withoutTimes(caller.account(), caller.byTicket()));
    return encode.json(request, 200, body, extras);
  }

  Response invalid(Request request) {
    return encode.refusal(request, 401, Words.BAD_TOKEN);
  }

  Response signedOut(Request request, SignOut.Outcome outcome) {
    return switch (outcome) {
      case SignOut.Outcome.SignedOut() ->
          encode.json(request, 200, Map.of("success", true), credentials.gone());
      case SignOut.Outcome.NotSignedIn() -> notSignedIn(request);
    };
  }

  Response notSignedIn(Request request) {
    return encode.refusal(request, 404, Words.NOT_SIGNED_IN);
  }
}
