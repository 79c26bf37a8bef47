package dev.rekey.dialect.ocariot;

import dev.rekey.core.account.Handle;
import dev.rekey.http.Json;
import dev.rekey.http.Response;
import dev.rekey.http.RetryAfter;
import dev.rekey.http.WeakEtag;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The answers that several resources give, and the shape of all of them. */
final class Answers {

  private Answers() {}

  static Response ok(Object body) {
    return json(200, body);
  }

  static Response created(Object body) {
    return json(201, body);
  }

  static Response noContent() {
    return empty(204);
  }

  /** A page of a list, and how many entries there are in all. */
  static Response page(Object body, long total) {
    return counted(ok(body), total);
  }

  static Response counted(Response response, long total) {
    return response.with("X-Total-Count", Long.toString(total));
  }

  static Response notFound(Resource what) {
    return error(404, what.notFound(), what.gone());
  }

  /** The same words where what is missing is not what was asked for. */
  static Response notFoundBefore(Resource what) {
    return error(400, what.notFound(), what.gone());
  }

  static Response taken(Resource what) {
    return error(409, what.taken());
  }

  static Response noSuchChildren(List<Handle.Hex24> ids) {
    String listed = ids.stream().map(Handle.Hex24::value).collect(Collectors.joining(", "));
    return error(400, Words.CHILDREN_FIRST, Words.WITHOUT_REGISTRATION + listed);
  }

  static Response noSuchInstitution() {
    return error(400, Words.NO_INSTITUTION, Words.INSTITUTION_FIRST);
  }

  static Response futureDate(String date) {
    return error(400, "Datetime: " + date + ", cannot be used!", Words.NO_FUTURE);
  }

  static Response invalid(String description) {
    return error(400, Words.FIELDS_INVALID, description);
  }

  static Response forbidden() {
    return error(403, Words.FORBIDDEN, Words.NO_PERMISSION);
  }

  static Response unauthorized(String description) {
    Map<String, Object> error = errorObject(401, Words.UNAUTHORIZED);
    error.put("description", description);
    error.put("redirect_link", Words.WHERE_TO_SIGN_IN);
    return json(401, error);
  }

  static Response tooMany(Duration retryAfter) {
    return later(error(429, Words.TOO_MANY, Words.WAIT), retryAfter);
  }

  static Response overloaded(Duration retryAfter) {
    return later(error(503, Words.UNAVAILABLE, Words.BUSY), retryAfter);
  }

  static Response closing(Duration retryAfter) {
    return later(error(503, Words.UNAVAILABLE, Words.CLOSING), retryAfter);
  }

  static Response error(int status, String message, String description) {
    Map<String, Object> error = errorObject(status, message);
    error.put("description", description);
    return json(status, error);
  }

  static Response error(int status, String message) {
    return json(status, errorObject(status, message));
  }

  static Response empty(int status) {
    return Response.of(status).with(Words.GATEWAY);
  }

  private static Map<String, Object> errorObject(int status, String message) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", status);
    error.put("message", message);
    return error;
  }

  private static Response later(Response response, Duration retryAfter) {
    return response.with("Retry-After", RetryAfter.of(retryAfter));
  }

  private static Response json(int status, Object body) {
    byte[] bytes = Json.write(body);
    return empty(status)
        .with("Content-Type", Words.JSON)
        .with("ETag", WeakEtag.of(bytes))
        .withBody(bytes);
  }
}
