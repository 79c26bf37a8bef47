package dev.rekey.migrate.upstream;

import static dev.rekey.migrate.upstream.OldServer.say;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rekey.TestServer;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditQuery;
import dev.rekey.core.audit.AuditRow;
import dev.rekey.core.store.Together;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** An old system in trouble costs nobody anything but a little patience. */
class TroubleThereTest {

  private static final String NAME = "anna@example.org";
  private static final String PASSWORD = "the old lighthouse";
  private static final String ANNA =
      "{\"user\":{\"id\":4711,\"email\":\"anna@example.org\",\"first_name\":\"Anna\"}}";

  @TempDir Path folder;
  private OldServer old;
  private TestServer fresh;
  private Client client;

  @BeforeEach
  void start() throws IOException {
    old = new OldServer();
    fresh = TestServer.onSqlite(folder, settings(old.url()));
    client = new Client(fresh.port());
  }

  private static Map<String, String> settings(String url) {
    Map<String, String> settings = new HashMap<>();
    for (String mount : List.of("devise", "tokenauth", "ocariot", "onezone")) {
      settings.put("mounts." + mount + ".upstream.url", url);
      settings.put("mounts." + mount + ".upstream.patience", "1s");
      settings.put("mounts." + mount + ".upstream.at-once", "2");
    }
    return settings;
  }

  @AfterEach
  void stop() {
    fresh.close();
    old.close();
  }

  /** The wires, and where each answers a sign-in. */
  enum Wire {
    DEVISE(Client::devise),
    TOKENAUTH(Client::tokenAuth),
    OCARIOT(Client::ocariot),
    ONEZONE(Client::onezone);

    private final Client.SignIn signIn;

    Wire(Client.SignIn signIn) {
      this.signIn = signIn;
    }

    HttpResponse<String> signIn(Client client) {
      return signIn.with(client, NAME, PASSWORD);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServerErrorThereIsThisWiresOwnComeAgain(Wire wire) {
    old.behave(exchange -> say(exchange, 500, "<html>We're sorry</html>"));

    assertComeAgain(wire.signIn(client));
    assertThat(old.asked()).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void nobodyWaitsLongerThanIsSaid(Wire wire) {
    CountDownLatch never = new CountDownLatch(1);
    old.behave(exchange -> await(never));

    assertComeAgain(wire.signIn(client));
    never.countDown();
  }

  @ParameterizedTest
  @EnumSource
  void garbageIsNoTestimony(Wire wire) {
    old.behave(exchange -> say(exchange, 200, "<html>Welcome to our new portal</html>"));
    assertComeAgain(wire.signIn(client));

    old.behave(exchange -> say(exchange, 200, "{\"user\":{\"email\":[\"anna@example.org\"]}}"));
    assertComeAgain(wire.signIn(client));

    old.behave(exchange -> say(exchange, 200, ""));
    assertComeAgain(wire.signIn(client));
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerWithoutAnEndIsNotReadToItsEnd(Wire wire) {
    old.behave(exchange -> {
      exchange.sendResponseHeaders(200, 0);
      byte[] much = "{\"a\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa".repeat(64).getBytes(UTF_8);
      try {
        while (true) {
          exchange.getResponseBody().write(much);
        }
      } catch (IOException goneAtLast) {
        return;
      }
    });

    assertComeAgain(wire.signIn(client));
  }

  /** A body that trickles must not outlast the patience either. */
  @Test
  void anAnswerThatTricklesIsGivenUp() {
    CountDownLatch never = new CountDownLatch(1);
    old.behave(exchange -> {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write('{');
      exchange.getResponseBody().flush();
      await(never);
    });

    assertComeAgain(client.devise(NAME, PASSWORD));
    never.countDown();
  }

  @ParameterizedTest
  @EnumSource
  void noPasswordFollowsARedirect(Wire wire) throws IOException {
    try (OldServer elsewhere = new OldServer()) {
      elsewhere.behave(exchange -> say(exchange, 200, ANNA));
      old.behave(exchange -> {
        exchange.getResponseHeaders().add("Location", elsewhere.url() + exchange.getRequestURI());
        say(exchange, 307, "");
      });

      assertComeAgain(wire.signIn(client));
      assertThat(elsewhere.asked()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoIsOverrunThereIsAskedLater(Wire wire) {
    old.behave(exchange -> {
      exchange.getResponseHeaders().add("Retry-After", "17");
      say(exchange, 429, "");
    });

    HttpResponse<String> answer = wire.signIn(client);
    assertComeAgain(answer);
    assertThat(answer.headers().firstValue("retry-after")).contains("17");
  }

  @ParameterizedTest
  @EnumSource
  void whereNobodyListensThereIsNoWaiting(Wire wire) throws IOException {
    int silent;
    try (ServerSocket socket = new ServerSocket(0)) {
      silent = socket.getLocalPort();
    }
    try (TestServer lonely =
        TestServer.onSqlite(folder.resolve("lonely"), settings("http://127.0.0.1:" + silent))) {
      assertThat(wire.signIn(new Client(lonely.port())).statusCode()).isEqualTo(503);
    }
  }

  /** Neither a wrong guess nor an adoption, and nothing is lost. */
  private void assertComeAgain(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.headers().firstValueAsLong("retry-after").orElse(0)).isPositive();
    assertThat(trail()).isEmpty();
    assertThat(fresh.store().accounts().isEmpty(Realm.MAIN)).isTrue();
  }

  private List<AuditRow> trail() {
    return fresh.store().audit().search(Realm.MAIN, AuditQuery.all(50));
  }

  @Test
  void troubleThereIsNoGuessHere() {
    for (int i = 0; i < 4; i++) {
      client.devise(NAME, PASSWORD);
    }
    old.behave(exchange -> say(exchange, 200, ANNA));

    assertThat(client.devise(NAME, PASSWORD).statusCode()).isEqualTo(200);
  }

  @Test
  void whenItIsDownNobodyWaitsForItAnyMore() {
    for (int i = 0; i < 5; i++) {
      client.devise("person" + i + "@example.org", PASSWORD);
    }
    int asked = old.asked().size();

    assertComeAgain(client.devise(NAME, PASSWORD));
    assertComeAgain(client.devise("bert@example.org", PASSWORD));
    assertThat(old.asked()).hasSize(asked);
    assertThat(client.tokenAuth(NAME, PASSWORD).statusCode()).isEqualTo(503);
    assertThat(old.asked().size()).as("the other mount has its own").isGreaterThan(asked);
  }

  @Test
  void whoeverHasAPasswordHereNeverWaitsForIt() {
    fresh.create(Map.of("email", "bert@example.org", "password", "the new lighthouse"));

    assertThat(client.devise("bert@example.org", "the new lighthouse").statusCode()).isEqualTo(200);
    assertThat(client.devise("bert@example.org", "a wrong lighthouse").statusCode()).isEqualTo(401);
    assertThat(old.asked()).isEmpty();
  }

  @Test
  void onlyAFewAskAtOnceAndTheOthersComeAgain() {
    CountDownLatch never = new CountDownLatch(1);
    old.behave(exchange -> await(never));

    List<Integer> statuses =
        Together.all(6, i -> client.devise("person" + i + "@example.org", PASSWORD).statusCode());

    assertThat(statuses).containsOnly(503);
    assertThat(old.asked()).hasSizeLessThanOrEqualTo(2);
    never.countDown();
  }

  /** What is typed goes over as text within JSON, or not at all. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\r\nX-Evil: 1@example.org",
        "a\u0000b@example.org",
        "\u007f@example.org",
        "a\nb",
      })
  void whatIsNoNameIsSaidToNobody(String name) {
    old.behave(exchange -> say(exchange, 200, ANNA));

    assertThat(client.devise(name, PASSWORD).statusCode()).isEqualTo(401);
    client.tokenAuth(name, PASSWORD);
    client.ocariot(name, PASSWORD);
    client.onezone(name, PASSWORD);
    assertThat(old.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"with\u0000nul", ""})
  void whatIsNoPasswordIsSaidToNobody(String password) {
    old.behave(exchange -> say(exchange, 200, ANNA));

    client.devise(NAME, password);
    client.tokenAuth(NAME, password);
    client.ocariot(NAME, password);
    assertThat(old.asked()).isEmpty();
  }

  @Test
  void anOverlongPasswordIsSaidToNobody() {
    old.behave(exchange -> say(exchange, 200, ANNA));

    assertThat(client.devise(NAME, "x".repeat(2000)).statusCode()).isEqualTo(401);
    assertThat(client.devise("x".repeat(400) + "@example.org", PASSWORD).statusCode())
        .isEqualTo(401);
    assertThat(old.asked()).isEmpty();
  }

  @Test
  void quotesAndForeignLettersArriveAsTheyWereTyped() {
    old.behave(exchange -> say(exchange, 401, "{}"));
    String password = "żółć \"},{\"admin\":true\\ 😀\r\n";

    client.devise("żółw\"@example.org", password);

    OldServer.Asked asked = old.asked().getFirst();
    assertThat(asked.line()).isEqualTo("POST /api/v1/users/sign_in");
    var user = JsonMapper.shared().readTree(asked.body()).path("user");
    assertThat(user.path("email").asString()).isEqualTo("żółw\"@example.org");
    assertThat(user.path("password").asString()).isEqualTo(password);
    assertThat(user.size()).isEqualTo(2);
  }

  @Test
  void basicCredentialsArriveAsTheyWereTyped() {
    old.behave(exchange -> say(exchange, 401, "{}"));

    client.onezone("zoe", "with:colons:é");

    assertThat(old.asked().getFirst().fields().get("Authorization"))
        .containsExactly(Client.basic("zoe", "with:colons:é"));
  }

  @Test
  void theWireMayLieElsewhereThere() {
    old.behave(exchange -> say(exchange, 401, "{}"));
    Map<String, String> settings = settings(old.url() + "/app");
    settings.put("mounts.devise.upstream.prefix", "/people");
    try (TestServer other = TestServer.onSqlite(folder.resolve("other"), settings)) {
      new Client(other.port()).devise(NAME, PASSWORD);
    }

    assertThat(old.asked().getFirst().line()).isEqualTo("POST /app/people/sign_in");
  }

  @Test
  void aServerDoesNotAskItself() {
    Map<String, String> settings = settings("https://id.example.org");
    settings.put("http.public-url", "https://id.example.org");

    assertThatThrownBy(() -> TestServer.onSqlite(folder.resolve("mirror"), settings))
        .hasMessageContaining("upstream.url leads to this server itself");
  }

  @Test
  void aWrongPasswordThereIsAGuessHere() {
    old.behave(exchange -> say(exchange, 401, "{\"error\":\"Invalid\"}"));

    assertThat(client.devise(NAME, PASSWORD).statusCode()).isEqualTo(401);

    assertThat(trail()).extracting(row -> row.line().event()).containsExactly("sign-in-failed");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
