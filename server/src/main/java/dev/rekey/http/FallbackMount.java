package dev.rekey.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers, in plain JSON, for the paths that no wire owns. */
public final class FallbackMount implements Mount {

  @Override
  public String name() {
    return "none";
  }

  @Override
  public List<String> prefixes() {
    return List.of();
  }

  @Override
  public PathRules pathRules() {
    return new PathRules(false, false, false);
  }

  @Override
  public List<Route> routes() {
    return List.of();
  }

  @Override
  public Response fault(Request request, Fault fault) {
    return switch (fault) {
      case Fault.UnknownPath() -> plain(404, "Not Found");
      case Fault.UnknownMethod(var allowed) ->
          plain(405, "Method Not Allowed").with("allow", String.join(", ", allowed));
      case Fault.TooLarge _ -> plain(413, "Content Too Large");
      case Fault.HeadTooLarge() -> plain(431, "Request Header Fields Too Large");
      case Fault.Malformed() -> plain(400, "Bad Request");
      case Fault.Draining(var retryAfter) ->
          plain(503, "Service Unavailable").with("retry-after", RetryAfter.of(retryAfter));
      case Fault.Incident(var id) -> incident(id);
    };
  }

  private static Response plain(int status, String error) {
    return json(status, Json.write(words(status, error)));
  }

  private static Response incident(String id) {
    Map<String, Object> words = words(500, "Internal Server Error");
    words.put("incident", id);
    return json(500, Json.write(words));
  }

  private static Map<String, Object> words(int status, String error) {
    Map<String, Object> words = new LinkedHashMap<>();
    words.put("status", status);
    words.put("error", error);
    return words;
  }

  private static Response json(int status, byte[] body) {
    return Response.of(status).with("content-type", "application/json").withBody(body);
  }
}
