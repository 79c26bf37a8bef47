package dev.rekey.http;

import java.util.ArrayList;
import java.util.List;

/** A wire for tests: plain text, faults by their names. */
public final class ToyMount implements Mount {

  private final String name;
  private final String prefix;
  private final PathRules rules;
  private final List<Route> routes = new ArrayList<>();

  public ToyMount(String name, String prefix, PathRules rules) {
    this.name = name;
    this.prefix = prefix;
    this.rules = rules;
  }

  public static ToyMount strict(String name, String prefix) {
    return new ToyMount(name, prefix, new PathRules(false, false, false));
  }

  public ToyMount route(String method, String path, Route.Handler handler) {
    routes.add(new Route(method, path, handler));
    return this;
  }

  public ToyMount route(String method, String path) {
    return route(method, path, _ -> Response.of(204));
  }

  public static Response text(int status, String text) {
    return Response.of(status).with("content-type", "text/plain").withBody(text);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> prefixes() {
    return List.of(prefix);
  }

  @Override
  public PathRules pathRules() {
    return rules;
  }

  @Override
  public List<Route> routes() {
    return routes;
  }

  @Override
  public Response fault(Request request, Fault fault) {
    return switch (fault) {
      case Fault.UnknownPath() -> text(404, name + ": unknown path");
      case Fault.UnknownMethod(var allowed) -> text(405, name + ": only " + allowed);
      case Fault.TooLarge(var limit) -> text(413, name + ": more than " + limit);
      case Fault.HeadTooLarge() -> text(431, name + ": head too large");
      case Fault.Malformed() -> text(400, name + ": malformed");
      case Fault.Draining(var after) ->
          text(503, name + ": draining").with("retry-after", "" + after.toSeconds());
      case Fault.Incident(var id) -> text(500, name + ": incident " + id);
    };
  }
}
