package dev.rekey.dialect.devise;

import static dev.rekey.dialect.devise.Words.PASSWORD;

import dev.rekey.core.account.Account;
import dev.rekey.core.proof.Proof.Reason;
import dev.rekey.core.session.LookAtAccount;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.session.SignOut;
import dev.rekey.core.token.Issued;
import dev.rekey.core.token.SignedTokens.Flaw;
import dev.rekey.dialect.devise.DeviseDialect.Manners;
import dev.rekey.dialect.devise.DeviseDialect.Settings;
import dev.rekey.dialect.devise.Misreading.Blemish;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of signing in and out. */
final class EncodeSession {

  private final Manners manners;
  private final Encode encode;

  EncodeSession(Settings settings, Encode encode) {
    this.manners = settings.manners();
    this.encode = encode;
  }

  /** What a new session would be made of, as Devise shows it to whoever asks. */
  Response form(Request request) {
    Map<String, @Nullable Object> form = new LinkedHashMap<>();
    form.put(manners.signInKey(), "");
    form.put(PASSWORD, null);
    return encode.found(request, form);
  }

  /**
   * @param standing how the account stands after the failure, where the mount tells it
   */
  Response signedIn(
      Request request, SignIn.Outcome outcome, Optional<LookAtAccount.Outcome> standing) {
    return switch (outcome) {
      case SignIn.Outcome.SignedIn(Account account, Issued issued) ->
          encode.made(request, manners.signInStatus(), account, Optional.of(issued));
      case SignIn.Outcome.NotSignedIn(Reason reason) -> refused(request, reason, standing);
      case SignIn.Outcome.TooMany(Duration retryAfter, boolean locked) ->
          locked && !manners.paranoid()
              ? encode.unauthorized(request, Words.LOCKED)
              : encode.tooMany(request, retryAfter);
      case SignIn.Outcome.Overloaded(Duration retryAfter) -> encode.overloaded(request, retryAfter);
    };
  }

  /** That an address is not confirmed hears only who knows the password. */
  private Response refused(
      Request request, Reason reason, Optional<LookAtAccount.Outcome> standing) {
    boolean unconfirmed = reason instanceof Reason.Unconfirmed;
    String text = unconfirmed ? Words.UNCONFIRMED : standing.map(this::warning).orElse(invalid());
    return encode.unauthorized(request, text);
  }

  private String warning(LookAtAccount.Outcome standing) {
    return switch (standing) {
      case LookAtAccount.Outcome.Somebody(boolean _, long left) when left == 0 -> Words.LOCKED;
      case LookAtAccount.Outcome.Somebody(boolean _, long left) when left == 1 ->
          Words.LAST_ATTEMPT;
      case LookAtAccount.Outcome.Somebody _, LookAtAccount.Outcome.Nobody() -> invalid();
    };
  }

  private String invalid() {
    return Words.invalid(manners.invalidLogin(), manners.signInKey());
  }

  /** Here the failure responder speaks of what elsewhere is an attribute's fault. */
  Response misread(Request request, Misreading misreading) {
    return switch (misreading) {
      case Misreading.Unreadable() -> encode.badRequest(request);
      case Misreading.NoName() -> encode.unauthorized(request, Words.UNAUTHENTICATED);
      case Misreading.NoPassword() -> encode.unauthorized(request, invalid());
      case Misreading.Unfit(List<Blemish> _) -> encode.unauthorized(request, invalid());
    };
  }

  Response signedOut(Request request, SignOut.Outcome outcome) {
    return switch (outcome) {
      case SignOut.Outcome.SignedOut() -> gone(request);
      case SignOut.Outcome.NotSignedIn() -> gone(request);
    };
  }

  /** Whoever has no session has left; but a token that may live on is not said to be dead. */
  Response notSignedIn(Request request, Reason reason) {
    return switch (reason) {
      case Reason.NothingShown(),
          Reason.Ended(),
          Reason.Disabled(),
          Reason.NoSuchAccount(),
          Reason.WrongNameOrPassword(),
          Reason.PasswordLoginOff() ->
          gone(request);
      case Reason.BadToken(Flaw flaw) ->
          isDead(flaw) ? gone(request) : encode.stranger(request, reason);
      case Reason.Unreadable(), Reason.Unconfirmed() -> encode.stranger(request, reason);
    };
  }

  private static boolean isDead(Flaw flaw) {
    return switch (flaw) {
      case SEGMENTS, ENCODING, ALGORITHM, SIGNATURE, EXPIRED, NO_ID, ISSUER -> true;
      case TIME, SCOPE, AUDIENCE -> false;
    };
  }

  private Response gone(Request request) {
    return encode.empty(request, manners.signOutStatus());
  }
}
