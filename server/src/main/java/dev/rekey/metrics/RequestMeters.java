package dev.rekey.metrics;

import dev.rekey.http.FrontDoor;
import dev.rekey.http.Route;
import dev.rekey.http.Router;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * Counts and times requests by where they led, never by what was asked for: what nobody made a
 * route for is one place of its mount, and a verb that nobody knows is one verb.
 */
final class RequestMeters {

  private static final String NO_ROUTE = "none";
  private static final String OTHER_VERB = "other";
  private static final Set<String> VERBS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

  private static final Duration[] BUCKETS =
      LongStream.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final MeterRegistry registry;
  private final MeterProvider<Timer> timers;
  private final Map<Route, Place> routes = new ConcurrentHashMap<>();
  private final Map<Stray, Place> strays = new ConcurrentHashMap<>();

  RequestMeters(MeterRegistry registry) {
    this.registry = registry;
    this.timers =
        Timer.builder("rekey.http.requests")
            .description("Answered requests, from the end of the head to the answer")
            .serviceLevelObjectives(BUCKETS)
            .withRegistry(registry);
  }

  /** Where a request ends that has no route. */
  private record Stray(String mount, String verb) {}

  void answered(Router.Finding finding, String method, int status, long nanos) {
    place(finding, method).answered(status, nanos);
  }

  private Place place(Router.Finding finding, String method) {
    return switch (finding) {
      case Router.Found found -> place(found);
      case Router.Missed missed ->
          strays.computeIfAbsent(
              new Stray(missed.mount().name(), VERBS.contains(method) ? method : OTHER_VERB),
              stray -> new Place(stray.mount(), NO_ROUTE, stray.verb()));
    };
  }

  private Place place(Router.Found found) {
    Place known = routes.get(found.route());
    return known != null
        ? known
        : routes.computeIfAbsent(
            found.route(), route -> new Place(found.mount().name(), route.path(), route.method()));
  }

  void show(FrontDoor door) {
    Meters.gauge(
        registry,
        "rekey.http.requests.under.way",
        "Requests that are under way, this one too",
        door::underWay);
  }

  /** One place in the path space, with a timer for each class of status. */
  private final class Place {

    private final Tags tags;
    private final Map<Integer, Timer> byHundreds = new ConcurrentHashMap<>();

    Place(String mount, String route, String verb) {
      this.tags = Tags.of("mount", mount, "route", route, "method", verb);
    }

    void answered(int status, long nanos) {
      Integer hundreds = status / 100;
      Timer known = byHundreds.get(hundreds);
      Timer timer = known != null ? known : byHundreds.computeIfAbsent(hundreds, this::timer);
      timer.record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Integer hundreds) {
      return timers.withTags(tags.and("status", hundreds + "xx"));
    }
  }
}
