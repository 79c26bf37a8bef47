package dev.rekey.http;

import dev.rekey.core.visit.Origin;
import java.util.Map;
import java.util.Optional;

/**
 * One request as it came off the wire, whole and within the limits: what a dialect decodes.
 *
 * @param id the request's id, echoed in {@code x-request-id} and written to the log
 * @param origin where it came from
 * @param method the verb, upper case as sent
 * @param path the raw path without the query
 * @param parameters the values of the matched route's {@code {names}}, percent-decoded
 * @param query the decoded query parameters
 * @param headers the header fields
 * @param body the body's bytes, empty when there is none; never larger than the configured limit
 * @param arrivedAt nanoseconds of the monotonic clock at arrival, for {@code x-runtime}
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes pass through; nobody compares requests
public record Request(
    String id,
    Origin origin,
    String method,
    String path,
    Map<String, String> parameters,
    Fields query,
    Fields headers,
    byte[] body,
    long arrivedAt) {

  public Request {
    parameters = Map.copyOf(parameters);
  }

  /** The value of a route parameter such as {@code user_id}; the route must have declared it. */
  public String parameter(String name) {
    String value = parameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the route has no parameter " + name);
    }
    return value;
  }

  /** The first value of a header field, if it was sent. */
  public Optional<String> header(String name) {
    return headers.first(name);
  }

  /** The same request with the parameters that its route found in the path. */
  public Request with(Map<String, String> found) {
    return new Request(id, origin, method, path, found, query, headers, body, arrivedAt);
  }

  @Override
  public String toString() {
    return "Request[" + id + ' ' + method + ' ' + path + ']';
  }
}
