package dev.rekey.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Well-formed UTF-8 or nothing: overlong forms, encoded surrogates and cut sequences are refused
 * (RFC 3629 section 3).
 */
public final class Utf8 {

  /** What stands in a text for bytes that were none, or because somebody wrote it. */
  private static final char REPLACEMENT = '\uFFFD';

  private Utf8() {}

  public static Optional<String> decode(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0 ? Optional.of(text) : strictly(bytes);
  }

  private static Optional<String> strictly(byte[] bytes) {
    try {
      // A new decoder reports malformed input instead of replacing it.
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
