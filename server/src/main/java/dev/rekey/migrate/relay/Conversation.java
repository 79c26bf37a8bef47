package dev.rekey.migrate.relay;

import dev.rekey.transcript.Wire.Header;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client's requests, one after the other, each with its answer from the upstream. */
final class Conversation {

  private static final Logger log = LoggerFactory.getLogger(Conversation.class);

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);
  private static final Duration GLANCE = Duration.ofMillis(50);
  private static final int MOST_DROPPED = 1024 * 1024;
  private static final Header CLOSE = new Header("Connection", "close");

  private final RelaySettings settings;
  private final Onlooker onlooker;
  private final InstantSource clock;
  private final Socket client;
  private final AtomicInteger crossing;
  private final InputStream in;
  private final OutputStream out;

  /**
   * @param crossing counts the exchanges under way
   */
  Conversation(
      RelaySettings settings,
      Onlooker onlooker,
      InstantSource clock,
      Socket client,
      AtomicInteger crossing)
      throws IOException {
    this.crossing = crossing;
    this.settings = settings;
    this.onlooker = onlooker;
    this.clock = clock;
    this.client = client;
    this.in = new BufferedInputStream(client.getInputStream());
    this.out = new BufferedOutputStream(client.getOutputStream());
    client.setTcpNoDelay(true);
    client.setSoTimeout((int) settings.timeout().toMillis());
  }

  void hold() throws IOException {
    boolean more = true;
    while (more) {
      more = exchange();
    }
  }

  /** False if it was the last. */
  private boolean exchange() throws IOException {
    try {
      Optional<Head> request = Head.request(in);
      if (request.isEmpty()) {
        return false;
      }
      Framing framing = Framing.ofRequest(request.get());
      return pass(request.get(), framing);
    } catch (Malformed e) {
      apologise("400 Bad Request", "The request cannot be passed on: " + e.getMessage() + '.');
      return false;
    }
  }

  private boolean pass(Head request, Framing framing) throws IOException {
    crossing.incrementAndGet();
    try {
      return answered(request, framing);
    } finally {
      crossing.decrementAndGet();
    }
  }

  private boolean answered(Head request, Framing framing) throws IOException {
    try (Socket upstream = settings.upstream().connect(CONNECT)) {
      upstream.setSoTimeout((int) settings.timeout().toMillis());
      return new Crossing(request, framing, upstream).pass();
    } catch (Gone e) {
      throw e.cause();
    } catch (SocketTimeoutException e) {
      log.warn("{} did not answer in time: {}", settings.upstream(), e.getMessage());
      apologise("504 Gateway Timeout", "The old system behind this proxy did not answer in time.");
    } catch (IOException e) {
      log.warn("{} does not answer as it should: {}", settings.upstream(), e.getMessage());
      apologise(
          "502 Bad Gateway", "The old system behind this proxy does not answer as it should.");
    }
    return false;
  }

  private void apologise(String status, String words) throws IOException {
    byte[] body = (words + "\n").getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 "
            + status
            + "\r\nContent-Type: text/plain; charset=utf-8\r\nCache-Control: no-store\r\n"
            + "Connection: close\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    out.flush();
    linger();
  }

  /** Closing on unread bytes would reset the connection, and the answer might be lost with it. */
  private void linger() throws IOException {
    client.shutdownOutput();
    client.setSoTimeout((int) LAST_WORDS.toMillis());
    byte[] buffer = new byte[8192];
    int dropped = 0;
    for (int read = in.read(buffer); read >= 0 && dropped < MOST_DROPPED; read = in.read(buffer)) {
      dropped += read;
    }
  }

  /** The client cannot be told any more what went wrong. */
  private static final class Gone extends IOException {

    private static final long serialVersionUID = 1L;
    private final IOException cause;

    Gone(IOException cause) {
      super(cause);
      this.cause = cause;
    }

    IOException cause() {
      return cause;
    }
  }

  /** One request on its way, and the answer on its way back, both at once. */
  private final class Crossing {

    private final Head request;
    private final Framing framing;
    private final Socket upstream;
    private final InputStream from;
    private final OutputStream to;
    private final Glimpse asked = new Glimpse(settings.glimpse());
    private final Glimpse answered = new Glimpse(settings.glimpse());
    private volatile boolean sent;
    private boolean shown;

    Crossing(Head request, Framing framing, Socket upstream) throws IOException {
      this.request = request;
      this.framing = framing;
      this.upstream = upstream;
      this.from = new BufferedInputStream(upstream.getInputStream());
      this.to = new BufferedOutputStream(upstream.getOutputStream());
    }

    boolean pass() throws IOException {
      to.write(request.forNextHop(Set.of(), CLOSE).bytes());
      to.flush();
      Thread pump = Thread.ofVirtual().name("relayed body").start(this::pump);
      Head answer = answer(pump);
      join(pump, GLANCE);
      boolean more = answer(answer);
      if (!more) {
        client.shutdownInput();
      }
      join(pump, LAST_WORDS);
      return more;
    }

    private void pump() {
      try {
        new Passing(in, to, asked, () -> {}).pass(framing);
        sent = true;
      } catch (IOException e) {
        // Either the upstream wants no more, which its answer says, or the client has gone.
        endHere();
      }
    }

    private void endHere() {
      try {
        upstream.shutdownOutput();
      } catch (IOException e) {
        // It is closed.
      }
    }

    /** The final answer's head; those before it, such as 100, go to the client as they come. */
    private Head answer(Thread pump) throws IOException {
      while (true) {
        awaitFirstByte(pump);
        Head answer = Head.answer(from);
        if (answer.status() >= 200) {
          return answer;
        }
        out.write(answer.forNextHop(Set.of()).bytes());
        out.flush();
      }
    }

    /** An upstream may be silent for as long as the request is on its way. */
    private void awaitFirstByte(Thread pump) throws IOException {
      while (true) {
        boolean busy = pump.isAlive();
        from.mark(1);
        try {
          from.read();
          from.reset();
          return;
        } catch (SocketTimeoutException e) {
          if (!busy) {
            throw e;
          }
        }
      }
    }

    private boolean answer(Head answer) throws IOException {
      Framing back = Framing.ofAnswer(answer, request.method());
      boolean more = mayGoOn(back);
      try {
        say(answer, back, more);
      } catch (IOException e) {
        throw new Gone(e);
      } finally {
        show(answer);
      }
      return more && sent;
    }

    /** Shows the exchange, once. */
    private void show(Head answer) {
      if (!shown) {
        shown = true;
        onlooker.sees(
            new Passed(
                clock.instant(),
                client.getInetAddress().getHostAddress(),
                request,
                asked,
                answer,
                answered));
      }
    }

    private boolean mayGoOn(Framing back) {
      boolean asked = request.modern() && !request.says("connection", "close");
      return asked && sent && !(back instanceof Framing.UntilClose);
    }

    private void say(Head answer, Framing back, boolean more) throws IOException {
      Set<String> without = back instanceof Framing.Chunked ? Set.of("content-length") : Set.of();
      Head said = more ? answer.forNextHop(without) : answer.forNextHop(without, CLOSE);
      String version = said.line().replaceFirst("^HTTP/1\\.0", "HTTP/1.1");
      out.write(new Head(version, said.headers()).bytes());
      new Passing(from, out, answered, () -> show(answer)).pass(back);
    }

    private void join(Thread pump, Duration atMost) {
      try {
        pump.join(atMost);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
