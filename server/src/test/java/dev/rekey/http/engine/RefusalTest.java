package dev.rekey.http.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.http.engine.RawClient.Answer;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is too much, ill-formed or ambiguous is refused in the wire's words, and then it is over.
 */
class RefusalTest {

  private static final int TOO_MUCH = ToyServer.BODY_LIMIT + 1;
  private static final String SMUGGLED = "GET /toy/hello HTTP/1.1\r\nHost: x\r\n\r\n";

  private static ToyServer toy;

  private RawClient client;

  @BeforeAll
  static void start() {
    toy = new ToyServer();
  }

  @AfterAll
  static void stop() {
    toy.close();
  }

  @BeforeEach
  void connect() throws IOException {
    client = toy.client();
  }

  @AfterEach
  void disconnect() throws IOException {
    client.close();
  }

  @Test
  void takesABodyUpToTheLimit() throws IOException {
    String body = "a".repeat(ToyServer.BODY_LIMIT);
    assertThat(client.ask(post("Content-Length: 1000", body)).body()).isEqualTo(body);
    assertThat(client.ask(post("Transfer-Encoding: chunked", chunk(body) + chunk(""))).body())
        .isEqualTo(body);
  }

  @Test
  void refusesALongerOneByItsLengthUnread() throws IOException {
    refused(client.ask(post("Content-Length: " + TOO_MUCH, "")), 413, "toy: more than 1000");
    client.close();
    connect();
    Answer answer = client.ask(post("Content-Length: 1000000", SMUGGLED + "a".repeat(100_000)));
    refused(answer, 413, "toy: more than 1000");
  }

  @Test
  void doesNotAskForABodyThatItWillNotTake() throws IOException {
    Answer answer = client.ask(post("Expect: 100-continue\r\nContent-Length: " + TOO_MUCH, ""));
    refused(answer, 413, "toy: more than 1000");
  }

  @Test
  void refusesALongerOneInChunks() throws IOException {
    String chunks = chunk("a".repeat(600)) + chunk("a".repeat(600)) + chunk("") + SMUGGLED;
    refused(client.ask(post("Transfer-Encoding: chunked", chunks)), 413, "toy: more than 1000");
  }

  @Test
  void refusesAChunkThatSaysItIsHuge() throws IOException {
    Answer answer = client.ask(post("Transfer-Encoding: chunked", "7fffffff\r\nabc"));
    refused(answer, 413, "toy: more than 1000");
  }

  @Test
  void refusesAChunksSizeThatNeverEnds() throws IOException {
    Answer answer = client.ask(post("Transfer-Encoding: chunked", "0".repeat(20_000)));
    refused(answer, 400, "toy: malformed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x\r\n\r\n",
        "-1\r\n\r\n",
        "3 \r\nabc\r\n0\r\n\r\n",
        "3\nabc\r\n0\r\n\r\n",
        "0\r\nx\r\n\r\n",
        "3\r\nabcdef\r\n0\r\n\r\n",
        "0x3\r\nabc\r\n0\r\n\r\n",
        "+3\r\nabc\r\n0\r\n\r\n",
        "3;a=b\r\nabc\r\n0\r\n\r\n",
        "3\r\nabc\n\n0\r\n\r\n",
        "0\r\nX-Trailer: 1\r\n\r\n",
        "\r\n"
      })
  void refusesIllFormedChunks(String chunks) throws IOException {
    refused(client.ask(post("Transfer-Encoding: chunked", chunks + SMUGGLED)), 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\nContent-Length: 5",
        "Content-Length: 5\r\nContent-Length: 6",
        "Content-Length: 5, 6",
        "Content-Length: -5",
        "Content-Length: +5",
        "Content-Length: 5a",
        "Content-Length: 0x5",
        "Content-Length: 5 5",
        "Content-Length:",
        "Content-Length: 99999999999999999999",
        "Transfer-Encoding: identity",
        "Transfer-Encoding: gzip, chunked",
        "Transfer-Encoding: chunked, chunked",
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding:",
        "Content-Encoding: gzip\r\nContent-Length: 5",
        "Content-Length : 5",
        " Content-Length: 5",
        "X-One: 1\r\n folded: 2",
        "X-One: 1\r\n\tfolded",
        "X-One: a\rb",
        "X-One: a\nb",
        "X-One: a\0b",
        "X\u0000One: a",
        "X One: a",
        "no colon at all",
        ": nameless",
        "Host: y"
      })
  void refusesAmbiguousAndIllFormedHeads(String field) throws IOException {
    refused(client.ask(post(field, "0\r\n\r\n" + SMUGGLED)), 400);
  }

  @Test
  void refusesARequestWithoutAHost() throws IOException {
    refused(client.ask("GET /toy/hello HTTP/1.1\r\n\r\n"), 400, "toy: malformed");
  }

  @Test
  void refusesALongHeaderSection() throws IOException {
    refused(client.ask(post("X-Long: " + "a".repeat(2_000), "")), 431, "toy: head too large");
    client.close();
    connect();
    refused(client.ask(post("X: y\r\n".repeat(400) + "X: z", "")), 431, "toy: head too large");
  }

  @Test
  void refusesALongRequestLine() throws IOException {
    Answer answer = client.ask("GET /toy/hello?" + "a".repeat(500) + " HTTP/1.1\r\n\r\n");
    refused(answer, 431);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\n\r\n",
        "hello\r\n\r\n",
        "GET\r\n\r\n",
        "GET /toy/hello\r\n\r\n",
        "GET  HTTP/1.1\r\n\r\n",
        "GET /toy/hello HTTP/1.0\r\n\r\n",
        "GET /toy/hello HTTP/2.0\r\n\r\n",
        "GET /toy/hello HTTP/1.1 \r\n\r\n",
        "GET /toy/hello  HTTP/1.1\r\n\r\n",
        "G(T /toy/hello HTTP/1.1\r\n\r\n",
        "GET /toy/hello HTTP/1.1\n\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\r\n\r\n"
      })
  void refusesWhatIsNoRequest(String request) throws IOException {
    refused(client.ask(request), 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/toy/%zz", "/toy/h[llo", "/toy/a|b", "/toy/hello?a=%zz", "/toy/hello?a=\u0001"})
  void refusesIllFormedTargets(String target) throws IOException {
    Answer answer = client.ask("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("toy: malformed");
  }

  @Test
  void refusesTargetsThatAreNoAscii() throws IOException {
    client.say("GET /toy/hello?a=\u00e4 HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(ISO_8859_1));
    assertThat(client.hear().body()).isEqualTo("toy: malformed");
  }

  @Test
  void anAccidentIsSpokenOfWithoutDetails() throws IOException {
    Answer answer = client.ask("GET /toy/crash HTTP/1.1\r\nHost: x\r\n\r\n");
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).isEqualTo("toy: incident incident-1");
    assertThat(client.ask(SMUGGLED).body()).isEqualTo("hello");
  }

  @Test
  void aBrokenFieldNeverReachesTheWire() throws IOException {
    Answer answer = client.ask("GET /toy/crlf HTTP/1.1\r\nHost: x\r\n\r\n");
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.names("x-b")).isFalse();
  }

  @Test
  void nobodysPathIsAnsweredInPlainJson() throws IOException {
    Answer answer = client.ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    assertThat(answer.body()).isEqualTo("{\"status\":404,\"error\":\"Not Found\"}");
  }

  /** Refused, and the connection with it: nothing behind it was taken for a request. */
  private void refused(Answer answer, int status) throws IOException {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.has("connection: close")).isTrue();
    assertThat(answer.names("content-type")).isTrue();
    assertThat(client.fallSilent().hearsTheEnd()).isTrue();
  }

  private void refused(Answer answer, int status, String words) throws IOException {
    assertThat(answer.body()).isEqualTo(words);
    refused(answer, status);
  }

  private static String post(String field, String body) {
    return "POST /toy/echo HTTP/1.1\r\nHost: x\r\n" + field + "\r\n\r\n" + body;
  }

  private static String chunk(String data) {
    return Integer.toHexString(data.length()) + "\r\n" + data + "\r\n";
  }
}
