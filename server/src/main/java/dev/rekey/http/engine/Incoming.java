package dev.rekey.http.engine;

import dev.rekey.core.visit.Language;
import dev.rekey.core.visit.Origin;
import dev.rekey.http.Fields;
import dev.rekey.http.FormBody;
import dev.rekey.http.Ids;
import dev.rekey.http.Proxies;
import dev.rekey.http.Request;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Makes the house's request of what Helidon has read. */
final class Incoming {

  private static final byte[] NO_BODY = {};
  private static final Optional<Fields> NOTHING_ASKED = Optional.of(Fields.none());

  private final Ids ids;
  private final Proxies proxies;
  private final LongSupplier nanoTime;

  Incoming(Ids ids, Proxies proxies, LongSupplier nanoTime) {
    this.ids = ids;
    this.proxies = proxies;
    this.nanoTime = nanoTime;
  }

  Request request(Line line, String method, String target) {
    Fields headers = line.headers();
    return new Request(
        ids.of(headers),
        origin(line, headers),
        method,
        path(target),
        Map.of(),
        Fields.none(),
        headers,
        NO_BODY,
        nanoTime.getAsLong());
  }

  private Origin origin(Line line, Fields headers) {
    return new Origin(
        proxies.client(line.peer(), headers),
        headers.first("user-agent").orElse(""),
        headers.first("accept-language").flatMap(Language::asked));
  }

  static Request with(Request request, Fields query, byte[] body) {
    return new Request(
        request.id(),
        request.origin(),
        request.method(),
        request.path(),
        request.parameters(),
        query,
        request.headers(),
        body,
        request.arrivedAt());
  }

  /** The query's parameters; empty if it is ill-formed. */
  static Optional<Fields> query(String raw) {
    if (raw.isEmpty()) {
      return NOTHING_ASKED;
    }
    boolean visible = raw.chars().allMatch(c -> c > ' ' && c < 0x7f);
    return visible ? FormBody.parse(raw) : Optional.empty();
  }

  /** The path of a request target in origin-form or absolute-form (RFC 9112 section 3.2). */
  private static String path(String target) {
    int scheme = target.indexOf("://");
    int authority = scheme < 0 ? -1 : target.indexOf('/', scheme + "://".length());
    return target.startsWith("/") || authority < 0 ? target : target.substring(authority);
  }
}
