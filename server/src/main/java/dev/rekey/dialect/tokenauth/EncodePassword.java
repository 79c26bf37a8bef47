package dev.rekey.dialect.tokenauth;

import dev.rekey.core.account.Account;
import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.reset.SpendTicket;
import dev.rekey.core.token.Issued;
import dev.rekey.core.token.Ticket;
import dev.rekey.dialect.tokenauth.Decode.Misreading;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Names;
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

/** What comes of resetting and changing a password, in the words of devise_token_auth. */
final class EncodePassword {

  private final Encode encode;
  private final EncodeCredentials credentials;
  private final EncodeUser user;
  private final Names names;

  EncodePassword(Settings settings, Encode encode, EncodeCredentials credentials) {
    this.encode = encode;
    this.credentials = credentials;
    this.user = new EncodeUser(settings.profileFields());
    this.names = settings.tokens().names();
  }

  Response nowhereToLand(Request request) {
    return encode.refusal(request, 401, Words.NO_REDIRECT_URL);
  }

  /** A letter's link was opened: its reader is led on with the ticket, and nothing has changed. */
  Response opened(
      Request request,
      Landing landing,
      String token,
      Ticket ticket,
      Account account,
      String config) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put(names.accessToken(), token);
    parameters.put(names.client(), Words.TICKET_CLIENT);
    parameters.put("client_id", Words.TICKET_CLIENT);
    parameters.put(Words.CONFIG, config);
    parameters.put(names.expiry(), String.valueOf(ticket.expiresAt().getEpochSecond()));
    parameters.put("reset_password", "true");
    parameters.put(Words.RESET_TOKEN, token);
    parameters.put("token", token);
    parameters.put(names.uid(), EncodeUser.uid(account));
    Extras cookie = credentials.ticketCookie(account, token, ticket.expiresAt());
    return encode.landing(request, landing.with(parameters), cookie);
  }

  /** The same where the ticket is to come back as what it is. */
  Response opened(Request request, Landing landing, String token) {
    return encode.landing(request, landing.with(Map.of(Words.RESET_TOKEN, token)), Extras.none());
  }

  Response unauthorized(Request request) {
    return encode.refusal(request, 401, Words.UNAUTHORIZED);
  }

  Response notAllowed(Request request, Extras extras) {
    return encode.json(request, 403, Encode.refusal(Words.NOT_ALLOWED_TO_CHANGE), extras);
  }

  Response misread(Request request, Misreading misreading, Extras extras) {
    return switch (misreading) {
      case Misreading.NoPasswords() ->
          encode.json(request, 422, Encode.refusal(Words.MISSING_PASSWORDS), extras);
      case Misreading.NotText notText ->
          encode.json(request, 422, withErrors(Encode.errors(notText)), extras);
      case Misreading.Unreadable _, Misreading.NoCredentials _ -> encode.unreadable(request);
    };
  }

  Response changed(Request request, ChangePassword.Outcome outcome, Extras extras) {
    return switch (outcome) {
      case ChangePassword.Outcome.Changed(Account account, Optional<Issued> _) ->
          updated(request, account, extras);
      case ChangePassword.Outcome.Refused(List<Violation> violations) ->
          refused(request, violations, extras);
      case ChangePassword.Outcome.NotAllowed(), ChangePassword.Outcome.PasswordLoginOff() ->
          notAllowed(request, extras);
      case ChangePassword.Outcome.Overtaken() -> unauthorized(request);
      case ChangePassword.Outcome.TooMany(Duration retryAfter) ->
          encode.tooMany(request, retryAfter);
      case ChangePassword.Outcome.Overloaded(Duration retryAfter) ->
          encode.busy(request, retryAfter);
    };
  }

  /**
   * @param kept the ticket again, for a refusal that leaves it good
   */
  Response reset(Request request, SpendTicket.Outcome outcome, Extras kept) {
    return switch (outcome) {
      case SpendTicket.Outcome.Done(Account account, Optional<Issued> issued) ->
          updated(
              request,
              account,
              issued.map(one -> credentials.fresh(account, one)).orElseGet(Extras::none));
      case SpendTicket.Outcome.Refused(List<Violation> violations) ->
          violations.stream().anyMatch(Violation.OfTicket.class::isInstance)
              ? unauthorized(request)
              : refused(request, violations, kept);
      case SpendTicket.Outcome.Overloaded(Duration retryAfter) -> encode.busy(request, retryAfter);
    };
  }

  private Response refused(Request request, List<Violation> violations, Extras extras) {
    return encode.json(request, 422, withErrors(Encode.errors(violations)), extras);
  }

  private static Map<String, Object> withErrors(Map<String, Object> errors) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("success", false);
    body.put("errors", errors);
    return body;
  }

  /** Both the document's {@code data.message} and the released gem's {@code message}. */
  private Response updated(Request request, Account account, Extras extras) {
    Map<String, @Nullable Object> data = user.withTimes(account);
    data.put("message", Words.UPDATED);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("success", true);
    body.put("data", data);
    body.put("message", Words.UPDATED);
    return encode.json(request, 200, body, extras);
  }
}
