package dev.rekey.http.engine;

import dev.rekey.http.FrontDoor;
import dev.rekey.http.Ids;
import dev.rekey.http.Proxies;
import io.helidon.http.encoding.ContentEncodingContext;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.function.LongSupplier;

/** The HTTP/1.1 server: Helidon on virtual threads, one for each connection. */
public final class HelidonServer {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(10);
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);
  private static final Duration GLANCE = Duration.ofMillis(10);

  private final WebServer server;
  private final int port;
  private final FrontDoor door;
  private final Patience patience;
  private final LongSupplier nanoTime;

  private HelidonServer(
      WebServer server, FrontDoor door, Patience patience, LongSupplier nanoTime) {
    this.server = server;
    this.port = server.port();
    this.door = door;
    this.patience = patience;
    this.nanoTime = nanoTime;
  }

  /**
   * Listens and answers from now on.
   *
   * @param nanoTime the monotonic clock
   * @throws PortTaken if another program listens on the port
   * @throws UncheckedIOException if the address cannot be listened on for another reason
   */
  public static HelidonServer start(
      EngineSettings settings, FrontDoor door, Ids ids, LongSupplier nanoTime) {
    probe(settings);
    Patience patience = new Patience(nanoTime, settings.readTimeout());
    Incoming incoming = new Incoming(ids, new Proxies(settings.trustedProxies()), nanoTime);
    WebServer server =
        helidon(settings, new LineSelector(http1(settings), settings, patience, nanoTime))
            .directHandlers(new Refusals(door, incoming, settings.bodyLimit()).everywhere())
            .routing(routing -> routing.any(new Exchange(door, incoming, settings.bodyLimit())))
            .build()
            .start();
    if (!server.isRunning()) {
      patience.close();
      throw new IllegalStateException("the server did not start; Helidon's log says why");
    }
    return new HelidonServer(server, door, patience, nanoTime);
  }

  /** The port that is really listened on. */
  public int port() {
    return port;
  }

  /**
   * Refuses new requests, waits for those under way, and stops; returns within the given time and
   * two seconds.
   */
  public void stop(Duration atMost) {
    door.drain(RETRY_AFTER);
    boolean interrupted = waitUntilIdle(atMost);
    server.stop();
    patience.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** True if the wait was cut short: Helidon would not stop on an interrupted thread. */
  private boolean waitUntilIdle(Duration atMost) {
    long end = nanoTime.getAsLong() + atMost.toNanos();
    try {
      while (!door.idle() && nanoTime.getAsLong() - end < 0) {
        Thread.sleep(GLANCE);
      }
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }

  private static WebServerConfig.Builder helidon(EngineSettings settings, LineSelector lines) {
    return WebServer.builder()
        .host(settings.host())
        .port(settings.port())
        .protocolsDiscoverServices(false)
        .addConnectionSelector(lines)
        .contentEncoding(
            ContentEncodingContext.builder().contentEncodingsDiscoverServices(false).build())
        .maxPayloadSize(settings.bodyLimit())
        .maxTcpConnections(settings.maxConnections())
        .connectionOptions(options -> options.tcpNoDelay(true))
        .shutdownGracePeriod(LAST_WORDS)
        .shutdownHook(false)
        .featuresDiscoverServices(false);
  }

  /** The query is looked at in {@link Incoming}: Helidon would refuse Rails' brackets in it. */
  private static Http1ConnectionSelector http1(EngineSettings settings) {
    Http1Config config =
        Http1Config.builder()
            .maxPrologueLength(settings.requestLineLimit())
            .maxHeadersSize(settings.headerLimit())
            .validatePrologue(false)
            .sendKeepAliveHeader(false)
            .log(log -> log.receiveLog(false).sendLog(false))
            .addReceiveListener(new LineSelector.Progress())
            .build();
    return Http1ConnectionSelector.builder().config(config).build();
  }

  /** Tries the address beforehand: of a failure, Helidon only writes to its log. */
  private static void probe(EngineSettings settings) {
    try (ServerSocketChannel channel = ServerSocketChannel.open()) {
      channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      channel.bind(new InetSocketAddress(InetAddress.getByName(settings.host()), settings.port()));
    } catch (BindException e) {
      if (String.valueOf(e.getMessage()).contains("in use")) {
        throw new PortTaken(settings.port(), e);
      }
      throw cannotListen(settings, e);
    } catch (IOException e) {
      throw cannotListen(settings, e);
    }
  }

  private static UncheckedIOException cannotListen(EngineSettings settings, IOException cause) {
    String where = settings.host() + " port " + settings.port();
    return new UncheckedIOException("cannot listen on " + where, cause);
  }
}
