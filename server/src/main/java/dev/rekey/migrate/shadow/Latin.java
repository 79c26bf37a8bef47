package dev.rekey.migrate.shadow;

import java.nio.charset.StandardCharsets;

/** Bytes as characters, one each, so that nothing is lost on the way there and back. */
final class Latin {

  private Latin() {}

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The characters that the bytes are in UTF-8. */
  static String unicode(String text) {
    return new String(bytes(text), StandardCharsets.UTF_8);
  }
}
