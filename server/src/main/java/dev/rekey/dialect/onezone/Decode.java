package dev.rekey.dialect.onezone;

import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.change.Demand;
import dev.rekey.core.password.Password;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.proof.Claim;
import dev.rekey.core.visit.Visit;
import dev.rekey.dialect.Reading;
import dev.rekey.dialect.Reading.Misread;
import dev.rekey.dialect.Reading.Read;
import dev.rekey.http.Json;
import dev.rekey.http.MediaType;
import dev.rekey.http.Request;
import dev.rekey.http.Utf8;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Understands this wire's requests, or says what it objects to. */
final class Decode {

  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";

  /**
   * One range of an Accept header and its parameters; a lone star is how old Java clients write.
   */
  private static final Pattern RANGE =
      Pattern.compile(
          ("[ \\t]*+(?:(TOKEN/TOKEN|\\*)"
                  + "((?:[ \\t]*+;[ \\t]*+(?:TOKEN(?:=(?:TOKEN|\"(?:[^\"\\\\]|\\\\.)*+\"))?+)?+)*+)"
                  + ")?+[ \\t]*+(?:,|$)")
              .replace("TOKEN", TOKEN));

  private static final Pattern WEIGHTLESS =
      Pattern.compile(";[ \\t]*q=0(?:\\.0*)?[ \\t]*(?:;|$)", Pattern.CASE_INSENSITIVE);

  private static final Set<String> ADMITTING = Set.of("*/*", "*", "application/*", Words.JSON);

  private static final Set<String> CHARSETS = Set.of("utf-8", "utf8");

  private Decode() {}

  /**
   * A change of the password as the body words it. The new password is judged before the old one is
   * even looked at, so an objection to the old one has to wait here.
   *
   * @param next empty when it is null
   * @param current empty when it is null
   */
  record Change(Optional<Password> next, Reading<Optional<Password>, Objection> current) {

    ChangePassword.Command by(Caller caller, Visit visit) {
      return new ChangePassword.Command(
          caller,
          shown(),
          demand(),
          new NewPassword.Wish(next, Optional.empty(), false),
          Optional.empty(),
          visit);
    }

    void forget() {
      next.ifPresent(Password::clear);
      shown().ifPresent(Password::clear);
    }

    private Optional<Password> shown() {
      return switch (current) {
        case Read(var password) -> password;
        case Misread(var _) -> Optional.empty();
      };
    }

    /** Where the old password cannot be read it is always demanded, so that nothing can change. */
    private Demand demand() {
      return switch (current) {
        case Read(var _) -> Demand.IF_SET;
        case Misread(var _) -> Demand.ALWAYS;
      };
    }
  }

  /** Whoever the first credential names; the others are not looked at, even if it is bad. */
  static Claim claim(Request request) {
    Optional<String> authorization = joined(request, Words.AUTHORIZATION);
    return joined(request, Words.X_AUTH_TOKEN)
        .or(() -> authorization.flatMap(value -> behind(Words.BEARER, value)))
        .or(() -> joined(request, Words.MACAROON))
        .<Claim>map(Claim.SignedToken::new)
        .or(() -> authorization.flatMap(value -> behind(Words.BASIC, value)).map(Decode::basic))
        .orElseGet(Claim.Nothing::new);
  }

  /** What there is to object to in the headers of any request. */
  static Optional<Objection> objection(Request request) {
    return joined(request, Words.ACCEPT)
        .flatMap(Decode::toAccept)
        .or(() -> toPreconditions(request));
  }

  /** The body's JSON value; no body at all is an empty object. */
  static Reading<JsonNode, Objection> body(Request request) {
    if (request.body().length == 0) {
      return new Read<>(JsonNodeFactory.instance.objectNode());
    }
    if (MediaType.of(request).filter(Decode::isJson).isEmpty()) {
      return new Misread<>(new Objection.UnsupportedMediaType());
    }
    return switch (Json.parse(request.body())) {
      case Json.Parsed.Value(JsonNode node) -> new Read<>(node);
      case Json.Parsed.Unreadable() -> new Misread<>(new Objection.Malformed());
    };
  }

  static Reading<Change, Objection> change(JsonNode body) {
    if (!body.isObject()) {
      return new Misread<>(new Objection.Malformed());
    }
    return switch (password(body, Words.NEW_PASSWORD)) {
      case Read(var next) -> new Read<>(new Change(next, password(body, Words.OLD_PASSWORD)));
      case Misread(var objection) -> new Misread<>(objection);
    };
  }

  private static Reading<Optional<Password>, Objection> password(JsonNode body, String key) {
    if (!body.has(key)) {
      return new Misread<>(new Objection.Missing(key));
    }
    JsonNode member = body.path(key);
    if (member.isNull()) {
      return new Read<>(Optional.empty());
    }
    return member.isString()
        ? new Read<>(Optional.of(Password.of(member.stringValue())))
        : new Misread<>(new Objection.NotText(key));
  }

  /** A header that is sent twice is one with a comma in it (RFC 9110 section 5.3). */
  private static Optional<String> joined(Request request, String name) {
    return request.headers().every(name).stream().reduce((one, other) -> one + ", " + other);
  }

  private static Optional<String> behind(String scheme, String value) {
    return value.startsWith(scheme)
        ? Optional.of(value.substring(scheme.length()))
        : Optional.empty();
  }

  private static Claim basic(String encoded) {
    return base64(encoded)
        .flatMap(Utf8::decode)
        .flatMap(Decode::nameAndPassword)
        .orElseGet(Claim.Garbled::new);
  }

  /** The standard alphabet with its padding; blanks in between do no harm. */
  private static Optional<byte[]> base64(String encoded) {
    String compact = encoded.replaceAll("[ \\t]", "");
    if (compact.length() % 4 != 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(Base64.getDecoder().decode(compact));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A name holds neither colons nor control characters (RFC 7617 section 2); a password may. */
  private static Optional<Claim> nameAndPassword(String pair) {
    int colon = pair.indexOf(':');
    if (colon < 0 || pair.substring(0, colon).chars().anyMatch(Character::isISOControl)) {
      return Optional.empty();
    }
    Password password = Password.of(pair.substring(colon + 1));
    return Optional.of(new Claim.NameAndPassword(pair.substring(0, colon), password));
  }

  private static Optional<Objection> toAccept(String accept) {
    Matcher range = RANGE.matcher(accept);
    boolean admitted = accept.isBlank();
    int end = 0;
    while (end < accept.length()) {
      if (!range.region(end, accept.length()).lookingAt()) {
        return Optional.of(new Objection.UnreadableAccept());
      }
      admitted |= admitsJson(range);
      end = range.end();
    }
    return admitted ? Optional.empty() : Optional.of(new Objection.NotAcceptable());
  }

  private static boolean admitsJson(Matcher range) {
    return range.start(1) >= 0
        && ADMITTING.contains(range.group(1).toLowerCase(Locale.ROOT))
        && !WEIGHTLESS.matcher(range.group(2)).find();
  }

  /** Nothing here has an entity tag, so none that is named can match. */
  private static Optional<Objection> toPreconditions(Request request) {
    boolean tagged = joined(request, Words.IF_MATCH).filter(tag -> !tag.equals("*")).isPresent();
    return tagged || request.headers().has(Words.IF_NONE_MATCH)
        ? Optional.of(new Objection.PreconditionFailed())
        : Optional.empty();
  }

  private static boolean isJson(MediaType type) {
    return type.is(Words.JSON) && CHARSETS.contains(type.charset().orElse("utf-8"));
  }
}
