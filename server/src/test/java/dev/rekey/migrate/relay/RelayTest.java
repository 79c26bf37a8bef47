package dev.rekey.migrate.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rekey.transcript.Site;
import dev.rekey.transcript.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** What the relay passes on, what it does not, and what it says when there is nobody behind it. */
class RelayTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

  private final BlockingQueue<Passed> seen = new LinkedBlockingQueue<>();

  private Relay before(int port) {
    return before(port, Duration.ofSeconds(30));
  }

  private Relay before(int port, Duration timeout) {
    return Relay.start(
        new RelaySettings(Site.local(port), "127.0.0.1", 0, timeout, 1_000, 50),
        seen::add,
        InstantSource.system());
  }

  private static String raw(int port, String request) throws IOException {
    return new String(
        raw(port, request.getBytes(StandardCharsets.ISO_8859_1)), StandardCharsets.ISO_8859_1);
  }

  private static byte[] raw(int port, byte[] request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
      return socket.getInputStream().readAllBytes();
    }
  }

  @Test
  void aRequestArrivesAsItWasSent() throws Exception {
    try (Upstream upstream = Upstream.answering(OK);
        Relay relay = before(upstream.port())) {
      raw(
          relay.port(),
          "PATCH /a//b/../c%2Fd;x=|{}?user[email]=\u00e4&&q=%zz HTTP/1.1\r\nhost: old.example.org\r\n"
              + "UID: z\u00c3\u00bc@example.org\r\nX-b: 2\r\nx-A: 1\r\nx-A: 0\r\n"
              + "Connection: close, X-Hop\r\nX-Hop: 1\r\nKeep-Alive: 5\r\nTE: trailers\r\n"
              + "Upgrade: h2c\r\nX-Forwarded-For: 10.1.1.1\r\n\r\n");

      assertThat(upstream.heard())
          .isEqualTo(
              "PATCH /a//b/../c%2Fd;x=|{}?user[email]=\u00e4&&q=%zz HTTP/1.1\r\nhost: old.example.org\r\n"
                  + "UID: z\u00c3\u00bc@example.org\r\nX-b: 2\r\nx-A: 1\r\nx-A: 0\r\n"
                  + "X-Forwarded-For: 10.1.1.1\r\nConnection: close\r\n\r\n");
    }
  }

  @Test
  void anAnswerArrivesAsItWasSent() throws Exception {
    String head =
        "HTTP/1.1 299 Rather Fine\r\nx-Z: 1\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\nx-a: \u00c3\u00a9\r\n";
    try (Upstream upstream =
            Upstream.answering(head + "Keep-Alive: 9\r\nContent-Length: 3\r\n\r\n\0\u00ff\n");
        Relay relay = before(upstream.port())) {
      assertThat(raw(relay.port(), "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
          .isEqualTo(head + "Content-Length: 3\r\nConnection: close\r\n\r\n\0\u00ff\n");
    }
  }

  @Test
  void chunksAndTrailersPassAsTheyAre() throws Exception {
    String chunks = "3;note=x\r\nabc\r\n0\r\nX-Sum: 6\r\n\r\n";
    try (Upstream upstream =
            new Upstream((in, out) -> {
              byte[] body = in.readNBytes(chunks.length());
              out.write(
                  "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                      .getBytes(StandardCharsets.US_ASCII));
              out.write(body);
            });
        Relay relay = before(upstream.port())) {
      assertThat(
              raw(
                  relay.port(),
                  "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                      + chunks))
          .endsWith("\r\n\r\n" + chunks);
      assertThat(new String(seen.take().asked().bytes(), StandardCharsets.US_ASCII))
          .isEqualTo("abc");
    }
  }

  @Test
  void aLargeBodyPassesByteForByteAndOnlyItsBeginningIsKept() throws Exception {
    byte[] body = new byte[3_000_000];
    new Random(7).nextBytes(body);
    try (Upstream upstream =
            new Upstream((in, out) -> {
              byte[] came = in.readNBytes(body.length);
              out.write(
                  ("HTTP/1.1 200 OK\r\nContent-Length: " + came.length + "\r\n\r\n")
                      .getBytes(StandardCharsets.US_ASCII));
              out.write(came);
            });
        Relay relay = before(upstream.port())) {
      Wire.Answer answer = Wire.send(relay.port(), "PUT /file HTTP/1.1", List.of(), body);

      assertThat(answer.body()).isEqualTo(body);
      Passed passed = seen.take();
      assertThat(passed.asked().bytes()).hasSize(1_000);
      assertThat(passed.asked().whole()).isFalse();
    }
  }

  @Test
  void whoHasTheWholeAnswerMayTakeTheNextStepAndIsSeenToTakeItAfterwards() throws Exception {
    Semaphore mayGoOn = new Semaphore(0);
    try (Upstream upstream = Upstream.answering(OK);
        Relay relay =
            Relay.start(
                new RelaySettings(
                    Site.local(upstream.port()), "127.0.0.1", 0, Duration.ofSeconds(30), 1_000, 50),
                passed -> {
                  mayGoOn.acquireUninterruptibly();
                  seen.add(passed);
                },
                InstantSource.system());
        Socket client = new Socket(InetAddress.getLoopbackAddress(), relay.port())) {
      int all = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi".length();
      client.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      client.setSoTimeout(300);
      assertThatThrownBy(() -> client.getInputStream().readNBytes(all))
          .as("all of the answer, while it has not been seen")
          .isInstanceOf(SocketTimeoutException.class);
      mayGoOn.release();
      client.setSoTimeout(60_000);
      assertThat(client.getInputStream().readAllBytes()).isNotEmpty();
      assertThat(seen).hasSize(1);
    }
  }

  @Test
  void bytesOfAnAnswerDoNotWaitForTheNext() throws Exception {
    CountDownLatch firstArrived = new CountDownLatch(1);
    try (Upstream upstream =
            new Upstream((in, out) -> {
              out.write(
                  "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\na"
                      .getBytes(StandardCharsets.US_ASCII));
              out.flush();
              firstArrived.await();
              out.write('b');
            });
        Relay relay = before(upstream.port());
        Socket client = new Socket(InetAddress.getLoopbackAddress(), relay.port())) {
      client
          .getOutputStream()
          .write(
              "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      String soFar = "";
      while (!soFar.endsWith("\r\n\r\na")) {
        soFar += (char) client.getInputStream().read();
      }
      firstArrived.countDown();
      assertThat(client.getInputStream().read()).isEqualTo('b');
    }
  }

  @Test
  void aBodyThatWaitsForContinueGetsIt() throws Exception {
    try (Upstream upstream =
            new Upstream((in, out) -> {
              out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
              out.flush();
              in.readNBytes(4);
              out.write(OK.getBytes(StandardCharsets.US_ASCII));
            });
        Relay relay = before(upstream.port());
        Socket client = new Socket(InetAddress.getLoopbackAddress(), relay.port())) {
      OutputStream out = client.getOutputStream();
      out.write(
          "PUT / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
      InputStream in = client.getInputStream();
      assertThat(new String(in.readNBytes(25), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
      out.write("body".getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(in.readAllBytes(), StandardCharsets.US_ASCII)).endsWith("hi");
    }
  }

  @Test
  void anAnswerWithoutABodyHasNone() throws Exception {
    try (Upstream upstream = Upstream.answering("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n");
        Relay relay = before(upstream.port())) {
      assertThat(raw(relay.port(), "HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
          .endsWith("Content-Length: 500\r\nConnection: close\r\n\r\n");
    }
  }

  @Test
  void severalRequestsUseOneConnection() throws Exception {
    try (Upstream upstream = Upstream.answering(OK);
        Relay relay = before(upstream.port())) {
      String both =
          raw(
              relay.port(),
              "GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

      assertThat(both.split("hi", -1)).hasSize(3);
    }
  }

  @Test
  void nobodyBehindItIsSaidPlainly() throws Exception {
    int nobody;
    try (ServerSocket closed = new ServerSocket(0)) {
      nobody = closed.getLocalPort();
    }
    try (Relay relay = before(nobody)) {
      Wire.Answer answer =
          Wire.send(relay.port(), "POST / HTTP/1.1", List.of(), new byte[] {1, 2, 3});

      assertThat(answer.status()).isEqualTo(502);
      assertThat(answer.text()).contains("old system");
      assertThat(seen).isEmpty();
    }
  }

  @Test
  void silenceBehindItIsSaidPlainly() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try (Upstream upstream = new Upstream((in, out) -> never.await());
        Relay relay = before(upstream.port(), Duration.ofMillis(200))) {
      assertThat(Wire.send(relay.port(), "GET / HTTP/1.1", List.of(), new byte[0]).status())
          .isEqualTo(504);
    }
  }

  @Test
  void nonsenseBehindItIsSaidPlainly() throws Exception {
    for (String nonsense :
        List.of(
            "",
            "SSH-2.0-x\r\n\r\n",
            "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nabc",
            "HTTP/1.1 200 OK\r\nx: " + "y".repeat(200_000) + "\r\n\r\n")) {
      try (Upstream upstream = Upstream.answering(nonsense);
          Relay relay = before(upstream.port())) {
        assertThat(Wire.send(relay.port(), "GET / HTTP/1.1", List.of(), new byte[0]).status())
            .as(nonsense.substring(0, Math.min(40, nonsense.length())))
            .isEqualTo(502);
      }
    }
  }

  @Test
  void anAnswerThatBreaksOffBreaksOff() throws Exception {
    try (Upstream upstream =
            Upstream.answering("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
        Relay relay = before(upstream.port())) {
      assertThat(raw(relay.port(), "GET / HTTP/1.1\r\nHost: a\r\n\r\n")).endsWith("half");
      assertThat(seen.take().answered().whole()).isFalse();
    }
  }

  @Test
  void aRequestWithTwoEndsIsNotPassedOn() throws Exception {
    try (Upstream upstream = Upstream.answering(OK);
        Relay relay = before(upstream.port())) {
      for (String framing :
          List.of(
              "Content-Length: 4\r\nTransfer-Encoding: chunked",
              "Content-Length: 4\r\nContent-Length: 5",
              "Content-Length: +4",
              "Transfer-Encoding: gzip, chunked",
              "Content-Length : 4",
              " folded: 4")) {
        assertThat(raw(relay.port(), "POST / HTTP/1.1\r\nHost: a\r\n" + framing + "\r\n\r\n"))
            .as(framing)
            .startsWith("HTTP/1.1 400 ");
      }
      assertThat(seen).isEmpty();
    }
  }

  @Test
  void anOldClientGetsItsAnswer() throws Exception {
    try (Upstream upstream = Upstream.answering("HTTP/1.0 200 OK\r\n\r\nall of it");
        Relay relay = before(upstream.port())) {
      assertThat(raw(relay.port(), "GET / HTTP/1.0\r\n\r\n")).endsWith("\r\n\r\nall of it");
      assertThat(upstream.heard()).startsWith("GET / HTTP/1.0\r\n");
    }
  }
}
