package dev.rekey.dialect.devise;

import static dev.rekey.dialect.devise.Words.CONFIRMATION;
import static dev.rekey.dialect.devise.Words.CURRENT_PASSWORD;
import static dev.rekey.dialect.devise.Words.EMAIL;
import static dev.rekey.dialect.devise.Words.PASSWORD;
import static dev.rekey.dialect.devise.Words.RESET_TOKEN;
import static dev.rekey.dialect.devise.Words.USERNAME;

import dev.rekey.core.account.Account;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.proof.Proof.Reason;
import dev.rekey.core.reset.AskForLetter;
import dev.rekey.core.session.LookAtAccount;
import dev.rekey.core.token.Issued;
import dev.rekey.core.token.SignedTokens.Flaw;
import dev.rekey.dialect.devise.DeviseDialect.Settings;
import dev.rekey.dialect.devise.Misreading.Blemish;
import dev.rekey.http.Fault;
import dev.rekey.http.Fields;
import dev.rekey.http.Json;
import dev.rekey.http.RailsFraming;
import dev.rekey.http.RailsFraming.Extras;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.RetryAfter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What all answers are made of, and those that every route may give. */
final class Encode {

  private static final String HOME = "/";

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

  // The user

  /** An account or a session was made. */
  Response made(Request request, int status, Account account, Optional<Issued> issued) {
    Extras extras = extras(issued, sessionCookie);
    return switch (settings.manners().style()) {
      case WRAPPED -> framing.json(request, status, Json.write(wrapped(account)), extras);
      case STOCK -> framing.json(request, status, Json.write(bare(account)), extras.at(HOME));
    };
  }

  /** The account is another than before. */
  Response changed(Request request, Account account, Optional<Issued> issued) {
    return changed(request, account, extras(issued, sessionCookie));
  }

  /** The same behind a reset ticket. */
  Response reset(Request request, Account account, Optional<Issued> issued) {
    return changed(request, account, extras(issued, this::cookieAfterReset));
  }

  private Response changed(Request request, Account account, Extras extras) {
    return switch (settings.manners().style()) {
      case WRAPPED -> framing.json(request, 200, Json.write(wrapped(account)), extras);
      case STOCK -> framing.empty(request, 204, extras.at(HOME));
    };
  }

  /** The account as it is. */
  Response shown(Request request, Account account) {
    return switch (settings.manners().style()) {
      case WRAPPED -> found(request, wrapped(account));
      case STOCK -> found(request, bare(account));
    };
  }

  private Map<String, Object> wrapped(Account account) {
    return Map.of(settings.scope(), bare(account));
  }

  private Map<String, @Nullable Object> bare(Account account) {
    return UserBody.of(account, settings.people().of(account.role()));
  }

  private Extras extras(Optional<Issued> issued, Supplier<String> cookie) {
    Fields credentials = issued.map(this::bearer).orElseGet(Fields::none);
    return new Extras(credentials, settings.sessionCookie().map(_ -> cookie));
  }

  private Fields bearer(Issued issued) {
    return Fields.none().with(settings.tokenHeader(), Words.BEARER + ' ' + issued.token());
  }

  private String cookieAfterReset() {
    return sessionCookie.get().replace(Words.SAME_SITE, Words.SAME_SITE_AFTER_RESET);
  }

  // Other successes

  /** Something that was only looked at. */
  Response found(Request request, Object body) {
    return framing.json(request, 200, Json.write(body), Extras.none());
  }

  /** There is nothing more to say. */
  Response nothing(Request request) {
    return empty(request, 204);
  }

  Response empty(Request request, int status) {
    return framing.empty(request, status, Extras.none());
  }

  /**
   * @param standing how the account stands, where the mount tells it and it matters
   */
  Response asked(
      Request request, AskForLetter.Outcome outcome, Optional<LookAtAccount.Outcome> standing) {
    return switch (outcome) {
      case AskForLetter.Outcome.Asked(boolean known) ->
          told(known, standing)
              .map(text -> unprocessable(request, Map.of(EMAIL, List.of(text))))
              .orElseGet(() -> asked(request));
      case AskForLetter.Outcome.TooMany(Duration retryAfter) -> tooMany(request, retryAfter);
    };
  }

  private Response asked(Request request) {
    Extras extras = extras(Optional.empty(), sessionCookie);
    return framing.json(request, 201, Json.write(Map.of()), extras);
  }

  /** Why there is no letter, where the mount tells it. */
  private Optional<String> told(boolean known, Optional<LookAtAccount.Outcome> standing) {
    if (settings.manners().paranoid()) {
      return Optional.empty();
    }
    return known
        ? standing.filter(Encode::isConfirmed).map(_ -> Words.ALREADY_CONFIRMED)
        : Optional.of(Words.NOT_FOUND);
  }

  private static boolean isConfirmed(LookAtAccount.Outcome standing) {
    return switch (standing) {
      case LookAtAccount.Outcome.Somebody(boolean confirmed, long _) -> confirmed;
      case LookAtAccount.Outcome.Nobody() -> false;
    };
  }

  // Refusals

  Response misread(Request request, Misreading misreading) {
    return switch (misreading) {
      case Misreading.Unreadable() -> badRequest(request);
      case Misreading.NoName() -> unprocessable(request, Map.of(EMAIL, List.of(Words.BLANK)));
      case Misreading.NoPassword() ->
          unprocessable(request, Map.of(PASSWORD, List.of(Words.BLANK)));
      case Misreading.Unfit(List<Blemish> blemishes) -> unfit(request, blemishes);
    };
  }

  private Response unfit(Request request, List<Blemish> blemishes) {
    Map<String, List<String>> errors = new LinkedHashMap<>();
    blemishes.forEach(one -> errors.put(one.attribute(), List.of(Words.of(one.want()))));
    return unprocessable(request, errors);
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
      case Reason.Unconfirmed() -> unauthorized(request, Words.UNCONFIRMED);
      case Reason.WrongNameOrPassword(), Reason.PasswordLoginOff() ->
          unauthorized(request, Words.UNAUTHENTICATED);
    };
  }

  Response refused(Request request, List<Violation> violations) {
    Map<String, List<String>> errors = new LinkedHashMap<>();
    for (Violation violation : violations) {
      errors.computeIfAbsent(attribute(violation), _ -> new ArrayList<>()).add(Words.of(violation));
    }
    return unprocessable(request, errors);
  }

  private static String attribute(Violation violation) {
    return switch (violation) {
      case Violation.OfPassword _ -> PASSWORD;
      case Violation.OfConfirmation _ -> CONFIRMATION;
      case Violation.OfCurrent _ -> CURRENT_PASSWORD;
      case Violation.OfTicket _ -> RESET_TOKEN;
      case Violation.EmailBlank _, Violation.EmailMalformed _, Violation.EmailTaken _ -> EMAIL;
      case Violation.UsernameBlank _, Violation.UsernameMalformed _, Violation.UsernameTaken _ ->
          USERNAME;
    };
  }

  private Response unprocessable(Request request, Map<String, List<String>> errors) {
    return faulty(request, Map.of(Words.ERRORS, errors));
  }

  /** Without the wrapper, as Devise answers to the links of letters. */
  Response bareFault(Request request, String attribute, String text) {
    return faulty(request, Map.of(attribute, List.of(text)));
  }

  private Response faulty(Request request, Object body) {
    return framing.json(request, 422, Json.write(body), Extras.none());
  }

  Response forbidden(Request request, String text) {
    return framing.json(request, 403, error(text), Extras.none());
  }

  Response unauthorized(Request request, String text) {
    return framing.refusal(request, 401, error(text));
  }

  Response tooMany(Request request, Duration retryAfter) {
    return later(request, 429, Words.tooMany(RetryAfter.seconds(retryAfter)), retryAfter);
  }

  Response overloaded(Request request, Duration retryAfter) {
    return later(request, 503, Words.busy(RetryAfter.seconds(retryAfter)), retryAfter);
  }

  private Response later(Request request, int status, String text, Duration retryAfter) {
    return framing
        .refusal(request, status, error(text))
        .with(Words.RETRY_AFTER, RetryAfter.of(retryAfter));
  }

  private static byte[] error(String text) {
    return Json.write(Map.of(Words.ERROR, text));
  }

  // The framework's own pages

  Response fault(Request request, Fault fault) {
    return switch (fault) {
      case Fault.UnknownPath() -> notFound(request);
      case Fault.UnknownMethod(var _) -> notFound(request);
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

  Response badRequest(Request request) {
    return page(request, 400, "Bad Request");
  }

  Response notFound(Request request) {
    return page(request, 404, "Not Found");
  }

  Response notAcceptable(Request request) {
    return page(request, 406, "Not Acceptable");
  }

  private Response page(Request request, int status, String text) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put(Words.STATUS, status);
    body.put(Words.ERROR, text);
    return framing.page(request, status, Json.write(body));
  }
}
