package dev.rekey.core.password;

import java.util.Base64;
import java.util.Optional;

/**
 * Base64 without padding, as PHC strings carry it, read so strictly that no value has two forms.
 */
final class PhcBase64 {

  private PhcBase64() {}

  static String encode(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }

  static Optional<byte[]> decode(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
