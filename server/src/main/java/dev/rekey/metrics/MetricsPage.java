package dev.rekey.metrics;

import dev.rekey.http.FallbackMount;
import dev.rekey.http.Fault;
import dev.rekey.http.Mount;
import dev.rekey.http.PathRules;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import java.util.List;
import java.util.function.Function;

/** The page that Prometheus reads. */
final class MetricsPage implements Mount {

  private static final String PLAIN = "text/plain; charset=utf-8";

  private final String path;
  private final Readers readers;
  private final Function<Format, byte[]> scrape;
  private final FallbackMount words = new FallbackMount();

  MetricsPage(String path, Readers readers, Function<Format, byte[]> scrape) {
    this.path = path;
    this.readers = readers;
    this.scrape = scrape;
  }

  @Override
  public String name() {
    return "metrics";
  }

  @Override
  public List<String> prefixes() {
    return List.of(path);
  }

  @Override
  public PathRules pathRules() {
    return new PathRules(false, false, false);
  }

  @Override
  public List<Route> routes() {
    return List.of(new Route("GET", path, this::show));
  }

  private Response show(Request request) {
    return readers.include(request) ? page(Format.of(request)) : refusal();
  }

  private Response page(Format format) {
    return Response.of(200)
        .with("content-type", format.contentType())
        .with("cache-control", "no-store")
        .withBody(scrape.apply(format));
  }

  private Response refusal() {
    return switch (readers) {
      case Readers.Local() ->
          Response.of(403)
              .with("content-type", PLAIN)
              .withBody("Metrics are read from this machine alone; see metrics.access.\n");
      case Readers.Bearers _ ->
          Response.of(401)
              .with("content-type", PLAIN)
              .with("www-authenticate", "Bearer")
              .withBody("Metrics want the bearer token of metrics.token-file.\n");
      case Readers.Anybody() -> throw new IllegalStateException("nobody is refused");
    };
  }

  @Override
  public Response fault(Request request, Fault fault) {
    return words.fault(request, fault);
  }
}
