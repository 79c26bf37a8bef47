package dev.rekey.http.engine;

/** Another program already listens on the port that the server was told to use. */
public final class PortTaken extends RuntimeException {

  private final int port;

  PortTaken(int port, Throwable cause) {
    super("Port " + port + " is taken by another program: stop it, or choose another port.", cause);
    this.port = port;
  }

  public int port() {
    return port;
  }
}
