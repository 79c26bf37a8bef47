package dev.rekey.http.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.http.engine.RawClient.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said on the wire when nothing goes wrong, to the byte. */
class WireTest {

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
  void fieldsKeepTheirOrderAndTheLengthComesLast() throws IOException {
    Answer answer = client.ask(get("/toy/fields"));
    assertThat(answer.statusLine()).isEqualTo("HTTP/1.1 200 OK");
    assertThat(answer.fields().getFirst()).startsWith("Date: ");
    assertThat(answer.fields().subList(1, answer.fields().size()))
        .containsExactly(
            "x-zebra: 1",
            "content-type: application/json; charset=utf-8",
            "vary: Accept, Origin",
            "set-cookie: a=1",
            "access-token:",
            "set-cookie: b=2",
            "uid: ä@example.org",
            "cache-control: no-cache",
            "x-apple:",
            "x-runtime: 0.019114",
            "content-length: 2");
    assertThat(answer.body()).isEqualTo("{}");
  }

  @Test
  void nothingSaysWhoServes() throws IOException {
    Answer answer = client.ask(get("/toy/hello"));
    assertThat(answer.names("server")).isFalse();
    assertThat(answer.names("connection")).isFalse();
  }

  @Test
  void noContentHasNoLength() throws IOException {
    Answer answer = client.ask("DELETE /toy/thing HTTP/1.1\r\nHost: x\r\n\r\n");
    assertThat(answer.statusLine()).isEqualTo("HTTP/1.1 204 No Content");
    assertThat(answer.fields()).hasSize(2).contains("x-one: 1");
    assertThat(client.ask(get("/toy/hello")).body()).isEqualTo("hello");
  }

  @Test
  void notModifiedHasNoLength() throws IOException {
    Answer answer = client.ask(get("/toy/same"));
    assertThat(answer.status()).isEqualTo(304);
    assertThat(answer.fields()).hasSize(2).contains("etag: W/\"1\"");
    assertThat(client.ask(get("/toy/hello")).body()).isEqualTo("hello");
  }

  @Test
  void headIsGetWithoutItsBody() throws IOException {
    Answer answer = client.say("HEAD /toy/hello HTTP/1.1\r\nHost: x\r\n\r\n").hearHead();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.has("content-length: 5")).isTrue();
    assertThat(client.ask(get("/toy/hello")).body()).isEqualTo("hello");
  }

  @Test
  void aConnectionServesManyRequestsInOneBreath() throws IOException {
    client.say(get("/toy/hello") + post("/toy/echo", "one") + get("/toy/id") + get("/toy/none"));
    assertThat(client.hear().body()).isEqualTo("hello");
    assertThat(client.hear().body()).isEqualTo("one");
    assertThat(client.hear().body()).isEqualTo(ToyServer.FRESH_ID);
    assertThat(client.hear().status()).isEqualTo(404);
  }

  @Test
  void everyRequestHasItsOwnFields() throws IOException {
    client.say(
        "GET /toy/uid HTTP/1.1\r\nHost: x\r\nuid: one\r\n\r\n"
            + get("/toy/uid")
            + "GET /toy/uid HTTP/1.1\r\nHost: x\r\nUID:   three  \r\n\r\n");
    assertThat(client.hear().body()).isEqualTo("one");
    assertThat(client.hear().body()).isEqualTo("none");
    assertThat(client.hear().body()).isEqualTo("three");
  }

  @Test
  void aConnectionThatIsSaidToCloseCloses() throws IOException {
    Answer answer = client.ask("GET /toy/hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(answer.body()).isEqualTo("hello");
    assertThat(answer.has("connection: close")).isTrue();
    assertThat(answer.fields().getLast()).isEqualTo("content-length: 5");
    assertThat(client.hearsTheEnd()).isTrue();
  }

  @Test
  void readsABodyInChunks() throws IOException {
    client.say("POST /toy/echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
    client.say("3\r\none\r\n");
    client.say("A\r\n and a two\r\n0\r\n\r\n" + get("/toy/hello"));
    assertThat(client.hear().body()).isEqualTo("one and a two");
    assertThat(client.hear().body()).isEqualTo("hello");
  }

  @Test
  void askedToItSaysContinue() throws IOException {
    client.say(
        "POST /toy/echo HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
    assertThat(client.line()).isEqualTo("HTTP/1.1 100 Continue");
    assertThat(client.line()).isEmpty();
    assertThat(client.ask("one").body()).isEqualTo("one");
  }

  @Test
  void anyVerbReachesTheWire() throws IOException {
    assertThat(client.ask("FOO /toy/hello HTTP/1.1\r\nHost: x\r\n\r\n").body())
        .isEqualTo("toy: only [GET, HEAD]");
    assertThat(client.ask("OPTIONS /toy/hello HTTP/1.1\r\nHost: x\r\n\r\n").status())
        .isEqualTo(405);
  }

  @Test
  void parametersAreDecodedOnce() throws IOException {
    assertThat(client.ask(put("/toy/%C3%A4%20%2541/name")).body()).isEqualTo("ä %41");
    assertThat(client.ask(put("/toy/a%2Fb/name")).body()).isEqualTo("toy: malformed");
    assertThat(client.ask(put("/toy/a%00b/name")).body()).isEqualTo("toy: malformed");
  }

  @Test
  void theQueryIsDecodedBracketsAndAll() throws IOException {
    assertThat(client.ask(get("/toy/query?user[name]=a+b%26&c=%C3%A4&&d")).body())
        .isEqualTo("user[name]=a b&|c=ä|d=|");
    assertThat(client.ask(get("/toy/query")).body()).isEmpty();
  }

  @Test
  void anAbsoluteTargetIsReadToo() throws IOException {
    assertThat(client.ask(get("http://example.org:80/toy/hello")).body()).isEqualTo("hello");
    assertThat(client.ask(get("http://example.org")).status()).isEqualTo(400);
  }

  @Test
  void fieldsMayHoldUtf8OrLatin1() throws IOException {
    assertThat(client.ask("GET /toy/uid HTTP/1.1\r\nHost: x\r\nuid: ä@ö.org\r\n\r\n").body())
        .isEqualTo("ä@ö.org");
    client.say("GET /toy/uid HTTP/1.1\r\nHost: x\r\nuid: ä@ö.org\r\n\r\n".getBytes(ISO_8859_1));
    assertThat(client.hear().body()).isEqualTo("ä@ö.org");
  }

  @Test
  void theOriginIsThePeerAndWhatItCallsItself() throws IOException {
    String request =
        "GET /toy/origin HTTP/1.1\r\n"
            + "Host: x\r\n"
            + "User-Agent: curl/8\r\n"
            + "X-Forwarded-For: 1.1.1.1\r\n\r\n";
    assertThat(client.ask(request).body())
        .isEqualTo("Origin[address=127.0.0.1, agent=curl/8, language=Optional.empty]");
  }

  @Test
  void aTrustedProxysWordIsTaken() throws IOException {
    try (ToyServer behind =
            new ToyServer(Duration.ofSeconds(5), List.of("127.0.0.0/8"), System::nanoTime);
        RawClient proxy = behind.client()) {
      String request =
          "GET /toy/origin HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 2001:DB8::0:1\r\n\r\n";
      assertThat(proxy.ask(request).body())
          .isEqualTo("Origin[address=2001:db8::1, agent=, language=Optional.empty]");
    }
  }

  @Test
  void offersOfOtherProtocolsAreIgnored() throws IOException {
    String request =
        "GET /toy/hello HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\n"
            + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n\r\n";
    Answer answer = client.ask(request);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.names("upgrade")).isFalse();
  }

  @Test
  void theCallersRequestIdIsKept() throws IOException {
    assertThat(client.ask("GET /toy/id HTTP/1.1\r\nHost: x\r\nX-Request-Id: a b\r\n\r\n").body())
        .isEqualTo("ab");
  }

  @Test
  void twoHundredAtOnceAllGetTheirOwnAnswer() throws Exception {
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<String>> calls = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        String name = "caller" + i;
        calls.add(() -> callThreeTimes(name));
      }
      List<Future<String>> answers = callers.invokeAll(calls);
      for (int i = 0; i < 200; i++) {
        assertThat(answers.get(i).get()).isEqualTo("caller" + i);
      }
    }
  }

  private static String callThreeTimes(String name) throws IOException {
    try (RawClient caller = toy.client()) {
      assertThat(caller.ask(get("/toy/hello")).body()).isEqualTo("hello");
      assertThat(caller.ask(post("/toy/echo", name + name)).body()).isEqualTo(name + name);
      return caller.ask(put("/toy/" + name + "/name")).body();
    }
  }

  private static String get(String target) {
    return "GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n";
  }

  private static String put(String target) {
    return "PUT " + target + " HTTP/1.1\r\nHost: x\r\n\r\n";
  }

  private static String post(String target, String body) {
    return "POST "
        + target
        + " HTTP/1.1\r\nHost: x\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }
}
