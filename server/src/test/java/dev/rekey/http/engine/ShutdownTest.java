package dev.rekey.http.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rekey.http.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The server comes and goes without losing anybody's answer. */
class ShutdownTest {

  private static final String HELLO = "GET /toy/hello HTTP/1.1\r\nHost: x\r\n\r\n";
  private static final String WAIT = "GET /toy/wait HTTP/1.1\r\nHost: x\r\n\r\n";

  @Test
  void whileItDrainsWhatIsUnderWayIsFinishedAndTheRestRefused() throws Exception {
    try (ToyServer toy = new ToyServer();
        RawClient patient = toy.client();
        RawClient connected = toy.client()) {
      assertThat(connected.ask(HELLO).status()).isEqualTo(200);
      patient.say(WAIT);
      toy.waiting.await();
      Thread stopping = Thread.startVirtualThread(() -> toy.server.stop(Duration.ofSeconds(5)));
      while (!toy.door.draining()) {
        Thread.onSpinWait();
      }

      RawClient.Answer refused = connected.ask(HELLO);
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.body()).isEqualTo("toy: draining");
      assertThat(refused.has("connection: close")).isTrue();
      assertThat(connected.hearsTheEnd()).isTrue();
      try (RawClient late = toy.client()) {
        assertThat(late.ask(HELLO).status()).isEqualTo(503);
      }

      toy.go.countDown();
      assertThat(patient.hear().body()).isEqualTo("waited");
      stopping.join();
      assertThatThrownBy(toy::client).isInstanceOf(IOException.class);
    }
  }

  @Test
  void doesNotWaitForEver() throws Exception {
    ToyServer toy = new ToyServer();
    try (RawClient stuck = toy.client();
        RawClient idle = toy.client()) {
      assertThat(idle.ask(HELLO).status()).isEqualTo(200);
      stuck.say(WAIT);
      toy.waiting.await();
      long begun = System.nanoTime();
      toy.server.stop(Duration.ofMillis(100));
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
      assertThat(idle.hearsTheEnd()).isTrue();
    }
  }

  @Test
  void stopsOnAnInterruptedThreadToo() throws Exception {
    ToyServer toy = new ToyServer();
    try (RawClient stuck = toy.client()) {
      stuck.say(WAIT);
      toy.waiting.await();
      Thread.currentThread().interrupt();
      toy.server.stop(Duration.ofSeconds(8));
      assertThat(Thread.interrupted()).isTrue();
      assertThatThrownBy(toy::client).isInstanceOf(IOException.class);
    }
  }

  @Test
  void anIdleServerStopsAtOnce() {
    ToyServer toy = new ToyServer();
    long begun = System.nanoTime();
    toy.server.stop(Duration.ofSeconds(8));
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void aTakenPortIsSaidPlainly() {
    try (ToyServer toy = new ToyServer()) {
      EngineSettings same = EngineSettings.at("127.0.0.1", toy.server.port());
      assertThatThrownBy(() -> start(toy, same))
          .isInstanceOf(PortTaken.class)
          .hasMessage(
              "Port "
                  + toy.server.port()
                  + " is taken by another program: stop it, or choose another port.");
    }
  }

  @Test
  void anAddressThatIsNotOursIsSaidToo() {
    try (ToyServer toy = new ToyServer()) {
      assertThatThrownBy(() -> start(toy, EngineSettings.at("192.0.2.1", 0)))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage("cannot listen on 192.0.2.1 port 0");
    }
  }

  private static void start(ToyServer toy, EngineSettings settings) {
    HelidonServer.start(settings, toy.door, new Ids(UUID::randomUUID), System::nanoTime);
  }
}
