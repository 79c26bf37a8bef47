package dev.rekey.http;

import java.time.Duration;
import java.util.SortedSet;

/**
 * What can be wrong with a request before any meaning is looked at, and what befell it by accident.
 *
 * <p>The front door finds it; the dialect that owns the path has the words for it.
 */
public sealed interface Fault {

  /** No route of the mount has this path. Expected: 404. */
  record UnknownPath() implements Fault {}

  /** The path is known, the verb is not. Expected: 405 or, where the wire says so, 404. */
  record UnknownMethod(SortedSet<String> allowed) implements Fault {}

  /** The body is larger than {@code limit} bytes. Expected: 413. */
  record TooLarge(int limit) implements Fault {}

  /**
   * The header section or the request line is larger than the server takes. Expected: 431 or 414.
   */
  record HeadTooLarge() implements Fault {}

  /** Not a well-formed HTTP request: bad request line, header, path encoding or framing. */
  record Malformed() implements Fault {}

  /** The server is shutting down and takes no new work. Expected: 503 with {@code Retry-After}. */
  record Draining(Duration retryAfter) implements Fault {}

  /** Something broke inside; the log knows it under this id. Expected: 500. */
  record Incident(String id) implements Fault {}
}
