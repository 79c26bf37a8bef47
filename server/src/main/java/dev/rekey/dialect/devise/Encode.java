package dev.rekey.dialect.devise;

import static dev.rekey.dialect.devise.Words.CONFIRMATION;
import static dev.rekey.dialect.devise.Words.CURRENT_PASSWORD;
import static dev.rekey.dialect.devise.Words.EMAIL;
import static dev.rekey.dialect.devise.Words.PASSWORD;
import static dev.rekey.dialect.devise.Words.RESET_TOKEN;

import dev.rekey.core.account.Account;
import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.proof.Proof.Reason;
import dev.rekey.core.reset.AskForReset;
import dev.rekey.core.reset.SpendTicket;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.token.Issued;
import dev.rekey.core.token.SignedTokens.Flaw;
import dev.rekey.dialect.devise.Decode.Misreading;
import dev.rekey.dialect.devise.DeviseDialect.Field;
import dev.rekey.dialect.devise.DeviseDialect.Kind;
import dev.rekey.dialect.devise.DeviseDialect.Settings;
import dev.rekey.http.Fault;
import dev.rekey.http.Fields;
import dev.rekey.http.Json;
import dev.rekey.http.RailsFraming;
import dev.rekey.http.RailsFraming.Extras;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.RetryAfter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Every outcome and fault in the words of Devise and devise-jwt. */
final class Encode {

  /** What is shown of the account itself; every other field is one of its profile. */
  private static final Map<String, Function<Account, Optional<Object>>> OWN =
      Map.of(
          Words.ID, account -> Optional.of(account.ids().number()),
          Words.EMAIL, account -> account.logins().email().map(Object.class::cast),
          Words.USERNAME, account -> account.logins().username().map(Object.class::cast),
          Words.ROLE, account -> Optional.of(account.role().name()));

  /** A number that JSON can show and every client can hold. */
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,18})?");

  private static final Set<String> BOOLEANS = Set.of("true", "false");

  private final Settings settings;
  private final RailsFraming framing;
  private final Supplier<String> sessionCookie;

  /**
   * @param sessionCookie makes the whole value of a {@code set-cookie} field
   */
  Encode(Settings settings, RailsFraming framing, Supplier<String> sessionCookie) {
    this.settings = settings;
    this.framing = framing;
    this.sessionCookie = sessionCookie;
  }

  Response signedIn(Request request, SignIn.Outcome outcome) {
    return switch (outcome) {
      case SignIn.Outcome.SignedIn(Account account, Issued issued) ->
          success(request, settings.signInStatus(), user(account), bearer(issued), sessionCookie);
      case SignIn.Outcome.NotSignedIn(Reason _) -> invalidLogin(request);
      case SignIn.Outcome.TooMany(Duration retryAfter) -> tooMany(request, retryAfter);
      case SignIn.Outcome.Overloaded(Duration retryAfter) -> overloaded(request, retryAfter);
    };
  }

  /** Here the failure responder speaks of what elsewhere is an attribute's fault. */
  Response signInMisread(Request request, Misreading misreading) {
    return switch (misreading) {
      case Misreading.Unreadable() -> badRequest(request);
      case Misreading.NoName() -> unauthorized(request, Words.UNAUTHENTICATED);
      case Misreading.NoPassword() -> invalidLogin(request);
      case Misreading.Unfit(List<String> _) -> invalidLogin(request);
    };
  }

  Response misread(Request request, Misreading misreading) {
    return switch (misreading) {
      case Misreading.Unreadable() -> badRequest(request);
      case Misreading.NoName() -> unprocessable(request, Map.of(EMAIL, List.of(Words.BLANK)));
      case Misreading.NoPassword() ->
          unprocessable(request, Map.of(PASSWORD, List.of(Words.BLANK)));
      case Misreading.Unfit(List<String> attributes) -> unfit(request, attributes);
    };
  }

  /**
   * What is wrong with a token is said aloud, as devise-jwt says it: whoever shows one holds it.
   */
  Response stranger(Request request, Reason reason) {
    return switch (reason) {
      case Reason.NothingShown() -> unauthorized(request, Words.UNAUTHENTICATED);
      case Reason.Unreadable() -> unauthorized(request, Words.of(Flaw.SEGMENTS));
      case Reason.BadToken(Flaw flaw) -> unauthorized(request, Words.of(flaw));
      case Reason.Ended() -> unauthorized(request, Words.REVOKED);
      case Reason.Disabled() -> unauthorized(request, Words.REVOKED);
      case Reason.NoSuchAccount() -> unauthorized(request, Words.NIL_USER);
      case Reason.WrongNameOrPassword() -> invalidLogin(request);
      case Reason.PasswordLoginOff() -> invalidLogin(request);
    };
  }

  Response changed(Request request, ChangePassword.Outcome outcome, NewPassword.Wish wish) {
    return switch (outcome) {
      case ChangePassword.Outcome.Changed(Account account, Optional<Issued> issued) ->
          success(
              request,
              200,
              user(account),
              issued.map(Encode::bearer).orElseGet(Fields::none),
              sessionCookie);
      case ChangePassword.Outcome.Refused(List<Violation> violations) ->
          refused(request, worthSaying(violations, wish));
      case ChangePassword.Outcome.NotAllowed() -> forbidden(request);
      case ChangePassword.Outcome.PasswordLoginOff() -> forbidden(request);
      case ChangePassword.Outcome.Overtaken() ->
          refused(request, List.of(new Violation.CurrentWrong()));
      case ChangePassword.Outcome.TooMany(Duration retryAfter) -> tooMany(request, retryAfter);
      case ChangePassword.Outcome.Overloaded(Duration retryAfter) ->
          overloaded(request, retryAfter);
    };
  }

  Response asked(Request request, AskForReset.Outcome outcome) {
    return switch (outcome) {
      case AskForReset.Outcome.Asked() ->
          success(request, 201, Map.of(), Fields.none(), sessionCookie);
      case AskForReset.Outcome.TooMany(Duration retryAfter) -> tooMany(request, retryAfter);
    };
  }

  Response spent(Request request, SpendTicket.Outcome outcome) {
    return switch (outcome) {
      case SpendTicket.Outcome.Done(Account account, Optional<Issued> issued) ->
          success(
              request,
              200,
              user(account),
              issued.map(Encode::bearer).orElseGet(Fields::none),
              this::cookieAfterReset);
      case SpendTicket.Outcome.Refused(List<Violation> violations) -> refused(request, violations);
      case SpendTicket.Outcome.Overloaded(Duration retryAfter) -> overloaded(request, retryAfter);
    };
  }

  Response fault(Request request, Fault fault) {
    return switch (fault) {
      case Fault.UnknownPath() -> page(request, 404, "Not Found");
      case Fault.UnknownMethod(var _) -> page(request, 404, "Not Found");
      case Fault.TooLarge(int _) -> page(request, 413, "Content Too Large");
      case Fault.HeadTooLarge() -> page(request, 431, "Request Header Fields Too Large");
      case Fault.Malformed() -> badRequest(request);
      case Fault.Draining(Duration retryAfter) ->
          page(request, 503, "Service Unavailable")
              .with(Words.RETRY_AFTER, RetryAfter.of(retryAfter));
      case Fault.Incident(String id) ->
          page(request, 500, "Internal Server Error").with(Words.INCIDENT, id);
    };
  }

  Response tooMany(Request request, Duration retryAfter) {
    return later(request, 429, Words.tooMany(RetryAfter.seconds(retryAfter)), retryAfter);
  }

  Response overloaded(Request request, Duration retryAfter) {
    return later(request, 503, Words.busy(RetryAfter.seconds(retryAfter)), retryAfter);
  }

  private Response success(
      Request request, int status, Object body, Fields credentials, Supplier<String> cookie) {
    Extras extras = new Extras(credentials, settings.sessionCookie().map(_ -> cookie));
    return framing.json(request, status, Json.write(body), extras);
  }

  private static Fields bearer(Issued issued) {
    return Fields.none().with(Words.AUTHORIZATION, Words.BEARER + ' ' + issued.token());
  }

  private String cookieAfterReset() {
    return sessionCookie.get().replace(Words.SAME_SITE, Words.SAME_SITE_AFTER_RESET);
  }

  private Map<String, Object> user(Account account) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    for (Field field : settings.fieldsOf(account.role())) {
      shown.put(field.name(), value(field, account).orElse(null));
    }
    return Map.of(settings.scope(), shown);
  }

  private static Optional<Object> value(Field field, Account account) {
    return Optional.ofNullable(OWN.get(field.name()))
        .map(own -> own.apply(account))
        .orElseGet(
            () -> account.profile().get(field.name()).map(text -> typed(field.kind(), text)));
  }

  /** A text that is not of the kind is shown as the text that it is. */
  private static Object typed(Kind kind, String text) {
    return switch (kind) {
      case TEXT -> text;
      case NUMBER -> NUMBER.matcher(text).matches() ? new BigDecimal(text) : text;
      case BOOLEAN -> BOOLEANS.contains(text) ? Boolean.valueOf(text) : text;
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

  private Response refused(Request request, List<Violation> violations) {
    Map<String, List<String>> errors = new LinkedHashMap<>();
    for (Violation violation : violations) {
      errors.computeIfAbsent(attribute(violation), _ -> new ArrayList<>()).add(text(violation));
    }
    return unprocessable(request, errors);
  }

  private static String attribute(Violation violation) {
    return switch (violation) {
      case Violation.OfPassword _ -> PASSWORD;
      case Violation.OfConfirmation _ -> CONFIRMATION;
      case Violation.OfCurrent _ -> CURRENT_PASSWORD;
      case Violation.OfTicket _ -> RESET_TOKEN;
    };
  }

  private static String text(Violation violation) {
    return switch (violation) {
      case Violation.Blank() -> Words.BLANK;
      case Violation.TooShort(int minimum) -> Words.tooShort(minimum);
      case Violation.TooLong(int maximum) -> Words.tooLong(maximum);
      case Violation.Common() -> Words.COMMON;
      case Violation.Personal() -> Words.PERSONAL;
      case Violation.Organisational() -> Words.ORGANISATIONAL;
      case Violation.SameAsCurrent() -> Words.SAME_AS_CURRENT;
      case Violation.Unusable() -> Words.UNUSABLE;
      case Violation.ConfirmationBlank() -> Words.BLANK;
      case Violation.ConfirmationDiffers() -> Words.DIFFERS;
      case Violation.CurrentBlank() -> Words.BLANK;
      case Violation.CurrentWrong() -> Words.INVALID;
      case Violation.TicketBlank() -> Words.BLANK;
      case Violation.TicketInvalid() -> Words.INVALID;
      case Violation.TicketExpired() -> Words.EXPIRED;
    };
  }

  private Response unfit(Request request, List<String> attributes) {
    Map<String, List<String>> errors = new LinkedHashMap<>();
    attributes.forEach(attribute -> errors.put(attribute, List.of(Words.INVALID)));
    return unprocessable(request, errors);
  }

  private Response unprocessable(Request request, Map<String, List<String>> errors) {
    byte[] body = Json.write(Map.of(Words.ERRORS, errors));
    return framing.json(request, 422, body, Extras.none());
  }

  private Response forbidden(Request request) {
    return framing.json(request, 403, error(Words.NOT_ALLOWED), Extras.none());
  }

  private Response invalidLogin(Request request) {
    return unauthorized(request, settings.invalidLogin().text());
  }

  private Response unauthorized(Request request, String text) {
    return framing.refusal(request, 401, error(text));
  }

  private Response later(Request request, int status, String text, Duration retryAfter) {
    return framing
        .refusal(request, status, error(text))
        .with(Words.RETRY_AFTER, RetryAfter.of(retryAfter));
  }

  private Response badRequest(Request request) {
    return page(request, 400, "Bad Request");
  }

  private Response page(Request request, int status, String text) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put(Words.STATUS, status);
    body.put(Words.ERROR, text);
    return framing.page(request, status, Json.write(body));
  }

  private static byte[] error(String text) {
    return Json.write(Map.of(Words.ERROR, text));
  }
}
