package dev.rekey.http;

import java.util.List;
import java.util.Optional;

/**
 * Which pages of other origins may read a mount's answers, and which of their header fields (WHATWG
 * Fetch, CORS protocol). Nothing here admits anybody: no cookie counts, only what a page's own
 * script sends.
 *
 * @param origins such as {@code https://app.example.org}; {@code *} for every one, none for none
 * @param exposed header fields that a page's script may read
 */
public record Cors(List<String> origins, List<String> exposed) {

  private static final String METHODS = "GET, POST, PUT, PATCH, DELETE, OPTIONS, HEAD";

  private static final String ONE_DAY = "86400";

  public Cors {
    origins = List.copyOf(origins);
    exposed = List.copyOf(exposed);
  }

  /** The answer to a browser that asks before it sends the request itself. */
  Optional<Response> preflight(Request request) {
    Optional<String> method = request.headers().first("access-control-request-method");
    if (!request.method().equals("OPTIONS") || method.isEmpty() || !admits(request)) {
      return Optional.empty();
    }
    Response plain =
        Response.of(200)
            .with("access-control-allow-methods", METHODS)
            .with("access-control-max-age", ONE_DAY);
    return Optional.of(
        request
            .headers()
            .first("access-control-request-headers")
            .map(wanted -> plain.with("access-control-allow-headers", wanted))
            .orElse(plain));
  }

  /** The answer as a page of another origin may read it. */
  Response readable(Request request, Response response) {
    if (!admits(request)) {
      return response;
    }
    Response open =
        response
            .with("access-control-allow-origin", allowed(request))
            .with("access-control-expose-headers", String.join(", ", exposed));
    return everybody() ? open : open.with("vary", "Origin");
  }

  private boolean admits(Request request) {
    return request
        .headers()
        .first("origin")
        .filter(origin -> everybody() || origins.contains(origin))
        .isPresent();
  }

  private String allowed(Request request) {
    return everybody() ? "*" : request.headers().first("origin").orElseThrow();
  }

  private boolean everybody() {
    return origins.contains("*");
  }
}
