package dev.rekey.dialect.own;

import dev.rekey.http.Fields;
import dev.rekey.http.Json;
import dev.rekey.http.Response;
import dev.rekey.http.RetryAfter;
import java.util.Optional;

/** An answer before it is written: what it says, but not yet to which request. */
sealed interface Answer {

  /** Something to read, and header fields of its own. */
  record Content(int status, Object body, Fields headers) implements Answer {}

  /** Done, and nothing to say about it. */
  record Nothing(int status) implements Answer {}

  /** Something went wrong. */
  record Trouble(Problem problem, Fields headers) implements Answer {}

  static Answer ok(Object body) {
    return new Content(200, body, Fields.none());
  }

  static Answer created(Object body) {
    return new Content(201, body, Fields.none());
  }

  static Answer created(Object body, String location) {
    return new Content(201, body, Fields.none().with(Words.LOCATION, location));
  }

  /** It will be done, if there is anything to do. */
  static Answer accepted() {
    return new Nothing(202);
  }

  static Answer done() {
    return new Nothing(204);
  }

  static Answer trouble(Problem problem) {
    Optional<Fields> later =
        problem
            .retryAfter()
            .map(wait -> Fields.none().with(Words.RETRY_AFTER, RetryAfter.of(wait)));
    return new Trouble(problem, later.orElseGet(Fields::none));
  }

  static Answer trouble(ProblemType type, String detail) {
    return trouble(Problem.of(type, detail));
  }

  static Answer trouble(ProblemType type, String detail, String header, String value) {
    return new Trouble(Problem.of(type, detail), Fields.none().with(header, value));
  }

  /** As it is written for the request of this id. */
  default Response write(String requestId) {
    return switch (this) {
      case Content(int status, Object body, Fields headers) ->
          Response.of(status)
              .with(Words.CONTENT_TYPE, Words.JSON)
              .with(headers)
              .withBody(Json.write(body));
      case Nothing(int status) -> Response.of(status);
      case Trouble(Problem problem, Fields headers) ->
          Response.of(problem.type().status())
              .with(Words.CONTENT_TYPE, Words.PROBLEM_JSON)
              .with(headers)
              .withBody(Json.write(problem.members(requestId)));
    };
  }
}
