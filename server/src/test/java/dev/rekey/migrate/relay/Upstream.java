package dev.rekey.migrate.relay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** An upstream that says exactly what it is told to, and keeps exactly what it hears. */
final class Upstream implements AutoCloseable {

  /** What is done with one connection. */
  @FunctionalInterface
  interface Manner {
    void serve(InputStream in, OutputStream out) throws IOException, InterruptedException;
  }

  private final ServerSocket door;
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  Upstream(Manner manner) {
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(() -> listen(manner));
  }

  /** One that hears a request to the end of its head and answers these bytes. */
  static Upstream answering(String answer) {
    return answering(answer.getBytes(StandardCharsets.ISO_8859_1));
  }

  static Upstream answering(byte[] answer) {
    return new Upstream((in, out) -> {
      out.write(answer);
      out.flush();
    });
  }

  private void listen(Manner manner) {
    try {
      while (true) {
        Socket socket = door.accept();
        Thread.ofVirtual().start(() -> serve(socket, manner));
      }
    } catch (IOException e) {
      // Over.
    }
  }

  private void serve(Socket socket, Manner manner) {
    try (socket) {
      InputStream in = socket.getInputStream();
      heard.add(head(in));
      manner.serve(in, socket.getOutputStream());
    } catch (IOException e) {
      // The relay has gone.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int b = in.read();
      if (b < 0) {
        break;
      }
      head.write(b);
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  int port() {
    return door.getLocalPort();
  }

  /** The next request's head, as it came. */
  String heard() throws InterruptedException {
    return heard.take();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
