package dev.rekey.http.engine;

import dev.rekey.http.Fields;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import io.helidon.webserver.ServerConnectionException;
import io.helidon.webserver.spi.ServerConnection;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection, listened to with a clock in hand.
 *
 * <p>Helidon times neither a head nor a body as a whole, and is lenient with chunks; every byte
 * that it reads comes through here.
 */
final class Line implements ConnectionContext {

  private static final ScopedValue<Line> CURRENT = ScopedValue.newInstance();
  private static final Duration UNLIMITED = Duration.ofDays(365);
  private static final int MOST_DROPPED = 1024 * 1024;
  private static final byte[] NOTHING = {};

  private enum Awaiting {
    REQUEST,
    REST_OF_LINE,
    HEADERS,
    BODY,
    NOTHING
  }

  private final ConnectionContext wire;
  private final EngineSettings settings;
  private final LongSupplier nanoTime;
  private final DataReader reader = DataReader.create(this::hear);
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

  private Awaiting awaiting = Awaiting.REQUEST;
  private Fields headers = Fields.none();
  private byte[] begunBody = NOTHING;
  private Optional<ChunkedFraming> chunks = Optional.empty();
  private boolean cutOff;
  private volatile long due;

  Line(ConnectionContext wire, EngineSettings settings, LongSupplier nanoTime) {
    this.wire = wire;
    this.settings = settings;
    this.nanoTime = nanoTime;
    expect(Awaiting.REQUEST, settings.readTimeout());
  }

  /** The line whose client the current thread serves. */
  static Line current() {
    return CURRENT.get();
  }

  /** Serves the client: as long as this runs, {@link #current()} is this line. */
  void serve(ServerConnection connection, Limit limit) throws InterruptedException {
    ScopedValue.where(CURRENT, this)
        .call(() -> {
          connection.handle(limit);
          return this;
        });
  }

  boolean overdue(long now) {
    return now - due > 0;
  }

  void hangUp() {
    try {
      wire.serverSocket().close();
    } catch (RuntimeException e) {
      // The client was faster.
    }
  }

  /** The request line is read; the header section begins. */
  void lineRead() {
    expect(Awaiting.HEADERS, settings.readTimeout());
    heard.reset();
    int ahead = reader.available();
    if (ahead > 0) {
      heard.writeBytes(reader.getBuffer(ahead).readBytes());
    }
  }

  /** The header section is read and was found well-formed; the body may have begun behind it. */
  void headersRead() {
    byte[] bytes = heard.toByteArray();
    heard.reset();
    int end = bytes.length - reader.available();
    headers = RawHead.fields(Arrays.copyOf(bytes, end));
    begunBody = Arrays.copyOfRange(bytes, end, bytes.length);
  }

  /** The body will be read, if there is one. */
  void bodyBegins() {
    expect(Awaiting.BODY, settings.readTimeout());
    chunks =
        headers.has("transfer-encoding") ? Optional.of(new ChunkedFraming()) : Optional.empty();
    chunks.ifPresent(framing -> framing.follow(begunBody));
  }

  /** The request is read; it takes the time it takes to answer it. */
  void requestRead() {
    begunBody = NOTHING;
    expect(Awaiting.NOTHING, UNLIMITED);
  }

  /** The client has its time to take the answer. */
  void answering() {
    expect(Awaiting.NOTHING, settings.readTimeout());
  }

  /** The answer is written; another request may come. */
  void answered() {
    headers = Fields.none();
    expect(Awaiting.REQUEST, settings.idleTimeout());
  }

  /** The client will be answered before it has said everything, and then the connection ends. */
  void cutOff() {
    cutOff = true;
  }

  /**
   * Drops for a moment what a client that was cut off still sends: closing on unread bytes would
   * reset the connection, and the answer might be lost with it.
   */
  void linger() {
    if (!cutOff) {
      return;
    }
    expect(Awaiting.NOTHING, settings.readTimeout().dividedBy(10));
    try {
      int dropped = 0;
      byte[] bytes = hear();
      while (bytes != null && dropped < MOST_DROPPED) {
        dropped += bytes.length;
        bytes = hear();
      }
    } catch (CloseConnectionException e) {
      // Gone, or out of time.
    }
  }

  /** The header fields of the request at hand, as far as they were read. */
  Fields headers() {
    return headers;
  }

  /** Whether Helidon has not yet got through the request's head. */
  boolean inHead() {
    return awaiting != Awaiting.BODY && awaiting != Awaiting.NOTHING;
  }

  /** Whether the header section is longer than it may be, as far as it was read. */
  boolean headersOverflow() {
    if (awaiting != Awaiting.HEADERS || heard.size() < settings.headerLimit()) {
      return false;
    }
    int end = heard.toString(StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
    return end < 0 || end >= settings.headerLimit();
  }

  InetAddress peer() {
    if (remotePeer().address() instanceof InetSocketAddress peer && !peer.isUnresolved()) {
      return peer.getAddress();
    }
    throw new CloseConnectionException("the client has gone");
  }

  private byte @Nullable [] hear() {
    byte[] bytes = receive();
    if (bytes != null) {
      measure(bytes);
    }
    return bytes;
  }

  private byte @Nullable [] receive() {
    try {
      return wire.serverSocket().get();
    } catch (UncheckedIOException e) {
      throw new ServerConnectionException("the client has gone, or its time is up", e);
    }
  }

  private void measure(byte[] bytes) {
    switch (awaiting) {
      case REQUEST -> expect(Awaiting.REST_OF_LINE, settings.readTimeout());
      case HEADERS -> heard.writeBytes(bytes);
      case BODY -> chunks.ifPresent(framing -> framing.follow(bytes));
      case REST_OF_LINE, NOTHING -> {}
    }
  }

  private void expect(Awaiting next, Duration within) {
    awaiting = next;
    due = nanoTime.getAsLong() + within.toNanos();
  }

  @Override
  public DataReader dataReader() {
    return reader;
  }

  @Override
  public ListenerContext listenerContext() {
    return wire.listenerContext();
  }

  @Override
  public ExecutorService executor() {
    return wire.executor();
  }

  @Override
  public DataWriter dataWriter() {
    return wire.dataWriter();
  }

  @Override
  public Router router() {
    return wire.router();
  }

  @Override
  public Optional<ProxyProtocolData> proxyProtocolData() {
    return wire.proxyProtocolData();
  }

  @Override
  public HelidonSocket serverSocket() {
    return wire.serverSocket();
  }

  @Override
  public PeerInfo remotePeer() {
    return wire.remotePeer();
  }

  @Override
  public PeerInfo localPeer() {
    return wire.localPeer();
  }

  @Override
  public boolean isSecure() {
    return wire.isSecure();
  }

  @Override
  public String socketId() {
    return wire.socketId();
  }

  @Override
  public String childSocketId() {
    return wire.childSocketId();
  }
}
