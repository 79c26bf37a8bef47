package dev.rekey.core.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** The list that the shipped blocklist is made of, the most common first. */
final class CommonPasswords {

  private CommonPasswords() {}

  static List<String> all() throws IOException {
    return new String(bytes(), UTF_8).lines().toList();
  }

  static byte[] bytes() throws IOException {
    try (InputStream in = CommonPasswords.class.getResourceAsStream("common-passwords.txt")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }
}
