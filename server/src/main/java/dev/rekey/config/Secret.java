package dev.rekey.config;

import java.util.Base64;

/** A configured secret; only who asks for it by name sees it. */
public final class Secret {

  private final String value;

  Secret(String value) {
    this.value = value;
  }

  /** The text as configured. */
  public String reveal() {
    return value;
  }

  /** The bytes, for secrets that are written in base64. */
  public byte[] decodeBase64() {
    return Base64.getDecoder().decode(value);
  }

  @Override
  public String toString() {
    return "Secret[hidden]";
  }
}
