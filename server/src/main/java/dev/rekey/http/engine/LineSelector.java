package dev.rekey.http.engine;

import io.helidon.common.buffers.BufferData;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.util.Set;
import java.util.function.LongSupplier;

/** Gives every new connection to Helidon's HTTP/1.1, with a {@link Line} in between. */
final class LineSelector implements ServerConnectionSelector {

  private final Http1ConnectionSelector http1;
  private final EngineSettings settings;
  private final Patience patience;
  private final LongSupplier nanoTime;

  LineSelector(
      Http1ConnectionSelector http1,
      EngineSettings settings,
      Patience patience,
      LongSupplier nanoTime) {
    this.http1 = http1;
    this.settings = settings;
    this.patience = patience;
    this.nanoTime = nanoTime;
  }

  /** Tells a line how far Helidon has read. */
  static final class Progress implements Http1ConnectionListener {
    @Override
    public void prologue(ConnectionContext context, HttpPrologue prologue) {
      Line.current().lineRead();
    }

    @Override
    public void headers(ConnectionContext context, Headers headers) {
      Line.current().headersRead();
    }
  }

  @Override
  public int bytesToIdentifyConnection() {
    return 0;
  }

  @Override
  public Support supports(BufferData data) {
    return Support.SUPPORTED;
  }

  @Override
  public Set<String> supportedApplicationProtocols() {
    return http1.supportedApplicationProtocols();
  }

  @Override
  public ServerConnection connection(ConnectionContext context) {
    Line line = new Line(context, settings, nanoTime);
    return new LineConnection(line, http1.connection(line), patience);
  }
}
