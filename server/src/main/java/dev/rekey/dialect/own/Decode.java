package dev.rekey.dialect.own;

import dev.rekey.core.account.Handle;
import dev.rekey.core.proof.Claim;
import dev.rekey.dialect.Reading;
import dev.rekey.http.Request;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From a request to what every operation wants of it: the claim, the key, the account meant. */
final class Decode {

  private static final Pattern BEARER =
      Pattern.compile("bearer +([A-Za-z0-9._~+/-]+=*) *", Pattern.CASE_INSENSITIVE);

  /** A string of RFC 9651 section 3.3.3, or what clients make of it that know no such thing. */
  private static final Pattern KEY =
      Pattern.compile("\"([\\x21\\x23-\\x7e]{1,255})\"|([\\x21\\x23-\\x7e]{1,255})");

  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

  private static final Pattern JSON_RANGE =
      Pattern.compile(
          "(?:\\*/\\*|application/\\*|application/json|application/problem\\+json)[ \\t]*(;.*)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NO_WEIGHT =
      Pattern.compile(".*;[ \\t]*q=0(?:\\.0{0,3})?[ \\t]*(;.*)?", Pattern.CASE_INSENSITIVE);

  private Decode() {}

  /** RFC 6750 section 2.1. */
  static Claim claim(Request request) {
    List<String> fields = request.headers().every("authorization");
    if (fields.isEmpty()) {
      return new Claim.Nothing();
    }
    Matcher bearer = BEARER.matcher(fields.getFirst());
    return fields.size() == 1 && bearer.matches()
        ? new Claim.BearerToken(bearer.group(1))
        : new Claim.Garbled();
  }

  /** The key under which a request is done once, if it bears one. */
  static Reading<Optional<String>, Problem> idempotencyKey(Request request) {
    List<String> fields = request.headers().every(Words.IDEMPOTENCY_KEY);
    if (fields.isEmpty()) {
      return new Reading.Read<>(Optional.empty());
    }
    Matcher key = KEY.matcher(fields.getFirst().strip());
    return fields.size() == 1 && key.matches()
        ? new Reading.Read<>(Optional.of(key.group(1) == null ? key.group(2) : key.group(1)))
        : new Reading.Misread<>(
            Problem.of(
                ProblemType.INVALID_IDEMPOTENCY_KEY,
                "An idempotency key is 1 to 255 visible characters, in quotation marks or not."));
  }

  /** Whether the caller can do with JSON (RFC 9110 section 12.5.1). */
  static boolean acceptsJson(Request request) {
    List<String> fields = request.headers().every("accept");
    return fields.isEmpty()
        || fields.stream()
            .flatMap(field -> Pattern.compile(",").splitAsStream(field))
            .map(String::strip)
            .anyMatch(Decode::leavesRoom);
  }

  private static boolean leavesRoom(String range) {
    return JSON_RANGE.matcher(range).matches() && !NO_WEIGHT.matcher(range).matches();
  }

  /** The account that the path names; empty for what can be nobody's id. */
  static Optional<Handle> whose(Request request) {
    return Optional.of(request.parameter("id"))
        .filter(id -> ID.matcher(id).matches())
        .map(Handle.Hex32::new);
  }

  /** What becomes of a command, or the problem instead of it. */
  static <C> Answer answer(Reading<C, Problem> reading, Function<C, Answer> work) {
    return switch (reading) {
      case Reading.Read<C, Problem>(C command) -> work.apply(command);
      case Reading.Misread<C, Problem>(Problem problem) -> misread(problem);
    };
  }

  private static Answer misread(Problem problem) {
    return problem.type() == ProblemType.UNSUPPORTED_MEDIA_TYPE
        ? Answer.trouble(problem.type(), problem.detail(), Words.ACCEPT, Words.JSON)
        : Answer.trouble(problem);
  }
}
