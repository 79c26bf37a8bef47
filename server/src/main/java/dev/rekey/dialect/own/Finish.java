package dev.rekey.dialect.own;

import dev.rekey.http.Fields;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.WeakEtag;
import java.util.Arrays;

/** What every answer of this wire bears, and what becomes of one that the caller has already. */
final class Finish {

  private Finish() {}

  static Response of(Request request, Response response) {
    Response plain = response.with(Words.REQUEST_ID, request.id()).with(Words.NO_SNIFF, "nosniff");
    return isSafe(request) && response.status() == 200
        ? revalidated(request, plain)
        : plain.with(Words.CACHE_CONTROL, Words.KEEP_NOTHING);
  }

  static boolean isSafe(Request request) {
    return request.method().equals("GET") || request.method().equals("HEAD");
  }

  private static Response revalidated(Request request, Response response) {
    String etag = WeakEtag.of(response.body());
    Response tagged = response.with(Words.CACHE_CONTROL, Words.ASK_AGAIN).with(Words.ETAG, etag);
    return isKnown(request, etag)
        ? new Response(304, withoutContent(tagged.headers()), new byte[0])
        : tagged;
  }

  private static Fields withoutContent(Fields headers) {
    return headers.without(Words.CONTENT_TYPE);
  }

  /** A weak comparison (RFC 9110 section 13.1.2). */
  private static boolean isKnown(Request request, String etag) {
    return request.headers().every("if-none-match").stream()
        .flatMap(field -> Arrays.stream(field.split(",", -1)))
        .map(String::strip)
        .anyMatch(tag -> tag.equals("*") || tag.equals(etag) || ("W/" + tag).equals(etag));
  }
}
