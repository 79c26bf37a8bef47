package dev.rekey.dialect.tokenauth;

import dev.rekey.core.account.Logins;
import dev.rekey.core.register.ConfirmEmail;
import dev.rekey.core.reset.AskForLetter;
import dev.rekey.core.reset.Unlock;
import dev.rekey.core.token.Ticket.Purpose;
import dev.rekey.http.RailsFraming.Extras;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What comes of asking for a letter, and of opening the links of those that confirm and unlock, in
 * the words of devise_token_auth.
 */
final class EncodeLetter {

  private final Encode encode;
  private final boolean paranoid;

  EncodeLetter(Encode encode, boolean paranoid) {
    this.encode = encode;
    this.paranoid = paranoid;
  }

  // Asking

  Response notToBeLedThere(Request request, String url) {
    Map<String, @Nullable Object> body = Encode.refusalWithStatus(Words.notAllowedTo(url));
    body.put("data", null);
    return encode.json(request, 422, body, Extras.none());
  }

  Response noAddress(Request request) {
    return encode.refusal(request, 401, Words.NO_EMAIL);
  }

  /**
   * @param address as typed
   */
  Response asked(Request request, Purpose purpose, String address, AskForLetter.Outcome outcome) {
    String email = Logins.canonicalEmail(address);
    return switch (outcome) {
      case AskForLetter.Outcome.Asked(boolean known) when !known && !paranoid ->
          encode.refusal(request, 404, Words.unknown(email));
      case AskForLetter.Outcome.Asked(boolean _) ->
          sent(request, paranoid ? perhapsSent(purpose) : sent(purpose, email));
      case AskForLetter.Outcome.TooMany(Duration retryAfter) -> encode.tooMany(request, retryAfter);
    };
  }

  private Response sent(Request request, String message) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("success", true);
    body.put("message", message);
    return encode.json(request, 200, body, Extras.none());
  }

  private static String perhapsSent(Purpose purpose) {
    return switch (purpose) {
      case RESET_PASSWORD -> Words.RESET_PERHAPS_SENT;
      case CONFIRM_EMAIL -> Words.CONFIRMATION_PERHAPS_SENT;
      case UNLOCK -> Words.UNLOCK_PERHAPS_SENT;
    };
  }

  private static String sent(Purpose purpose, String email) {
    return switch (purpose) {
      case RESET_PASSWORD -> Words.resetSent(email);
      case CONFIRM_EMAIL -> Words.confirmationSent(email);
      case UNLOCK -> Words.unlockSent(email);
    };
  }

  // Opening a link

  Response confirmed(Request request, ConfirmEmail.Outcome outcome, Optional<Landing> landing) {
    return switch (outcome) {
      case ConfirmEmail.Outcome.Confirmed _ -> confirmed(request, true, landing);
      case ConfirmEmail.Outcome.AlreadyConfirmed _,
          ConfirmEmail.Outcome.Taken _,
          ConfirmEmail.Outcome.Refused _ ->
          confirmed(request, false, landing);
    };
  }

  private Response confirmed(Request request, boolean success, Optional<Landing> landing) {
    Map<String, String> parameters =
        Map.of("account_confirmation_success", Boolean.toString(success));
    return landing
        .map(one -> encode.landing(request, one.with(parameters), Extras.none()))
        .orElseGet(() -> success ? done(request) : encode.notFound(request));
  }

  private Response done(Request request) {
    return encode.json(request, 200, Map.of("success", true), Extras.none());
  }

  Response unlocked(Request request, Unlock.Outcome outcome, Landing landing) {
    return switch (outcome) {
      case Unlock.Outcome.Unlocked _ ->
          encode.landing(request, landing.with(Map.of("unlock", "true")), Extras.none());
      case Unlock.Outcome.Refused _ -> encode.notFound(request);
    };
  }
}
