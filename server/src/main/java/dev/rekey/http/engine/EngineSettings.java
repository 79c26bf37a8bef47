package dev.rekey.http.engine;

import java.time.Duration;
import java.util.List;

/**
 * Where the server listens, and how much and how long it listens to one client.
 *
 * @param host the address to listen on, by name or number
 * @param port 0 for any that is free
 * @param bodyLimit the largest body in bytes
 * @param headerLimit the largest header section in bytes
 * @param requestLineLimit the longest request line in bytes
 * @param readTimeout how long a client may take to send a head, as long again for a body, and as
 *     long again to take the answer
 * @param idleTimeout how long a connection may wait for its next request
 * @param trustedProxies addresses and ranges of the reverse proxies whose word is taken
 * @param maxConnections more connections than this wait to be accepted
 */
public record EngineSettings(
    String host,
    int port,
    int bodyLimit,
    int headerLimit,
    int requestLineLimit,
    Duration readTimeout,
    Duration idleTimeout,
    List<String> trustedProxies,
    int maxConnections) {

  public EngineSettings {
    trustedProxies = List.copyOf(trustedProxies);
    require(port >= 0 && port <= 65_535, "a port lies between 0 and 65535");
    require(bodyLimit > 0 && headerLimit > 0 && requestLineLimit > 0, "a limit is at least 1");
    require(readTimeout.isPositive() && idleTimeout.isPositive(), "a timeout is longer than 0");
    require(maxConnections > 0, "somebody must be able to connect");
  }

  /** The usual limits: 64 KiB of body, 16 KiB of header fields, 10 seconds of patience. */
  public static EngineSettings at(String host, int port) {
    return new EngineSettings(
        host,
        port,
        64 * 1024,
        16 * 1024,
        8 * 1024,
        Duration.ofSeconds(10),
        Duration.ofSeconds(75),
        List.of(),
        10_000);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
