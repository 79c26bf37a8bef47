package dev.rekey.http.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A client that says exactly what it is told to, byte by byte, and hears what was really said. */
final class RawClient implements AutoCloseable {

  private final Socket socket;
  private final InputStream in;

  RawClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(5_000);
    in = socket.getInputStream();
  }

  /** An answer as it was on the wire. */
  record Answer(String statusLine, List<String> fields, String body) {

    int status() {
      return Integer.parseInt(statusLine.split(" ")[1]);
    }

    boolean has(String field) {
      return fields.stream().anyMatch(field::equalsIgnoreCase);
    }

    boolean names(String name) {
      return fields.stream().anyMatch(f -> f.toLowerCase().startsWith(name + ":"));
    }
  }

  RawClient say(String text) throws IOException {
    return say(text.getBytes(UTF_8));
  }

  RawClient say(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  Answer ask(String text) throws IOException {
    return say(text).hear();
  }

  Answer hear() throws IOException {
    return hear(false);
  }

  Answer hearHead() throws IOException {
    return hear(true);
  }

  String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int c = in.read();
    while (c != '\n') {
      if (c < 0) {
        throw new IOException("closed after: " + line.toString(UTF_8));
      }
      line.write(c);
      c = in.read();
    }
    return line.toString(UTF_8).stripTrailing();
  }

  /** Tells the server that nothing more will be said. */
  RawClient fallSilent() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  /** Whether the server hangs up before long, saying nothing more. */
  boolean hearsTheEnd() throws IOException {
    return hearsTheEnd(5_000);
  }

  boolean hearsTheEnd(int millis) throws IOException {
    socket.setSoTimeout(millis);
    try {
      return in.read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (SocketException e) {
      return true;
    }
  }

  private Answer hear(boolean head) throws IOException {
    String statusLine = line();
    List<String> fields = new ArrayList<>();
    int length = 0;
    for (String field = line(); !field.isEmpty(); field = line()) {
      fields.add(field);
      if (field.toLowerCase().startsWith("content-length:")) {
        length = Integer.parseInt(field.substring(15).strip());
      }
    }
    byte[] body = in.readNBytes(head ? 0 : length);
    return new Answer(statusLine, fields, new String(body, UTF_8));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
