package dev.rekey.dialect.ocariot;

import static dev.rekey.dialect.ocariot.Words.NEW_PASSWORD;
import static dev.rekey.dialect.ocariot.Words.OLD_PASSWORD;
import static dev.rekey.dialect.ocariot.Words.PASSWORD;
import static dev.rekey.dialect.ocariot.Words.USERNAME;

import dev.rekey.core.account.Handle;
import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.change.ChangePassword.Demand;
import dev.rekey.core.password.Password;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.proof.Claim;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.steward.SetPassword;
import dev.rekey.core.steward.Steward;
import dev.rekey.core.visit.Visit;
import dev.rekey.dialect.Reading;
import dev.rekey.dialect.Reading.Misread;
import dev.rekey.dialect.Reading.Read;
import dev.rekey.http.FormBody;
import dev.rekey.http.FormBody.Doubled;
import dev.rekey.http.Json;
import dev.rekey.http.MediaType;
import dev.rekey.http.Request;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** From a request to a claim, and to a command or the first mistake in its wording. */
final class Decode {

  private static final String USER_ID = "user_id";
  private static final List<String> SIGN_IN_FIELDS = List.of(USERNAME, PASSWORD);
  private static final List<String> CHANGE_FIELDS = List.of(OLD_PASSWORD, NEW_PASSWORD);

  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String UTF_8 = "utf-8";

  private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{24}");

  /** The gateway's rule looks at letters and digits; that they must be hex, the service says. */
  private static final Pattern ID_FOR_THE_GATEWAY = Pattern.compile("[0-9a-zA-Z]{24}");

  private static final Pattern BEARER =
      Pattern.compile("bearer[ \\t]+(\\S.*)", Pattern.CASE_INSENSITIVE);

  /** RFC 6750 section 2.1. */
  private static final Pattern TOKEN = Pattern.compile("[0-9A-Za-z._~+/-]+=*");

  private Decode() {}

  /** What can be wrong with the wording of a request on this wire. */
  sealed interface Mistake {

    /** The body is no JSON object or array, or no form. */
    record UnreadableBody() implements Mistake {}

    /** The body says that it is not in UTF-8. */
    record ForeignCharset() implements Mistake {}

    /** The path's id is not 24 hex digits. */
    record BadId() implements Mistake {}

    record NotText(String field) implements Mistake {}

    record Empty(String field) implements Mistake {}

    /** Those of the required fields that are absent. */
    record Missing(List<String> fields) implements Mistake {}

    /** The only required field is absent. */
    record OneMissing(String field) implements Mistake {}
  }

  static Claim claim(Request request) {
    List<String> sent = request.headers().every("authorization");
    return switch (sent.size()) {
      case 0 -> new Claim.Nothing();
      case 1 -> claim(sent.getFirst());
      default -> new Claim.Garbled();
    };
  }

  /** Whether the path names somebody else; what cannot be an id names nobody. */
  static boolean namesAnother(Request request, Caller caller) {
    String id = request.parameter(USER_ID);
    return ID_FOR_THE_GATEWAY.matcher(id).matches() && !caller.is(new Handle.Hex24(id));
  }

  static Reading<SignIn.Command, Mistake> signIn(Request request, Visit visit) {
    return reading(
        handedOn(request),
        body -> flaw(body, SIGN_IN_FIELDS).or(() -> missing(body, SIGN_IN_FIELDS)),
        body ->
            new SignIn.Command(body.get(USERNAME).stringValue(), password(body, PASSWORD), visit));
  }

  static Reading<ChangePassword.Command, Mistake> change(
      Request request, Caller caller, Visit visit) {
    return reading(
        body(request, Set.of(JSON, FORM)),
        body ->
            badId(request)
                .or(() -> flaw(body, CHANGE_FIELDS))
                .or(() -> missing(body, CHANGE_FIELDS)),
        body ->
            new ChangePassword.Command(
                caller,
                Optional.of(password(body, OLD_PASSWORD)),
                Demand.ALWAYS,
                NewPassword.Wish.of(password(body, NEW_PASSWORD)),
                Optional.empty(),
                visit));
  }

  static Reading<SetPassword.Command, Mistake> reset(Request request, Caller caller, Visit visit) {
    return reading(
        body(request, Set.of(JSON, FORM)),
        body ->
            badId(request)
                .or(() -> flaw(body, List.of(NEW_PASSWORD)))
                .or(() -> missing(body, NEW_PASSWORD)),
        body ->
            new SetPassword.Command(
                new Steward.Administrator(caller),
                new Handle.Hex24(request.parameter(USER_ID).toLowerCase(Locale.ROOT)),
                password(body, NEW_PASSWORD),
                visit));
  }

  private static Claim claim(String authorization) {
    Matcher bearer = BEARER.matcher(authorization.strip());
    if (!bearer.matches()) {
      return new Claim.Nothing();
    }
    String token = bearer.group(1);
    return TOKEN.matcher(token).matches() ? new Claim.SignedToken(token) : new Claim.Garbled();
  }

  private static <C> Reading<C, Mistake> reading(
      Reading<JsonNode, Mistake> body,
      Function<JsonNode, Optional<Mistake>> check,
      Function<JsonNode, C> command) {
    return switch (body) {
      case Misread<JsonNode, Mistake>(Mistake mistake) -> new Misread<>(mistake);
      case Read<JsonNode, Mistake>(JsonNode fields) ->
          check
              .apply(fields)
              .<Reading<C, Mistake>>map(Misread::new)
              .orElseGet(() -> new Read<>(command.apply(fields)));
    };
  }

  /**
   * At a sign-in the gateway hands on only the JSON that it could read, and nothing for all else.
   */
  private static Reading<JsonNode, Mistake> handedOn(Request request) {
    return switch (body(request, Set.of(JSON))) {
      case Misread<JsonNode, Mistake>(Mistake.UnreadableBody()) -> new Read<>(noFields());
      case Reading<JsonNode, Mistake> body -> body;
    };
  }

  /** The body's fields; none when it is of another type than those. */
  private static Reading<JsonNode, Mistake> body(Request request, Set<String> types) {
    byte[] bytes = Json.withoutMark(request.body());
    Optional<MediaType> type =
        MediaType.of(request).filter(one -> bytes.length > 0 && types.contains(one.type()));
    return type.map(one -> body(bytes, one)).orElseGet(() -> new Read<>(noFields()));
  }

  private static Reading<JsonNode, Mistake> body(byte[] bytes, MediaType type) {
    if (type.charset().filter(name -> !name.equals(UTF_8)).isPresent()) {
      return new Misread<>(new Mistake.ForeignCharset());
    }
    return switch (type.is(FORM) ? FormBody.parseNested(bytes, Doubled.ARRAY) : Json.parse(bytes)) {
      case Json.Parsed.Value(JsonNode node) when node.isContainer() -> new Read<>(node);
      case Json.Parsed.Value _ -> new Misread<>(new Mistake.UnreadableBody());
      case Json.Parsed.Unreadable() -> new Misread<>(new Mistake.UnreadableBody());
    };
  }

  private static JsonNode noFields() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static Optional<Mistake> badId(Request request) {
    return ID.matcher(request.parameter(USER_ID)).matches()
        ? Optional.empty()
        : Optional.of(new Mistake.BadId());
  }

  /** The first field that is there and no good; null is there. */
  private static Optional<Mistake> flaw(JsonNode body, List<String> fields) {
    return fields.stream()
        .filter(body::has)
        .flatMap(field -> flaw(field, body.get(field)).stream())
        .findFirst();
  }

  private static Optional<Mistake> flaw(String field, JsonNode value) {
    if (!value.isString()) {
      return Optional.of(new Mistake.NotText(field));
    }
    return value.stringValue().isEmpty() ? Optional.of(new Mistake.Empty(field)) : Optional.empty();
  }

  private static Optional<Mistake> missing(JsonNode body, List<String> fields) {
    List<String> absent = fields.stream().filter(field -> !body.has(field)).toList();
    return absent.isEmpty() ? Optional.empty() : Optional.of(new Mistake.Missing(absent));
  }

  private static Optional<Mistake> missing(JsonNode body, String field) {
    return body.has(field) ? Optional.empty() : Optional.of(new Mistake.OneMissing(field));
  }

  private static Password password(JsonNode body, String field) {
    return Password.of(body.get(field).stringValue());
  }
}
