package dev.rekey.http;

import java.util.Locale;
import java.util.Optional;
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
  private static final double NANOS_PER_SECOND = 1e9;

  private final LongSupplier nanoTime;

  /**
   * @param nanoTime the monotonic clock that also stamped {@link Request#arrivedAt()}
   */
  public RailsFraming(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Where the parts of an answer that not every answer has come from. */
  public record Extras(Fields credentials, Optional<Supplier<String>> setCookie) {

    public static Extras none() {
      return new Extras(Fields.none(), Optional.empty());
    }

    public static Extras of(Fields credentials) {
      return new Extras(credentials, Optional.empty());
    }
  }

  /** An answer of a controller: a body that may be cached privately when it is a success. */
  public Response json(Request request, int status, byte[] body, Extras extras) {
    Fields fields =
        SECURITY
            .with("content-type", JSON)
            .with("vary", "Accept, Origin")
            .with(extras.credentials());
    if (extras.setCookie().isPresent()) {
      fields = fields.with("set-cookie", extras.setCookie().get().get());
    }
    if (status < 300) {
      fields =
          fields
              .with("etag", WeakEtag.of(body))
              .with("cache-control", "max-age=0, private, must-revalidate");
    } else {
      fields = fields.with("cache-control", "no-cache");
    }
    return stamped(request, Response.of(status).with(fields).withBody(body));
  }

  /** An answer of a controller without a body: 204. */
  public Response empty(Request request, int status, Extras extras) {
    Fields fields =
        SECURITY
            .with("vary", "Accept, Origin")
            .with(extras.credentials())
            .with("cache-control", "no-cache");
    return stamped(request, Response.of(status).with(fields));
  }

  /** An answer of the middleware before any controller: no security headers, not cached. */
  public Response refusal(Request request, int status, byte[] body) {
    Fields fields =
        Fields.none()
            .with("content-type", JSON)
            .with("vary", "Accept, Origin")
            .with("cache-control", "no-cache");
    return stamped(request, Response.of(status).with(fields).withBody(body));
  }

  /** A page of the framework itself, such as 404: its content type spells UTF-8 in capitals. */
  public Response page(Request request, int status, byte[] body) {
    Fields fields = Fields.none().with("content-type", "application/json; charset=UTF-8");
    return stamped(request, Response.of(status).with(fields).withBody(body));
  }

  private Response stamped(Request request, Response response) {
    double seconds = (nanoTime.getAsLong() - request.arrivedAt()) / NANOS_PER_SECOND;
    return response
        .with("x-request-id", request.id())
        .with("x-runtime", String.format(Locale.ROOT, "%.6f", seconds));
  }
}
