package dev.rekey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.store.postgres.PostgresForTests;
import dev.rekey.transcript.Wire;
import dev.rekey.transcript.Wire.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL in the middle of a stream of changes: no answered change is lost and none is half done.
 * The number of kills is {@code -Drekey.kills}, by default 2 on each storage.
 */
class KillNineTest {

  private static final int KILLS = Integer.getInteger("rekey.kills", 2);
  private static final int CLIENTS = 8;

  @TempDir Path folder;

  @Test
  void anAnsweredChangeSurvivesOnSqlite() throws Exception {
    survive(Map.of(), "jdbc:sqlite:" + folder.resolve("rekey.db"));
  }

  @Test
  void anAnsweredChangeSurvivesOnPostgres() throws Exception {
    String url = PostgresForTests.shared().freshUrlWithPassword();
    survive(Map.of("REKEY_STORAGE_URL", url), url);
  }

  private void survive(Map<String, String> storage, String jdbcUrl) throws Exception {
    // Each kill is followed by a wrong guess for each client, all from one address.
    Map<String, String> environment = new HashMap<>(storage);
    environment.put("REKEY_LIMITS_FREE_PER_ADDRESS", "100000");
    createAccounts(environment);
    List<Changer> changers = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      changers.add(new Changer("client" + i));
    }
    for (int round = 0; round < KILLS; round++) {
      streamUntilKilled(environment, changers);
      try (ChildServer server = ChildServer.serve(folder, environment)) {
        for (Changer changer : changers) {
          changer.settle(server.port());
        }
      }
      assertThat(halfDone(jdbcUrl)).as("accounts whose change was half done").isZero();
    }
    long answered = answered(changers);
    System.out.println(KILLS + " kills, " + answered + " answered changes, none lost");
    assertThat(answered).isPositive();
  }

  private void createAccounts(Map<String, String> environment) {
    Map<String, String> settings =
        environment.containsKey("REKEY_STORAGE_URL")
            ? Map.of("storage.url", environment.get("REKEY_STORAGE_URL"))
            : Map.of();
    try (TestServer server = TestServer.onSqlite(folder, settings)) {
      for (int i = 0; i < CLIENTS; i++) {
        server.create(
            Map.of(
                "username", "client" + i,
                "email", "client" + i + "@example.com",
                "password", "lighthouse number 0"));
      }
    }
  }

  private void streamUntilKilled(Map<String, String> environment, List<Changer> changers)
      throws Exception {
    try (ChildServer server = ChildServer.serve(folder, environment);
        ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> streams = new ArrayList<>();
      for (Changer changer : changers) {
        streams.add(pool.submit(() -> changer.stream(server.port())));
      }
      awaitAnAnswer(changers);
      Thread.sleep(ThreadLocalRandom.current().nextLong(200, 1_200));
      server.kill();
      for (Future<?> stream : streams) {
        stream.get();
      }
    }
  }

  /** A kill before the first answer would prove nothing, and a busy machine takes its time. */
  private static void awaitAnAnswer(List<Changer> changers) throws InterruptedException {
    long before = answered(changers);
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (answered(changers) == before && System.nanoTime() < end) {
      Thread.sleep(20);
    }
  }

  private static long answered(List<Changer> changers) {
    return changers.stream().mapToLong(changer -> changer.answered.get()).sum();
  }

  /** Version, audit trail and letters are written by one commit, so they must agree. */
  private static long halfDone(String jdbcUrl) throws SQLException {
    try (Connection connection = DriverManager.getConnection(jdbcUrl);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT COUNT(DISTINCT difference) - 1
                FROM (
                  SELECT c.version - (
                    SELECT COUNT(*)
                    FROM audit a
                    WHERE a.account_id = c.account_id
                    AND a.event = 'password-changed') AS difference
                  FROM credential c) AS differences
                """)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** One client that changes its password again and again, over the Onezone wire. */
  private static final class Changer {

    private final String username;
    private int current;
    private final AtomicLong answered = new AtomicLong();

    Changer(String username) {
      this.username = username;
    }

    void stream(int port) {
      try {
        while (true) {
          Answer answer = change(port, current, current + 1);
          if (answer.status() == 204) {
            current++;
            answered.incrementAndGet();
          }
        }
      } catch (IOException e) {
        // Killed: whether the last change was made is settled later.
      }
    }

    /** Exactly one of the two is the password: the last answered, or the one under way. */
    void settle(int port) throws IOException {
      boolean answeredOne = signsIn(port, current);
      boolean nextOne = signsIn(port, current + 1);
      assertThat(answeredOne ^ nextOne)
          .as("%s has password %d or %d", username, current, current + 1)
          .isTrue();
      if (nextOne) {
        current++;
      }
    }

    private boolean signsIn(int port, int number) throws IOException {
      String body = "{\"username\":\"" + username + "\",\"password\":\"" + password(number) + "\"}";
      int status =
          Wire.send(
                  port,
                  "POST /v1/auth HTTP/1.1",
                  List.of("Content-Type: application/json"),
                  body.getBytes(StandardCharsets.UTF_8))
              .status();
      assertThat(status).as("a sign-in is good or not").isIn(200, 401);
      return status == 200;
    }

    private Answer change(int port, int from, int to) throws IOException {
      String pair = username + ':' + password(from);
      String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
      String body =
          "{\"oldPassword\":\"" + password(from) + "\",\"newPassword\":\"" + password(to) + "\"}";
      return Wire.send(
          port,
          "PATCH /api/v3/onezone/user/password HTTP/1.1",
          List.of("Content-Type: application/json", "Authorization: Basic " + basic),
          body.getBytes(StandardCharsets.UTF_8));
    }

    private static String password(int number) {
      return "lighthouse number " + number;
    }
  }
}
