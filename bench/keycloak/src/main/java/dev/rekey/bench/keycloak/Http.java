package dev.rekey.bench.keycloak;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One kept-alive HTTP/1.1 connection to a server on this machine, on a blocking socket. */
final class Http implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 60_000;

  private final int port;
  private Optional<Line> line = Optional.empty();

  Http(int port) {
    this.port = port;
  }

  /** A request. */
  record Request(String method, String path, Map<String, String> fields, String body) {

    static Request get(String path) {
      return new Request("GET", path, Map.of(), "");
    }

    static Request json(String method, String path, String body) {
      return new Request(method, path, Map.of("content-type", "application/json"), body);
    }

    static Request form(String path, String... pairs) {
      StringBuilder body = new StringBuilder();
      for (int at = 0; at < pairs.length; at += 2) {
        body.append(at == 0 ? "" : "&").append(pairs[at]).append('=');
        body.append(URLEncoder.encode(pairs[at + 1], UTF_8));
      }
      return new Request(
          "POST",
          path,
          Map.of("content-type", "application/x-www-form-urlencoded"),
          body.toString());
    }

    Request bearing(String token) {
      Map<String, String> more = new HashMap<>(fields);
      more.put("authorization", token.startsWith("Bearer ") ? token : "Bearer " + token);
      return new Request(method, path, more, body);
    }

    private byte[] bytes(int port) {
      byte[] sent = body.getBytes(UTF_8);
      StringBuilder head = new StringBuilder(256);
      head.append(method).append(' ').append(path).append(" HTTP/1.1\r\n");
      head.append("host: 127.0.0.1:").append(port).append("\r\n");
      fields.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
      if (!method.equals("GET")) {
        head.append("content-length: ").append(sent.length).append("\r\n");
      }
      byte[] start = head.append("\r\n").toString().getBytes(ISO_8859_1);
      byte[] whole = new byte[start.length + sent.length];
      System.arraycopy(start, 0, whole, 0, start.length);
      System.arraycopy(sent, 0, whole, start.length, sent.length);
      return whole;
    }
  }

  /** An answer; the names of its fields are in lower case. */
  record Answer(int status, Map<String, String> fields, String body) {

    /** The text of a JSON member, wherever it stands. */
    String text(String member) {
      String before = "\"" + member + "\":\"";
      int from = body.indexOf(before);
      int to = from < 0 ? -1 : body.indexOf('"', from + before.length());
      if (to < 0) {
        throw new WrongAnswer("no text member " + member + " in an answer " + status);
      }
      return body.substring(from + before.length(), to);
    }

    String field(String name) {
      String value = fields.get(name);
      if (value == null) {
        throw new WrongAnswer("no field " + name + " in an answer " + status);
      }
      return value;
    }
  }

  /** An answer that is not the one that the work is about. */
  static final class WrongAnswer extends RuntimeException {
    WrongAnswer(String what) {
      super(what);
    }
  }

  private record Line(Socket socket, InputStream in) {

    static Line to(int port) throws IOException {
      Socket socket = new Socket();
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
      return new Line(socket, new BufferedInputStream(socket.getInputStream(), 16_384));
    }
  }

  /** Asks, and refuses any status but that one. */
  Answer expect(int status, Request request) throws IOException {
    Answer answer = ask(request);
    if (answer.status() != status) {
      String body = answer.body();
      throw new WrongAnswer(
          "%s %s: %d instead of %d: %s"
              .formatted(
                  request.method(),
                  request.path(),
                  answer.status(),
                  status,
                  body.substring(0, Math.min(300, body.length()))));
    }
    return answer;
  }

  Answer ask(Request request) throws IOException {
    try {
      return askOnce(request);
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private Answer askOnce(Request request) throws IOException {
    Line now = line.isPresent() ? line.get() : Line.to(port);
    line = Optional.of(now);
    now.socket().getOutputStream().write(request.bytes(port));
    Answer answer = read(now.in());
    if ("close".equalsIgnoreCase(answer.fields().get("connection"))) {
      close();
    }
    return answer;
  }

  private static Answer read(InputStream in) throws IOException {
    String first = readLine(in);
    if (!first.matches("HTTP/1\\.1 [0-9]{3}.*")) {
      throw new IOException("no status line: " + first);
    }
    int status = Integer.parseInt(first.substring(9, 12));
    Map<String, String> fields = new HashMap<>();
    for (String field = readLine(in); !field.isEmpty(); field = readLine(in)) {
      int colon = field.indexOf(':');
      fields.put(
          field.substring(0, colon).toLowerCase(Locale.ROOT), field.substring(colon + 1).trim());
    }
    return new Answer(status, fields, new String(body(in, status, fields), UTF_8));
  }

  private static byte[] body(InputStream in, int status, Map<String, String> fields)
      throws IOException {
    if (status == 204 || status == 304) {
      return new byte[0];
    }
    if ("chunked".equalsIgnoreCase(fields.get("transfer-encoding"))) {
      return chunks(in);
    }
    String length = fields.get("content-length");
    if (length == null) {
      throw new IOException("an answer without a length");
    }
    return exactly(in, Integer.parseInt(length));
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (int size = chunk(in); size > 0; size = chunk(in)) {
      whole.write(exactly(in, size));
      readLine(in);
    }
    while (!readLine(in).isEmpty()) {
      // Trailers are of no interest.
    }
    return whole.toByteArray();
  }

  private static int chunk(InputStream in) throws IOException {
    return Integer.parseInt(readLine(in).split(";", 2)[0].trim(), 16);
  }

  private static byte[] exactly(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the server hung up in the middle of a body");
    }
    return bytes;
  }

  private static String readLine(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder(64);
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the server hung up");
      }
      if (next != '\r') {
        text.append((char) next);
      }
    }
    return text.toString();
  }

  @Override
  public void close() {
    line.ifPresent(open -> {
      try {
        open.socket().close();
      } catch (IOException e) {
        // Gone is gone.
      }
    });
    line = Optional.empty();
  }
}
