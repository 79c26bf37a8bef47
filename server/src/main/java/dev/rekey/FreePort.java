package dev.rekey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;

/** Finds a port that nobody listens on. */
final class FreePort {

  private FreePort() {}

  /** The port itself, unless it is 0, which means any: then one that was free a moment ago. */
  static int of(int port) {
    if (port != 0) {
      return port;
    }
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("there is no free port", e);
    }
  }
}
