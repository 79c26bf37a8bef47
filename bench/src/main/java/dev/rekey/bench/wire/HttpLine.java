package dev.rekey.bench.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One connection that is kept alive, for one thread: a request, then its answer. Made to cost so
 * little that what is measured is the server.
 */
public final class HttpLine implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 30_000;

  private final InetSocketAddress address;
  private Socket socket = new Socket();
  private byte[] buffer = new byte[16 * 1024];
  private int from;
  private int to;
  private String origin = "";
  private long busyNanos;

  /** A line to that port of this machine; it is opened by the first request. */
  public HttpLine(int port) {
    this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /** From now on, requests say that they come from that address, as a proxy's do. */
  public void comeFrom(String clientAddress) {
    origin = "x-forwarded-for: " + clientAddress + "\r\n";
  }

  /** How long it took in all, from the first byte of a request to the last of its answer. */
  public long busyNanos() {
    return busyNanos;
  }

  /** Sends a request and waits for the answer. */
  public Answer send(Ask ask) throws IOException {
    byte[] bytes = ask.bytes(origin);
    connect();
    long begin = System.nanoTime();
    try {
      socket.getOutputStream().write(bytes);
      Answer answer = read();
      busyNanos += System.nanoTime() - begin;
      return answer;
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private void connect() throws IOException {
    if (!socket.isConnected() || socket.isClosed()) {
      socket = new Socket();
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.connect(address, PATIENCE_MILLIS);
      from = 0;
      to = 0;
    }
  }

  private Answer read() throws IOException {
    int end = endOfHead();
    String head = new String(buffer, from, end - from, StandardCharsets.ISO_8859_1);
    from = end;
    int status = Integer.parseInt(head, 9, 12, 10);
    Answer answer = new Answer(status, head, body(status, head));
    if (Answer.field(head, "connection").filter("close"::equalsIgnoreCase).isPresent()) {
      close();
    }
    return answer;
  }

  /** The first place behind the empty line. */
  private int endOfHead() throws IOException {
    int looked = from;
    while (true) {
      for (; looked + 3 < to; looked++) {
        if (buffer[looked] == '\r'
            && buffer[looked + 1] == '\n'
            && buffer[looked + 2] == '\r'
            && buffer[looked + 3] == '\n') {
          return looked + 4;
        }
      }
      looked -= fill();
    }
  }

  private String body(int status, String head) throws IOException {
    if (status == 204 || status == 304) {
      return "";
    }
    if (Answer.field(head, "transfer-encoding").isPresent()) {
      return chunks();
    }
    return take(Answer.field(head, "content-length").map(Integer::parseInt).orElse(0));
  }

  private String chunks() throws IOException {
    StringBuilder body = new StringBuilder();
    while (true) {
      int size = Integer.parseInt(line().strip(), 16);
      body.append(take(size));
      line();
      if (size == 0) {
        return body.toString();
      }
    }
  }

  private String line() throws IOException {
    int looked = from;
    while (true) {
      for (; looked < to; looked++) {
        if (buffer[looked] == '\n') {
          String line = new String(buffer, from, looked - from, StandardCharsets.ISO_8859_1);
          from = looked + 1;
          return line;
        }
      }
      looked -= fill();
    }
  }

  private String take(int count) throws IOException {
    while (to - from < count) {
      fill();
    }
    String text = new String(buffer, from, count, StandardCharsets.UTF_8);
    from += count;
    return text;
  }

  /** Reads more; how far what is there was moved to the front for it. */
  private int fill() throws IOException {
    int moved = from;
    if (from > 0) {
      System.arraycopy(buffer, from, buffer, 0, to - from);
      to -= from;
      from = 0;
    }
    if (to == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    InputStream in = socket.getInputStream();
    int got = in.read(buffer, to, buffer.length - to);
    if (got < 0) {
      throw new EOFException("the server hung up");
    }
    to += got;
    return moved;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
