package dev.rekey.dialect.tokenauth;

import dev.rekey.core.policy.Violation;
import dev.rekey.dialect.tokenauth.Decode.Misreading;
import dev.rekey.http.Fault;
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
import org.jspecify.annotations.Nullable;

/** The shapes that all answers of devise_token_auth have in common, and its words for faults. */
final class Encode {

  private final RailsFraming framing;

  Encode(RailsFraming framing) {
    this.framing = framing;
  }

  Response json(Request request, int status, Map<String, ?> body, Extras credentials) {
    return framing.json(request, status, Json.write(body), credentials);
  }

  /** A refusal without credentials. */
  Response refusal(Request request, int status, String text) {
    return json(request, status, refusal(text), Extras.none());
  }

  /** A page of another application, with something for it in the address. */
  Response landing(Request request, String location, Extras credentials) {
    return framing.redirect(request, location, credentials);
  }

  /** There is no such thing here: the page of the framework. */
  Response notFound(Request request) {
    return page(request, 404, "Not Found");
  }

  /** A request that cannot even be read. */
  Response unreadable(Request request) {
    return page(request, 400, "Bad Request");
  }

  Response tooMany(Request request, Duration retryAfter) {
    return waiting(refusal(request, 429, Words.TOO_MANY), retryAfter);
  }

  Response busy(Request request, Duration retryAfter) {
    return waiting(refusal(request, 503, Words.BUSY), retryAfter);
  }

  Response fault(Request request, Fault fault) {
    return switch (fault) {
      case Fault.UnknownPath _, Fault.UnknownMethod _ -> notFound(request);
      case Fault.TooLarge(int _) -> page(request, 413, "Content Too Large");
      case Fault.HeadTooLarge() -> page(request, 431, "Request Header Fields Too Large");
      case Fault.Malformed() -> unreadable(request);
      case Fault.Draining(Duration retryAfter) ->
          waiting(page(request, 503, "Service Unavailable"), retryAfter);
      case Fault.Incident(String id) ->
          page(request, 500, "Internal Server Error").with("x-incident-id", id);
    };
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

  static Map<String, @Nullable Object> refusal(String text) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("success", false);
    body.put("errors", List.of(text));
    return body;
  }

  /** The same as the resource of accounts says it. */
  static Map<String, @Nullable Object> refusalWithStatus(String text) {
    Map<String, @Nullable Object> body = refusal(text);
    body.put("status", "error");
    return body;
  }

  /** What is wrong with each attribute, and all of it in whole sentences. */
  static Map<String, Object> errors(List<? extends Violation> violations) {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    for (Violation violation : violations) {
      texts
          .computeIfAbsent(Words.attribute(violation), _ -> new ArrayList<>())
          .add(Words.text(violation));
    }
    return withSentences(texts);
  }

  /** The same for a parameter of a kind that it cannot have. */
  static Map<String, Object> errors(Misreading.NotText misreading) {
    return withSentences(Map.of(misreading.parameter(), List.of("is invalid")));
  }

  private static Map<String, Object> withSentences(Map<String, List<String>> texts) {
    Map<String, Object> errors = new LinkedHashMap<>(texts);
    errors.put(
        "full_messages",
        texts.entrySet().stream()
            .flatMap(e -> e.getValue().stream().map(text -> Words.label(e.getKey()) + ' ' + text))
            .toList());
    return errors;
  }
}
