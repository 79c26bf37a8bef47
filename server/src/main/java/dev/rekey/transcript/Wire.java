package dev.rekey.transcript;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One request on a connection of its own, byte for byte, and the answer as it came. */
public final class Wire {

  private static final int STATUS_AT = "HTTP/1.1 ".length();
  private static final int PATIENCE_MILLIS = 30_000;

  private Wire() {}

  /** A header field as it stood on the wire. */
  public record Header(String name, String value) {}

  /** The answer as it came. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Answer(int status, List<Header> headers, byte[] body) {

    public Optional<String> header(String name) {
      return headers.stream()
          .filter(header -> header.name().equalsIgnoreCase(name))
          .map(Header::value)
          .findFirst();
    }

    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /** Sends a request; Host, Connection and Content-Length are added where they are not given. */
  public static Answer send(int port, String line, List<String> headers, byte[] body)
      throws IOException {
    StringBuilder head = new StringBuilder(line).append("\r\n");
    headers.forEach(header -> head.append(header).append("\r\n"));
    addUnlessGiven(head, headers, "Host", "localhost:" + port);
    addUnlessGiven(head, headers, "Connection", "close");
    if (body.length > 0 && !given(headers, "Transfer-Encoding")) {
      addUnlessGiven(head, headers, "Content-Length", String.valueOf(body.length));
    }
    head.append("\r\n");
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      all.write(head.toString().getBytes(StandardCharsets.UTF_8));
      all.write(body);
      sendAsFarAsTaken(socket, all.toByteArray());
      return read(socket.getInputStream(), line.startsWith("HEAD "));
    }
  }

  /** A server that refuses a large body may answer and close before it has read all of it. */
  private static void sendAsFarAsTaken(Socket socket, byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    } catch (IOException e) {
      // The answer, if there is one, says more than this.
    }
  }

  private static boolean given(List<String> headers, String name) {
    String start = name.toLowerCase(Locale.ROOT) + ":";
    return headers.stream().anyMatch(h -> h.toLowerCase(Locale.ROOT).startsWith(start));
  }

  private static void addUnlessGiven(
      StringBuilder head, List<String> headers, String name, String value) {
    if (!given(headers, name)) {
      head.append(name).append(": ").append(value).append("\r\n");
    }
  }

  private static Answer read(InputStream in, boolean headOnly) throws IOException {
    String statusLine = line(in);
    if (!statusLine.startsWith("HTTP/1.1 ")) {
      throw new IOException("no answer, but: " + statusLine);
    }
    int status = Integer.parseInt(statusLine.substring(STATUS_AT, STATUS_AT + 3));
    List<Header> headers = new ArrayList<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.add(new Header(line.substring(0, colon), line.substring(colon + 1).strip()));
    }
    Answer head = new Answer(status, List.copyOf(headers), new byte[0]);
    if (status == 100) {
      return read(in, headOnly);
    }
    boolean empty = headOnly || status == 204 || status == 304;
    return empty ? head : new Answer(status, head.headers(), body(in, head));
  }

  private static byte[] body(InputStream in, Answer head) throws IOException {
    Optional<String> length = head.header("content-length");
    return length.isPresent() ? in.readNBytes(Integer.parseInt(length.get())) : in.readAllBytes();
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("the connection ended after: " + line);
      }
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }
}
