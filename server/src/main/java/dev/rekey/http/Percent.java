package dev.rekey.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Percent-decoding without mercy: two hex digits after each {@code %}, well-formed UTF-8 after all.
 */
final class Percent {

  private Percent() {}

  /** A path segment (RFC 3986 section 2.1): a plus is a plus. */
  static Optional<String> decode(String raw) {
    if (raw.indexOf('%') < 0) {
      return Optional.of(raw);
    }
    return bytes(raw).flatMap(Utf8::decode);
  }

  /** A name or a value of a form or a query: a plus is a blank. */
  static Optional<String> decodeForm(String raw) {
    return decode(raw.replace('+', ' '));
  }

  private static Optional<byte[]> bytes(String raw) {
    byte[] encoded = raw.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(encoded.length);
    for (int i = 0; i < encoded.length; i++) {
      if (encoded[i] != '%') {
        decoded.write(encoded[i]);
        continue;
      }
      if (!hexAt(encoded, i + 1) || !hexAt(encoded, i + 2)) {
        return Optional.empty();
      }
      decoded.write(
          (HexFormat.fromHexDigit(encoded[i + 1]) << 4) | HexFormat.fromHexDigit(encoded[i + 2]));
      i += 2;
    }
    return Optional.of(decoded.toByteArray());
  }

  private static boolean hexAt(byte[] bytes, int index) {
    return index < bytes.length && HexFormat.isHexDigit(bytes[index]);
  }
}
