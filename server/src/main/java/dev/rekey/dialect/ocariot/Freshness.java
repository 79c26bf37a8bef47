package dev.rekey.dialect.ocariot;

import dev.rekey.http.Fields;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says "not modified" to whoever has the very answer already (RFC 9110 section 13.1.2). */
final class Freshness {

  private static final Pattern NO_CACHE = Pattern.compile("(?:^|,)\\s*no-cache\\s*(?:,|$)");

  private Freshness() {}

  /** The answer to a request that reads something. */
  static Response of(Request request, Response response) {
    return response.status() == 200 && isKnown(request, response)
        ? notModified(response)
        : response;
  }

  private static boolean isKnown(Request request, Response response) {
    Optional<String> tag = response.headers().first("ETag");
    return tag.isPresent()
        && !wantsAllAgain(request)
        && request.headers().every("if-none-match").stream()
            .flatMap(tags -> Stream.of(tags.split(",")))
            .map(String::strip)
            .anyMatch(known -> known.equals("*") || opaque(known).equals(opaque(tag.get())));
  }

  private static boolean wantsAllAgain(Request request) {
    return request
        .header("cache-control")
        .filter(text -> NO_CACHE.matcher(text).find())
        .isPresent();
  }

  /** Weak comparison: the text without the sign that says how strong it is. */
  private static String opaque(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }

  private static Response notModified(Response response) {
    Fields kept =
        new Fields(
            response.headers().all().stream()
                .filter(field -> !field.name().equals("Content-Type"))
                .toList());
    return Response.of(304).with(kept);
  }
}
