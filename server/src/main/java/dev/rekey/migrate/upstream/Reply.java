package dev.rekey.migrate.upstream;

import dev.rekey.http.Json;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the old system said. */
final class Reply {

  private static final int MOST_SECONDS = 3600;

  private final int status;
  private final HttpHeaders headers;
  private final byte[] body;

  Reply(int status, HttpHeaders headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body.clone();
  }

  int status() {
    return status;
  }

  boolean isGood() {
    return status == 200 || status == 201;
  }

  /** The JSON object that it holds. */
  ObjectNode object() {
    if (Json.parse(Json.withoutMark(body)) instanceof Json.Parsed.Value(JsonNode node)
        && node instanceof ObjectNode object) {
      return object;
    }
    throw Unanswered.odd("no-json");
  }

  /** The header field, if it is there once. */
  Optional<String> header(String name) {
    return Optional.of(headers.allValues(name))
        .filter(values -> values.size() == 1)
        .map(values -> values.getFirst())
        .filter(value -> !value.isBlank());
  }

  /** What it is when it is neither yes nor no. */
  Unanswered neither() {
    if (status == 429) {
      return Unanswered.down("status-429", retryAfter());
    }
    if (status >= 500) {
      return Unanswered.down("status-" + status, retryAfter());
    }
    return Unanswered.odd(status >= 300 && status < 400 ? "redirect" : "status-" + status);
  }

  private Duration retryAfter() {
    return header("retry-after")
        .filter(text -> text.matches("[0-9]{1,9}"))
        .map(text -> Duration.ofSeconds(Math.min(Integer.parseInt(text), MOST_SECONDS)))
        .orElse(Duration.ZERO);
  }

  @Override
  public String toString() {
    return "Reply[" + status + ']';
  }
}
