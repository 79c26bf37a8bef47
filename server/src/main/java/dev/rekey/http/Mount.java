package dev.rekey.http;

import java.util.List;
import java.util.Optional;

/**
 * A dialect at its place in the path space: the routes it answers and its words for accidents.
 *
 * <p>Every request whose path lies under one of the {@code prefixes} belongs to the mount with the
 * longest such prefix, so that even a 404 or a 500 is spoken in that wire's shape.
 */
public interface Mount {

  /** The mount's name, for logs and metrics, such as {@code devise}. */
  String name();

  /** Path prefixes that belong to this mount, such as {@code /api/v1/users}; no trailing slash. */
  List<String> prefixes();

  /** How this wire compares paths. */
  PathRules pathRules();

  /** The routes, with full paths (prefix included). */
  List<Route> routes();

  /** Who else's pages may read the answers; none where the wire says that itself or nobody may. */
  default Optional<Cors> cors() {
    return Optional.empty();
  }

  /** The answer, in this wire's shape, to what went wrong before or beside a route's own work. */
  Response fault(Request request, Fault fault);
}
