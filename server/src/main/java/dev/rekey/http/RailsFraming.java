package dev.rekey.http;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The header fields that a Rails 7 application puts around every JSON answer, in its order: what
 * the clients of the Devise family have always been sent.
 *
 * <p>In order: the five security headers, {@code location}, {@code content-type}, {@code vary}, the
 * credentials, {@code set-cookie}, {@code etag}, {@code cache-control}, {@code x-request-id},
 * {@code x-runtime}.
 */
public final class RailsFraming {

  private static final Fields SECURITY =
      Fields.none()
          .with("x-frame-options", "SAMEORIGIN")
          .with("x-xss-protection", "0")
          .with("x-content-type-options", "nosniff")
          .with("x-permitted-cross-domain-policies", "none")
          .with("referrer-policy", "strict-origin-when-cross-origin");

  private static final String JSON = "application/json; charset=utf-8";
  private static final String VARY = "Accept, Origin";

  private static final Fields JSON_ALONE = SECURITY.with("content-type", JSON).with("vary", VARY);

  private static final long MICROS_PER_SECOND = 1_000_000;

  private final LongSupplier nanoTime;

  /**
   * @param nanoTime the monotonic clock that also stamped {@link Request#arrivedAt()}
   */
  public RailsFraming(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Where the parts of an answer that not every answer has come from. */
  public record Extras(
      Fields credentials, Optional<Supplier<String>> setCookie, Optional<String> location) {

    private static final Extras NONE = new Extras(Fields.none(), Optional.empty());

    public Extras(Fields credentials, Optional<Supplier<String>> setCookie) {
      this(credentials, setCookie, Optional.empty());
    }

    public static Extras none() {
      return NONE;
    }

    public static Extras of(Fields credentials) {
      return new Extras(credentials, Optional.empty());
    }

    /** The same for an answer that says where what was made is found. */
    public Extras at(String place) {
      return new Extras(credentials, setCookie, Optional.of(place));
    }
  }

  /**
   * An answer of a controller: a body that may be cached privately when it is a success, and that
   * is left out where the client says that it has the same.
   */
  public Response json(Request request, int status, byte[] body, Extras extras) {
    Response response = Response.of(status).with(opening(extras));
    return status < 300
        ? stamped(request, cacheable(request, response, body))
        : stamped(request, response.with("cache-control", "no-cache").withBody(body));
  }

  private static Response cacheable(Request request, Response response, byte[] body) {
    String etag = WeakEtag.of(body);
    Response tagged =
        response.with("etag", etag).with("cache-control", "max-age=0, private, must-revalidate");
    return WeakEtag.isKnownTo(request, etag)
        ? Response.of(304).with(tagged.headers().without("content-type"))
        : tagged.withBody(body);
  }

  /** An answer of a controller without a body: 204. */
  public Response empty(Request request, int status, Extras extras) {
    Fields fields = extended(beginning(extras).with("vary", VARY), extras);
    return stamped(request, Response.of(status).with(fields).with("cache-control", "no-cache"));
  }

  /** An answer of a controller that leads elsewhere: 302, without a body. */
  public Response redirect(Request request, String location, Extras extras) {
    Fields fields =
        SECURITY
            .with("location", location)
            .with("content-type", "text/html; charset=utf-8")
            .with("vary", VARY);
    return stamped(
        request, Response.of(302).with(extended(fields, extras)).with("cache-control", "no-cache"));
  }

  private static Fields opening(Extras extras) {
    return extras.equals(Extras.NONE)
        ? JSON_ALONE
        : extended(beginning(extras).with("content-type", JSON).with("vary", VARY), extras);
  }

  private static Fields beginning(Extras extras) {
    return extras.location().map(place -> SECURITY.with("location", place)).orElse(SECURITY);
  }

  private static Fields extended(Fields fields, Extras extras) {
    Fields more = fields.with(extras.credentials());
    return extras.setCookie().map(cookie -> more.with("set-cookie", cookie.get())).orElse(more);
  }

  /** An answer of the middleware before any controller: no security headers, not cached. */
  public Response refusal(Request request, int status, byte[] body) {
    Fields fields =
        Fields.none()
            .with("content-type", JSON)
            .with("vary", VARY)
            .with("cache-control", "no-cache");
    return stamped(request, Response.of(status).with(fields).withBody(body));
  }

  /** A page of the framework itself, such as 404: its content type spells UTF-8 in capitals. */
  public Response page(Request request, int status, byte[] body) {
    Fields fields = Fields.none().with("content-type", "application/json; charset=UTF-8");
    return stamped(request, Response.of(status).with(fields).withBody(body));
  }

  private Response stamped(Request request, Response response) {
    long micros = TimeUnit.NANOSECONDS.toMicros(nanoTime.getAsLong() - request.arrivedAt());
    return response.with(
        new Fields(
            List.of(
                new Fields.Field("x-request-id", request.id()),
                new Fields.Field("x-runtime", seconds(micros)))));
  }

  /** With six decimals. */
  private static String seconds(long micros) {
    String decimals = Long.toString(micros % MICROS_PER_SECOND);
    return micros / MICROS_PER_SECOND + "." + "0".repeat(6 - decimals.length()) + decimals;
  }
}
