package dev.rekey.dialect.onezone;

import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import java.util.List;
import java.util.function.Supplier;

/** What anybody may know of the server. */
final class ZoneRoutes {

  private final Gates gates;
  private final EncodeZone encode;

  ZoneRoutes(Gates gates, EncodeZone encode) {
    this.gates = gates;
    this.encode = encode;
  }

  List<Route> routes(String prefix) {
    return List.of(
        new Route("GET", prefix + "/configuration", show(encode::configuration)),
        new Route("GET", prefix + "/health", show(encode::healthy)),
        new Route("GET", prefix + "/privileges", show(encode::privileges)));
  }

  private Route.Handler show(Supplier<Response> answer) {
    return request -> show(request, answer);
  }

  private Response show(Request request, Supplier<Response> answer) {
    return gates.pass(request, _ -> answer.get());
  }
}
