package dev.rekey.jose;

import java.nio.charset.StandardCharsets;

/** A key for HS256: at least 256 bits, as RFC 7518 section 3.2 demands. */
public final class HmacSecret {

  private static final int SHORTEST = 32;

  private final byte[] bytes;

  private HmacSecret(byte[] bytes) {
    if (bytes.length < SHORTEST) {
      throw new IllegalArgumentException(
          "a signing secret has at least 32 bytes (256 bits), found " + bytes.length);
    }
    this.bytes = bytes;
  }

  public static HmacSecret of(byte[] bytes) {
    return new HmacSecret(bytes.clone());
  }

  /** The text's own bytes in UTF-8, as Rails takes it: neither hex nor base64 is undone. */
  public static HmacSecret ofText(String text) {
    return new HmacSecret(text.getBytes(StandardCharsets.UTF_8));
  }

  byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public String toString() {
    return "HmacSecret[hidden]";
  }
}
