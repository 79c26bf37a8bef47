package dev.rekey.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server that answers each command as it was told, kindly unless told otherwise. */
final class ScriptedServer implements AutoCloseable {

  /** Instead of an answer: the line goes dead without a word. */
  static final String HANG_UP = "hang up";

  /** Instead of an answer: nothing, for as long as the other waits. */
  static final String SILENCE = "silence";

  private static final Map<String, String> KIND =
      Map.of(
          "hello", "220 here",
          "EHLO", "250-here\r\n250 8BITMIME",
          "DATA", "354 go on",
          "QUIT", "221 bye");

  private final Map<String, String> answers = new ConcurrentHashMap<>(KIND);
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final CountDownLatch called = new CountDownLatch(1);
  private final Optional<SSLContext> tls;
  private final boolean tlsAtOnce;
  private final ServerSocket door;

  ScriptedServer() {
    this(Optional.empty(), false);
  }

  ScriptedServer(Optional<SSLContext> tls, boolean tlsAtOnce) {
    this.tls = tls;
    this.tlsAtOnce = tlsAtOnce;
    try {
      this.door = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::listen);
  }

  /** The answer to every command with this verb; {@code hello} and {@code .} count as verbs. */
  ScriptedServer answer(String verb, String answer) {
    answers.put(verb, answer);
    return this;
  }

  int port() {
    return door.getLocalPort();
  }

  List<String> heard() {
    return List.copyOf(heard);
  }

  void awaitCall() throws InterruptedException {
    if (!called.await(20, TimeUnit.SECONDS)) {
      throw new AssertionError("nobody called");
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }

  private void listen() {
    try {
      while (true) {
        Socket socket = door.accept();
        Thread.ofVirtual().start(() -> talk(socket));
      }
    } catch (IOException e) {
      // The door was closed.
    }
  }

  private void talk(Socket socket) {
    try (Socket line = tlsAtOnce ? secure(socket) : socket) {
      called.countDown();
      if (say(line, "hello")) {
        hear(line);
      }
    } catch (IOException | InterruptedException e) {
      // The other side went away, as it may.
    }
  }

  private void hear(Socket line) throws IOException, InterruptedException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(line.getInputStream(), UTF_8));
    for (String command = reader.readLine(); command != null; command = reader.readLine()) {
      heard.add(command);
      String verb = command.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
      if (!say(line, verb)) {
        return;
      }
      if (verb.equals("STARTTLS")) {
        hear(secure(line));
        return;
      }
      if (verb.equals("DATA") && answers.get("DATA").startsWith("354")) {
        while (!".".equals(reader.readLine())) {
          // The mail itself is of no interest here.
        }
        if (!say(line, ".")) {
          return;
        }
      }
    }
  }

  private boolean say(Socket line, String verb) throws IOException, InterruptedException {
    String answer = answers.getOrDefault(verb, "250 fine");
    if (answer.equals(SILENCE)) {
      Thread.sleep(60_000);
    }
    if (answer.equals(HANG_UP)) {
      return false;
    }
    line.getOutputStream().write((answer + "\r\n").getBytes(UTF_8));
    return true;
  }

  private Socket secure(Socket plain) throws IOException {
    SSLSocket secure =
        (SSLSocket)
            tls.orElseThrow().getSocketFactory().createSocket(plain, null, plain.getPort(), true);
    secure.setUseClientMode(false);
    return secure;
  }
}
