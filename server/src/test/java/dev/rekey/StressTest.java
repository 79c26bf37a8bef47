package dev.rekey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.store.postgres.PostgresForTests;
import dev.rekey.transcript.Letterbox;
import dev.rekey.transcript.Wire;
import dev.rekey.transcript.Wire.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand at once, over the wire: one wins, and nobody is told a lie. */
class StressTest {

  private static final int MANY = 1_000;
  private static final String JSON = "Content-Type: application/json";

  @TempDir Path folder;

  @Test
  void oneOfAThousandUsesOfOneTicketWinsOnSqlite() throws Exception {
    try (TestServer server = TestServer.onSqlite(folder, Map.of())) {
      spendOneTicket(server);
    }
  }

  @Test
  void oneOfAThousandUsesOfOneTicketWinsOnPostgres() throws Exception {
    try (TestServer server =
        TestServer.onPostgres(folder, PostgresForTests.shared().freshUrlWithPassword(), Map.of())) {
      spendOneTicket(server);
    }
  }

  @Test
  void oneOfAThousandChangesFromOneOldPasswordWinsOnSqlite() throws Exception {
    try (TestServer server = TestServer.onSqlite(folder, Map.of())) {
      changeFromOneOldPassword(server);
    }
  }

  @Test
  void oneOfAThousandChangesFromOneOldPasswordWinsOnPostgres() throws Exception {
    try (TestServer server =
        TestServer.onPostgres(folder, PostgresForTests.shared().freshUrlWithPassword(), Map.of())) {
      changeFromOneOldPassword(server);
    }
  }

  private static void spendOneTicket(TestServer server) throws Exception {
    server.create(Map.of("email", "a@example.com", "password", "first lighthouse"));
    Letterbox letterbox = new Letterbox(server.mailFolder());
    send(
        server,
        "POST /api/v1/users/password",
        List.of(),
        "{\"user\":{\"email\":\"a@example.com\"}}");
    String token = letterbox.nextResetToken();
    Map<Integer, Integer> counts =
        atOnce(i ->
            send(
                server,
                "PUT /api/v1/users/password",
                List.of(),
                "{\"user\":{\"reset_password_token\":\""
                    + token
                    + "\",\"password\":\"second lighthouse "
                    + i
                    + "\"}}"));
    report("one ticket", counts);
    assertThat(counts.get(200)).isEqualTo(1);
    assertThat(counts.keySet()).isSubsetOf(200, 422, 503);
  }

  private static void changeFromOneOldPassword(TestServer server) throws Exception {
    server.create(Map.of("email", "a@example.com", "password", "first lighthouse"));
    Answer signedIn =
        send(
            server,
            "POST /api/v1/users/sign_in",
            List.of(),
            "{\"user\":{\"email\":\"a@example.com\",\"password\":\"first lighthouse\"}}");
    String jwt = signedIn.header("authorization").orElseThrow();
    Map<Integer, Integer> counts =
        atOnce(i ->
            send(
                server,
                "PATCH /api/v1/users",
                List.of("Authorization: " + jwt),
                "{\"user\":{\"current_password\":\"first lighthouse\",\"password\":\"second lighthouse "
                    + i
                    + "\"}}"));
    report("one old password", counts);
    assertThat(counts.get(200)).isEqualTo(1);
    assertThat(counts.keySet()).isSubsetOf(200, 422, 429, 503);
  }

  /** For the record: how many of a thousand got which status. */
  private static void report(String what, Map<Integer, Integer> counts) {
    System.out.println("1,000 at once with " + what + ": " + counts);
  }

  @FunctionalInterface
  private interface Act {
    Answer act(int number) throws Exception;
  }

  private static Map<Integer, Integer> atOnce(Act act) throws Exception {
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      int number = i;
      calls.add(() -> act.act(number).status());
    }
    Map<Integer, Integer> counts = new TreeMap<>();
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> status : pool.invokeAll(calls)) {
        counts.merge(status.get(), 1, Integer::sum);
      }
    }
    return counts;
  }

  private static Answer send(TestServer server, String line, List<String> headers, String body)
      throws Exception {
    List<String> all = new ArrayList<>(headers);
    all.add(JSON);
    return Wire.send(server.port(), line + " HTTP/1.1", all, body.getBytes(StandardCharsets.UTF_8));
  }
}
