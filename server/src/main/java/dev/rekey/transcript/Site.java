package dev.rekey.transcript;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** A server that requests are sent to: its scheme, host and port. */
public record Site(boolean tls, String host, int port) {

  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final Duration KNOCK = Duration.ofSeconds(5);

  /** A server on this machine. */
  public static Site local(int port) {
    return new Site(false, "localhost", port);
  }

  /**
   * The site of a base URL such as {@code https://old.example.org:8443}.
   *
   * @throws IllegalArgumentException if it is something else, such as a URL with a path
   */
  public static Site of(String url) {
    URI uri = parsed(url.strip());
    boolean tls = "https".equalsIgnoreCase(uri.getScheme());
    require(tls || "http".equalsIgnoreCase(uri.getScheme()), "it begins with http:// or https://");
    require(uri.getHost() != null, "it names a host");
    require(uri.getRawUserInfo() == null, "it holds no name and password");
    require(
        (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/")) && uri.getRawQuery() == null,
        "it ends behind the port: the paths are those of the wire");
    int port = uri.getPort() < 0 ? (tls ? HTTPS : HTTP) : uri.getPort();
    return new Site(tls, uri.getHost(), port);
  }

  /** What is no URL may still hold a password, so it is not repeated. */
  private static URI parsed(String url) {
    try {
      return new URI(url).parseServerAuthority();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("it is written as no URL is", e);
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** The host and, where it is not the scheme's own, the port, as {@code Host} has them. */
  public String authority() {
    return port == (tls ? HTTPS : HTTP) ? host : host + ':' + port;
  }

  /** An open connection; the certificate of a TLS server is checked, and its name. */
  public Socket connect(Duration patience) throws IOException {
    Socket plain = new Socket();
    try {
      plain.connect(new InetSocketAddress(address(), port), (int) patience.toMillis());
      plain.setTcpNoDelay(true);
      return tls ? secured(plain, patience) : plain;
    } catch (IOException | RuntimeException e) {
      plain.close();
      throw e;
    }
  }

  /**
   * Connects and leaves again.
   *
   * @throws IOException if nobody is there
   */
  public void knock() throws IOException {
    connect(KNOCK).close();
  }

  private Socket secured(Socket plain, Duration patience) throws IOException {
    plain.setSoTimeout((int) patience.toMillis());
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket socket = (SSLSocket) factory.createSocket(plain, address(), port, true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  /** Without the brackets that a URL puts around an IPv6 address. */
  private String address() {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  @Override
  public String toString() {
    return (tls ? "https://" : "http://") + authority();
  }
}
