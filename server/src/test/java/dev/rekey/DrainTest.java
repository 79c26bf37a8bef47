package dev.rekey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.transcript.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM: what is under way is finished, what comes is refused kindly, and soon it is over. */
class DrainTest {

  @TempDir Path folder;

  @Test
  void requestsUnderWayAreAnsweredAndTheProcessIsGoneInTenSeconds() throws Exception {
    // Hashes that take a while, so that some are under way when the signal comes.
    Map<String, String> slow =
        Map.of("REKEY_HASHING_MEMORY_KIB", "65536", "REKEY_HASHING_PASSES", "2");
    try (ChildServer server = ChildServer.serve(folder, slow);
        ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        answers.add(pool.submit(() -> signIn(server.port())));
      }
      Thread.sleep(300);
      assertThat(server.terminate(10)).as("gone in ten seconds").isTrue();
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isIn(401, 429, 503);
      }
    }
  }

  @Test
  void aRequestWhoseBodyIsStillComingIsUnderWay() throws Exception {
    try (ChildServer server = ChildServer.serve(folder, Map.of());
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      String head =
          "POST /v1/auth HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Connection: close\r\nContent-Length: 32\r\n\r\n{\"username\"";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      Thread.sleep(500);
      server.signal();
      Thread.sleep(1_000);
      socket
          .getOutputStream()
          .write(":\"a\",\"password\":\"bb\"}".getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 401");
      assertThat(server.terminate(10)).as("gone in ten seconds").isTrue();
    }
  }

  private static int signIn(int port) throws IOException {
    return Wire.send(
            port,
            "POST /v1/auth HTTP/1.1",
            List.of("Content-Type: application/json"),
            "{\"username\":\"nobody\",\"password\":\"no lighthouse\"}"
                .getBytes(StandardCharsets.UTF_8))
        .status();
  }
}
