package dev.rekey.http;

import dev.rekey.core.token.Sha256;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The entity tag of a Rack application: weak, from the first half of the body's SHA-256 (RFC 9110
 * section 8.8.3).
 */
public final class WeakEtag {

  private static final int BYTES = 16;

  private WeakEtag() {}

  /** The header field's value, such as {@code W/"44136fa355b3678a1146ad16f7e8649e"}. */
  public static String of(byte[] body) {
    byte[] half = Arrays.copyOf(Sha256.of(body), BYTES);
    return "W/\"" + HexFormat.of().formatHex(half) + '"';
  }

  /**
   * Whether the client asks for something that it has already (RFC 9110 section 13.1.2): a GET or
   * HEAD whose {@code If-None-Match} names the tag.
   */
  static boolean isKnownTo(Request request, String etag) {
    if (!request.headers().has("if-none-match")) {
      return false;
    }
    boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
    return reads
        && request.headers().every("if-none-match").stream()
            .flatMap(field -> Arrays.stream(field.split(",", -1)))
            .map(String::strip)
            .anyMatch(tag -> tag.equals("*") || opaque(tag).equals(opaque(etag)));
  }

  /** A weak comparison looks at what is between the quotation marks alone. */
  private static String opaque(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }
}
