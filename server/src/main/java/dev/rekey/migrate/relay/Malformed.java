package dev.rekey.migrate.relay;

import java.io.IOException;

/** A message that is no HTTP/1.1, or whose end two readers could see in two places. */
final class Malformed extends IOException {

  private static final long serialVersionUID = 1L;

  Malformed(String message) {
    super(message);
  }
}
