package dev.rekey.http;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where every request comes in and every answer goes out: whatever happens between, there is an
 * answer, in the words of the wire that owns the path.
 *
 * <p>It logs ids, verbs and route templates; never a query, a header or a body.
 */
public final class FrontDoor {

  private static final Logger log = LoggerFactory.getLogger(FrontDoor.class);

  /** What the engine alone writes. */
  private static final Set<String> FRAMING =
      Set.of("connection", "content-length", "date", "transfer-encoding");

  private final Router router;
  private final Supplier<String> incidentIds;
  private final LongSupplier nanoTime;
  private final RequestWatch watch;
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicReference<Optional<Fault.Draining>> draining =
      new AtomicReference<>(Optional.empty());

  /**
   * @param incidentIds short random ids, by which an operator finds the log's line
   * @param nanoTime the monotonic clock that also stamps {@link Request#arrivedAt()}
   */
  public FrontDoor(Router router, Supplier<String> incidentIds, LongSupplier nanoTime) {
    this(router, incidentIds, nanoTime, RequestWatch.none());
  }

  /** The same, with somebody who is told of every answer. */
  public FrontDoor(
      Router router, Supplier<String> incidentIds, LongSupplier nanoTime, RequestWatch watch) {
    this.router = router;
    this.incidentIds = incidentIds;
    this.nanoTime = nanoTime;
    this.watch = watch;
  }

  /**
   * One request on its way through the house, from its head to the last byte of its answer. Whoever
   * came while the door was open is answered, even if it is closed meanwhile.
   */
  public final class Passage implements AutoCloseable {

    private final Optional<Fault.Draining> closed = draining.get();

    private Passage() {
      underWay.incrementAndGet();
    }

    @Override
    public void close() {
      underWay.decrementAndGet();
    }
  }

  /** A request's head is here; until the passage is closed the house is not idle. */
  public Passage enter() {
    return new Passage();
  }

  /** Answers a whole request; never throws. */
  public Response answer(Request request) {
    try (Passage passage = enter()) {
      return answer(request, passage);
    }
  }

  /** Answers a request whose head came earlier; never throws. */
  public Response answer(Request request, Passage passage) {
    return noted(request, router.find(request.method(), request.path()), passage.closed);
  }

  /** Answers a request that the engine could not read to its end; never throws. */
  public Response refuse(Request request, Fault fault) {
    return noted(request, new Router.Missed(router.ownerOf(request.path()), fault), draining.get());
  }

  /** Answers a request over which the engine itself stumbled; never throws. */
  public Response apologise(Request request, Throwable cause) {
    Mount owner = router.ownerOf(request.path());
    Response response = incident(request, owner, "the engine", cause);
    return told(request, new Router.Missed(owner, new Fault.Malformed()), response);
  }

  /** From now on new requests are refused; those under way go on to their end. */
  public void drain(Duration retryAfter) {
    draining.set(Optional.of(new Fault.Draining(retryAfter)));
  }

  public boolean draining() {
    return draining.get().isPresent();
  }

  /** Whether no request is under way. */
  public boolean idle() {
    return underWay.get() == 0;
  }

  /** How many requests are under way. */
  public int underWay() {
    return underWay.get();
  }

  private Response noted(Request request, Router.Finding finding, Optional<Fault.Draining> closed) {
    Response response = told(request, finding, spoken(request, finding, closed));
    if (log.isDebugEnabled()) {
      long micros = TimeUnit.NANOSECONDS.toMicros(nanoTime.getAsLong() - request.arrivedAt());
      log.debug(
          "{} {} {} {} {}us",
          request.id(),
          verb(request),
          finding.place(),
          response.status(),
          micros);
    }
    return response;
  }

  private Response told(Request request, Router.Finding finding, Response response) {
    long nanos = nanoTime.getAsLong() - request.arrivedAt();
    watch.answered(finding, request.method(), response.status(), nanos);
    return response;
  }

  private Response spoken(
      Request request, Router.Finding finding, Optional<Fault.Draining> closed) {
    try {
      return sound(readable(request, finding, closed));
    } catch (Throwable cause) {
      return incident(request, finding.mount(), finding.place(), cause);
    }
  }

  private static Response readable(
      Request request, Router.Finding finding, Optional<Fault.Draining> closed) {
    Optional<Cors> cors = finding.mount().cors();
    Response response =
        cors.flatMap(one -> one.preflight(request))
            .orElseGet(() -> words(request, finding, closed));
    return cors.map(one -> one.readable(request, response)).orElse(response);
  }

  private static Response words(
      Request request, Router.Finding finding, Optional<Fault.Draining> closed) {
    if (closed.isPresent()) {
      return finding.mount().fault(request, closed.get());
    }
    return switch (finding) {
      case Router.Found(_, var route, var parameters) ->
          route.handler().handle(request.with(parameters));
      case Router.Missed(var mount, var fault) -> mount.fault(request, fault);
    };
  }

  private Response incident(Request request, Mount owner, String place, Throwable cause) {
    String id = incidentIds.get();
    Response response;
    try {
      response = sound(owner.fault(request, new Fault.Incident(id)));
    } catch (Throwable speechless) {
      response = Response.of(500);
      if (!speechless.equals(cause)) {
        cause.addSuppressed(speechless);
      }
    }
    log.error("incident {} at {} {}", id, verb(request), place, cause);
    return response;
  }

  /** An answer that cannot be written as it is must not half get onto the wire. */
  private static Response sound(Response response) {
    for (Fields.Field field : response.headers().all()) {
      if (!isToken(field.name()) || FRAMING.contains(field.name().toLowerCase(Locale.ROOT))) {
        throw new IllegalStateException("an answer has a header named '" + field.name() + "'");
      }
      if (breaksLine(field.value())) {
        throw new IllegalStateException("an answer's header breaks its line: " + field.name());
      }
    }
    return response;
  }

  private static boolean isToken(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c <= ' ' || c >= 0x7f || c == ':') {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private static boolean breaksLine(String value) {
    return value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0 || value.indexOf('\0') >= 0;
  }

  /** The verb is the caller's to choose: only a short token reaches the log. */
  private static String verb(Request request) {
    String method = request.method();
    return method.length() <= 16 && isToken(method) ? method : "?";
  }
}
