package dev.rekey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.store.postgres.PostgresForTests;
import dev.rekey.transcript.Wire;
import dev.rekey.transcript.Wire.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one PostgreSQL are one server: what happens on one holds on the other at once. */
class TwoNodesTest {

  private static final String CHANGE =
      "{\"user\":{\"current_password\":\"first lighthouse\",\"password\":\"second lighthouse\"}}";

  @TempDir Path folder;
  private TestServer one;
  private TestServer other;

  @BeforeEach
  void start() throws Exception {
    String url = PostgresForTests.shared().freshUrlWithPassword();
    one = TestServer.onPostgres(folder.resolve("one"), url, Map.of());
    other = TestServer.onPostgres(folder.resolve("other"), url, Map.of());
    one.create(Map.of("email", "a@example.com", "password", "first lighthouse"));
  }

  @AfterEach
  void stop() {
    other.close();
    one.close();
  }

  @Test
  void aTokenOfOneNodeIsGoodOnTheOther() throws Exception {
    assertThat(change(other, signIn(one)).status()).isEqualTo(200);
  }

  @Test
  void aChangeOnOneNodeEndsATokenOnTheOther() throws Exception {
    String bystander = signIn(other);
    assertThat(change(one, signIn(one)).status()).isEqualTo(200);
    assertThat(change(other, bystander).status()).isEqualTo(401);
  }

  @Test
  void failuresOnOneNodeCountOnTheOther() throws Exception {
    for (int i = 0; i < 11; i++) {
      signInWith(one, "wrong lighthouse");
    }
    assertThat(signInWith(other, "first lighthouse").status()).isEqualTo(429);
  }

  private static String signIn(TestServer server) throws IOException {
    return signInWith(server, "first lighthouse").header("authorization").orElseThrow();
  }

  private static Answer signInWith(TestServer server, String password) throws IOException {
    return send(
        server,
        "POST /api/v1/users/sign_in",
        List.of(),
        "{\"user\":{\"email\":\"a@example.com\",\"password\":\"" + password + "\"}}");
  }

  private static Answer change(TestServer server, String jwt) throws IOException {
    return send(server, "PATCH /api/v1/users", List.of("Authorization: " + jwt), CHANGE);
  }

  private static Answer send(TestServer server, String line, List<String> headers, String body)
      throws IOException {
    List<String> all = new ArrayList<>(headers);
    all.add("Content-Type: application/json");
    return Wire.send(server.port(), line + " HTTP/1.1", all, body.getBytes(StandardCharsets.UTF_8));
  }
}
