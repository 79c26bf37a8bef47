package dev.rekey.config;

import java.util.Base64;

/** A text of the configuration that no log and no message may show. */
public final class Secret {

  static final String MASK = "***";

  private final String text;

  Secret(String text) {
    this.text = text;
  }

  /** The text itself, for the one who has to use it. */
  public String reveal() {
    return text;
  }

  /** The bytes that the text is the base64 of. */
  public byte[] decodeBase64() {
    return Base64.getDecoder().decode(text);
  }

  @Override
  public String toString() {
    return MASK;
  }
}
