package dev.rekey.jose;

import java.time.Duration;

/** The rule for how long a signed token may be good. */
final class Lifetimes {

  private Lifetimes() {}

  /** The claims count in seconds (RFC 7519 section 2), so a lifetime does. */
  static void check(Duration lifetime) {
    if (!lifetime.isPositive() || lifetime.toNanosPart() != 0) {
      throw new IllegalArgumentException(
          "a token's lifetime is a positive number of whole seconds, found: " + lifetime);
    }
  }
}
