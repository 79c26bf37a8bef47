package dev.rekey.argon2;

import java.util.Base64;
import java.util.Optional;

/** Base64 as PHC strings have it: without padding, and every value spelt in one way only. */
final class PhcBase64 {

  private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getDecoder();

  private PhcBase64() {}

  static String encode(byte[] bytes) {
    return ENCODER.encodeToString(bytes);
  }

  /** Refuses padding, foreign letters, and bits behind the last byte that are not zero. */
  static Optional<byte[]> decode(String text) {
    try {
      byte[] bytes = DECODER.decode(text);
      return encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
