package dev.rekey.transcript;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One request on a connection of its own, byte for byte, and the answer as it came. */
public final class Wire {

  private static final int STATUS_AT = "HTTP/1.1 ".length();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MOST_LINES = 1_000;
  private static final int LONGEST_LINE = 64 * 1024;

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
    return send(Site.local(port), line, headers, body);
  }

  /** Sends a request to any site; what is not given is added as above. */
  public static Answer send(Site site, String line, List<String> headers, byte[] body)
      throws IOException {
    StringBuilder head = new StringBuilder(line).append("\r\n");
    headers.forEach(header -> head.append(header).append("\r\n"));
    addUnlessGiven(head, headers, "Host", site.authority());
    addUnlessGiven(head, headers, "Connection", "close");
    if (body.length > 0 && !given(headers, "Transfer-Encoding")) {
      addUnlessGiven(head, headers, "Content-Length", String.valueOf(body.length));
    }
    head.append("\r\n");
    try (Socket socket = site.connect(PATIENCE)) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
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
    if (!statusLine.matches("HTTP/1\\.[01] [1-9]\\d\\d( .*)?")) {
      throw new IOException("no answer, but: " + statusLine);
    }
    int status = Integer.parseInt(statusLine.substring(STATUS_AT, STATUS_AT + 3));
    List<Header> headers = new ArrayList<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      if (colon < 0 || headers.size() == MOST_LINES) {
        throw new IOException("no header field of an answer: " + line);
      }
      headers.add(new Header(line.substring(0, colon), line.substring(colon + 1).strip()));
    }
    Answer head = new Answer(status, List.copyOf(headers), new byte[0]);
    if (status < 200) {
      return read(in, headOnly);
    }
    boolean empty = headOnly || status == 204 || status == 304;
    return empty ? head : new Answer(status, head.headers(), body(in, head));
  }

  private static byte[] body(InputStream in, Answer head) throws IOException {
    if (head.header("transfer-encoding").filter("chunked"::equalsIgnoreCase).isPresent()) {
      return chunks(in);
    }
    Optional<String> length = head.header("content-length");
    return length.isPresent() ? in.readNBytes(number(length.get(), 10)) : in.readAllBytes();
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
      body.write(in.readNBytes(size));
      line(in);
    }
    return body.toByteArray();
  }

  private static int chunkSize(InputStream in) throws IOException {
    return number(line(in).split(";", 2)[0].strip(), 16);
  }

  private static int number(String digits, int radix) throws IOException {
    try {
      return Integer.parseUnsignedInt(digits, radix);
    } catch (NumberFormatException e) {
      throw new IOException("no length of an answer: " + digits, e);
    }
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0 || line.size() == LONGEST_LINE) {
        throw new IOException("the connection ended after: " + line);
      }
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }
}
