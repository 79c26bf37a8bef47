package dev.rekey.http;

import dev.rekey.core.visit.Origin;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Requests for tests, as if they had come off the wire. */
public final class Requests {

  private Requests() {}

  public static Request of(String method, String path) {
    return of(method, path, Fields.none(), "");
  }

  public static Request withHeader(String name, String value) {
    return of("GET", "/", Fields.none().with(name, value), "");
  }

  public static Request of(String method, String path, Fields headers, String body) {
    return new Request(
        "request-1",
        new Origin("192.0.2.1", "test"),
        method,
        path,
        Map.of(),
        Fields.none(),
        headers,
        body.getBytes(StandardCharsets.UTF_8),
        0);
  }
}
