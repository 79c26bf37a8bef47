package dev.rekey.http.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who keeps the server waiting is hung up on, however steadily it drips. */
class SlowClientTest {

  private static final String HELLO = "GET /toy/hello HTTP/1.1\r\nHost: x\r\n\r\n";
  private static final Duration PATIENCE = Duration.ofMillis(100);
  private static final int A_MOMENT = 20;
  private static final int LONG = 200;

  private final AtomicLong clock = new AtomicLong();

  private ToyServer toy;
  private RawClient client;

  @BeforeEach
  void connect() throws IOException {
    toy = new ToyServer(PATIENCE, List.of(), clock::get);
    client = toy.client();
  }

  @AfterEach
  void disconnect() throws IOException {
    client.close();
    toy.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GET /toy/he",
        "GET /toy/hello HTTP/1.1\r\n",
        "GET /toy/hello HTTP/1.1\r\nHost: x\r\nX-Sl",
        "POST /toy/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc",
        "POST /toy/echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\na"
      })
  void whoFallsSilentIsLeft(String said) throws IOException {
    client.say(said);
    assertThat(client.hearsTheEnd(A_MOMENT)).isFalse();
    assertThat(isLeftInTheEnd()).isTrue();
  }

  @Test
  void whoFallsSilentBetweenRequestsIsLeft() throws IOException {
    assertThat(client.ask(HELLO).status()).isEqualTo(200);
    assertThat(client.hearsTheEnd(A_MOMENT)).isFalse();
    assertThat(isLeftInTheEnd()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /toy/",
        "GET /toy/hello HTTP/1.1\r\nHost: x\r\nX-Slow: ",
        "POST /toy/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n"
      })
  void whoDripsIsLeftToo(String said) throws IOException {
    client.say(said);
    int drops = 0;
    while (drops < LONG && drips()) {
      drops++;
      pass(PATIENCE.dividedBy(10));
    }
    assertThat(drops).isBetween(5, LONG - 1);
  }

  @Test
  void aLongAnswerIsNotASlowClient() throws Exception {
    client.say("GET /toy/wait HTTP/1.1\r\nHost: x\r\n\r\n");
    toy.waiting.await();
    pass(Duration.ofHours(1));
    assertThat(client.hearsTheEnd(5 * A_MOMENT)).isFalse();
    toy.go.countDown();
    assertThat(client.hear().body()).isEqualTo("waited");
  }

  private boolean drips() throws IOException {
    try {
      client.say("a");
    } catch (IOException e) {
      return false;
    }
    return !client.hearsTheEnd(A_MOMENT);
  }

  private boolean isLeftInTheEnd() throws IOException {
    for (int i = 0; i < LONG; i++) {
      pass(PATIENCE.multipliedBy(2));
      if (client.hearsTheEnd(A_MOMENT)) {
        return true;
      }
    }
    return false;
  }

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }
}
