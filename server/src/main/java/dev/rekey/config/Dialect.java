package dev.rekey.config;

import java.util.Arrays;
import java.util.Optional;

/** The dialects that a mount can speak, and where their documents put them. */
enum Dialect {
  DEVISE("/api/v1/users"),
  OCARIOT("/v1"),
  ONEZONE("/api/v3/onezone"),
  TOKENAUTH("/auth"),
  OWN("/rekey/v1");

  private final String prefix;

  Dialect(String prefix) {
    this.prefix = prefix;
  }

  String prefix() {
    return prefix;
  }

  /** The dialect that a mount of this name speaks unless told otherwise. */
  static Optional<Dialect> named(String mount) {
    return Arrays.stream(values())
        .filter(dialect -> Words.kebab(dialect).equals(mount))
        .findFirst();
  }
}
