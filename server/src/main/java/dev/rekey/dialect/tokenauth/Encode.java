package dev.rekey.dialect.tokenauth;

import dev.rekey.core.account.Account;
import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.proof.Claim;
import dev.rekey.core.proof.Proof.Reason;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.session.TurnToken;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Issued;
import dev.rekey.dialect.tokenauth.Decode.Misreading;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.BatchAnswers;
import dev.rekey.http.Fault;
import dev.rekey.http.Fields;
import dev.rekey.http.Json;
import dev.rekey.http.RailsFraming;
import dev.rekey.http.RailsFraming.Extras;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every outcome and fault in the words of devise_token_auth. */
final class Encode {

  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final RailsFraming framing;
  private final BatchAnswers batchAnswers;

  Encode(RailsFraming framing, BatchAnswers batchAnswers) {
    this.framing = framing;
    this.batchAnswers = batchAnswers;
  }

  Response signedIn(Request request, SignIn.Outcome outcome) {
    return switch (outcome) {
      case SignIn.Outcome.SignedIn(Account account, Issued issued) ->
          json(request, 200, Map.of("data", user(account)), fresh(account, issued));
      case SignIn.Outcome.NotSignedIn(Reason _) -> badCredentials(request);
      case SignIn.Outcome.TooMany(Duration retryAfter) -> tooMany(request, retryAfter);
      case SignIn.Outcome.Overloaded(Duration retryAfter) -> busy(request, retryAfter);
    };
  }

  Response changed(Request request, ChangePassword.Outcome outcome, Fields credentials) {
    return switch (outcome) {
      case ChangePassword.Outcome.Changed(Account account, Optional<Issued> issued) ->
          json(
              request,
              200,
              updated(account),
              issued.map(one -> fresh(account, one)).orElseGet(Fields::none));
      case ChangePassword.Outcome.Refused(List<Violation> violations) ->
          json(request, 422, refusal(violations), credentials);
      case ChangePassword.Outcome.NotAllowed _, ChangePassword.Outcome.PasswordLoginOff _ ->
          notAllowed(request, credentials);
      case ChangePassword.Outcome.Overtaken() -> unauthorized(request);
      case ChangePassword.Outcome.TooMany(Duration retryAfter) -> tooMany(request, retryAfter);
      case ChangePassword.Outcome.Overloaded(Duration retryAfter) -> busy(request, retryAfter);
    };
  }

  /** Why a token is not taken is nobody's business: all strangers look alike. */
  Response stranger(Request request, Reason reason) {
    return switch (reason) {
      case Reason.NothingShown _,
          Reason.Unreadable _,
          Reason.WrongNameOrPassword _,
          Reason.Disabled _,
          Reason.PasswordLoginOff _,
          Reason.BadToken _,
          Reason.Ended _,
          Reason.NoSuchAccount _ ->
          unauthorized(request);
    };
  }

  Response notAllowed(Request request, Fields credentials) {
    return json(request, 403, refusal(Words.NOT_ALLOWED), credentials);
  }

  /** What a request cannot even be read as; an authenticated one still gets its token turned. */
  Response misread(Request request, Misreading misreading, Fields credentials) {
    return switch (misreading) {
      case Misreading.Unreadable() -> page(request, 400, "Bad Request");
      case Misreading.NoCredentials() -> badCredentials(request);
      case Misreading.NoPasswords() ->
          json(request, 422, refusal(Words.MISSING_PASSWORDS), credentials);
      case Misreading.NotText(String parameter) ->
          json(request, 422, fieldErrors(Map.of(parameter, List.of("is invalid"))), credentials);
    };
  }

  /** The header fields with which an answer that changes no password keeps its client signed in. */
  Fields turned(TurnToken.Outcome outcome, Claim claim, Account account) {
    return switch (outcome) {
      case TurnToken.Outcome.Turned(Issued issued) -> fresh(account, issued);
      case TurnToken.Outcome.Batched(Grant grant) -> batched(grant, claim, account);
      case TurnToken.Outcome.Gone() -> Fields.none();
    };
  }

  Response useExpectedMethod(Request request) {
    return json(request, 405, refusal(Words.USE_POST), Fields.none());
  }

  Response tooMany(Request request, Duration retryAfter) {
    return waiting(json(request, 429, refusal(Words.TOO_MANY), Fields.none()), retryAfter);
  }

  Response busy(Request request, Duration retryAfter) {
    return waiting(json(request, 503, refusal(Words.BUSY), Fields.none()), retryAfter);
  }

  Response fault(Request request, Fault fault) {
    return switch (fault) {
      case Fault.UnknownPath _, Fault.UnknownMethod _ -> page(request, 404, "Not Found");
      case Fault.TooLarge(int _) -> page(request, 413, "Content Too Large");
      case Fault.HeadTooLarge() -> page(request, 431, "Request Header Fields Too Large");
      case Fault.Malformed() -> page(request, 400, "Bad Request");
      case Fault.Draining(Duration retryAfter) ->
          waiting(page(request, 503, "Service Unavailable"), retryAfter);
      case Fault.Incident(String id) ->
          page(request, 500, "Internal Server Error").with("x-incident-id", id);
    };
  }

  private Response badCredentials(Request request) {
    return json(request, 401, refusal(Words.BAD_CREDENTIALS), Fields.none());
  }

  private Response unauthorized(Request request) {
    return json(request, 401, refusal(Words.UNAUTHORIZED), Fields.none());
  }

  private Response json(Request request, int status, Map<String, ?> body, Fields credentials) {
    return framing.json(request, status, Json.write(body), Extras.of(credentials));
  }

  private Response page(Request request, int status, String error) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", status);
    body.put("error", error);
    return framing.page(request, status, Json.write(body));
  }

  private static Response waiting(Response response, Duration retryAfter) {
    return response.with("retry-after", RetryAfter.of(retryAfter));
  }

  private static Map<String, Object> refusal(String text) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("success", false);
    body.put("errors", List.of(text));
    return body;
  }

  private static Map<String, Object> refusal(List<Violation> violations) {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    for (Violation violation : violations) {
      texts
          .computeIfAbsent(Words.attribute(violation), _ -> new ArrayList<>())
          .add(Words.text(violation));
    }
    return fieldErrors(texts);
  }

  private static Map<String, Object> fieldErrors(Map<String, List<String>> texts) {
    Map<String, Object> errors = new LinkedHashMap<>(texts);
    errors.put(
        "full_messages",
        texts.entrySet().stream()
            .flatMap(e -> e.getValue().stream().map(text -> Words.label(e.getKey()) + ' ' + text))
            .toList());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("success", false);
    body.put("errors", errors);
    return body;
  }

  /** Both the document's {@code data.message} and the released gem's {@code message}. */
  private static Map<String, Object> updated(Account account) {
    Map<String, @Nullable Object> data = user(account);
    data.put("created_at", MILLIS.format(account.createdAt()));
    data.put("updated_at", MILLIS.format(account.updatedAt()));
    data.put("message", Words.UPDATED);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("success", true);
    body.put("data", data);
    body.put("message", Words.UPDATED);
    return body;
  }

  private static Map<String, @Nullable Object> user(Account account) {
    Map<String, @Nullable Object> user = new LinkedHashMap<>();
    user.put("email", account.logins().email().orElse(null));
    user.put("provider", "email");
    user.put("uid", uid(account));
    user.put("id", account.ids().number());
    user.put("allow_password_change", false);
    for (String field : List.of("name", "nickname", "image")) {
      user.put(field, account.profile().get(field).orElse(null));
    }
    return user;
  }

  private static String uid(Account account) {
    return account.logins().uid().orElseGet(account.logins()::display);
  }

  private static Fields fresh(Account account, Issued issued) {
    return credentials(
        issued.token(), issued.grant().ref().key(), issued.grant().expiresAt(), uid(account));
  }

  private Fields batched(Grant grant, Claim claim, Account account) {
    String shown = claim instanceof Claim.ClientToken token ? token.token() : "";
    String client = grant.ref().key();
    return switch (batchAnswers) {
      case REPEAT -> credentials(shown, client, grant.expiresAt(), uid(account));
      case BLANK -> blank(shown, client, grant.expiresAt(), uid(account));
      case OMIT -> Fields.none();
    };
  }

  /**
   * As the gem has it: blank token and expiry, the real ones inside {@code authorization} alone.
   */
  private static Fields blank(String token, String client, Instant expiry, String uid) {
    return Fields.none()
        .with(Words.ACCESS_TOKEN, " ")
        .with(Words.TOKEN_TYPE, Words.BEARER)
        .with(Words.CLIENT, client)
        .with(Words.EXPIRY, " ")
        .with(Words.UID, uid)
        .with(Words.AUTHORIZATION, authorization(token, client, expiry, uid));
  }

  private static Fields credentials(String token, String client, Instant expiry, String uid) {
    return Fields.none()
        .with(Words.ACCESS_TOKEN, token)
        .with(Words.TOKEN_TYPE, Words.BEARER)
        .with(Words.CLIENT, client)
        .with(Words.EXPIRY, String.valueOf(expiry.getEpochSecond()))
        .with(Words.UID, uid)
        .with(Words.AUTHORIZATION, authorization(token, client, expiry, uid));
  }

  private static String authorization(String token, String client, Instant expiry, String uid) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put(Words.ACCESS_TOKEN, token);
    members.put(Words.TOKEN_TYPE, Words.BEARER);
    members.put(Words.CLIENT, client);
    members.put(Words.EXPIRY, String.valueOf(expiry.getEpochSecond()));
    members.put(Words.UID, uid);
    return Words.BEARER + ' ' + Base64.getEncoder().encodeToString(Json.write(members));
  }
}
