package dev.rekey.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rekey.TestServer;
import dev.rekey.core.visit.Origin;
import dev.rekey.http.Fields;
import dev.rekey.http.Request;
import dev.rekey.metrics.Scrape.Client;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may read the metrics of the built server, and what the others are told. */
class AccessTest {

  private static final String TOKEN = "cCk7gZr0vUe1Xq5YdQm2";

  @TempDir Path folder;

  private TestServer server(String... settings) {
    Map<String, String> all = new HashMap<>();
    for (String setting : settings) {
      String[] parts = setting.split("=", 2);
      all.put(parts[0], parts[1]);
    }
    return TestServer.onSqlite(folder, all);
  }

  private String tokenFile(String text) throws IOException {
    return Files.writeString(folder.resolve("metrics-token"), text).toString();
  }

  private TestServer tokenServer() throws IOException {
    return server("metrics.access=token", "metrics.token-file=" + tokenFile(TOKEN + '\n'));
  }

  @Test
  void thisMachineMayUnlessToldOtherwise() {
    try (TestServer server = server()) {
      HttpResponse<String> answer = new Client(server).get("/metrics");

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "forwarded: for=127.0.0.1",
        "via: 1.1 proxy",
        "x-forwarded-for: 127.0.0.1",
        "X-Forwarded-For: ::1",
        "x-forwarded-host: localhost",
        "x-forwarded-proto: https",
        "x-real-ip: 127.0.0.1"
      })
  void whatAProxyForwardsIsNotOfThisMachine(String field) {
    String[] parts = field.split(": ", 2);
    for (String proxies : new String[] {"", "127.0.0.1"}) {
      try (TestServer server = server("http.trusted-proxies=" + proxies)) {
        HttpResponse<String> answer = new Client(server).get("/metrics", parts[0], parts[1]);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("rekey_").contains("metrics.access");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.8.9.10", "::1"})
  void loopbackAddressesAreOfThisMachine(String address) {
    assertThat(new Readers.Local().include(from(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1", "10.127.0.1", "2001:db8::1", "::", "12.7.0.1", "fe80::1"})
  void otherAddressesAreNot(String address) {
    assertThat(new Readers.Local().include(from(address))).isFalse();
  }

  private static Request from(String address) {
    return new Request(
        "id",
        new Origin(address, ""),
        "GET",
        "/metrics",
        Map.of(),
        Fields.none(),
        Fields.none(),
        new byte[0],
        0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer " + TOKEN, "bearer " + TOKEN, "BEARER  " + TOKEN})
  void whoeverBearsTheTokenMay(String authorization) throws IOException {
    try (TestServer server = tokenServer()) {
      assertThat(new Client(server).get("/metrics", "authorization", authorization).statusCode())
          .isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer",
        "Bearer x" + TOKEN,
        "Bearer cCk7gZr0vUe1Xq5YdQm",
        "Basic " + TOKEN,
        TOKEN,
        "Bearer " + TOKEN + "," + TOKEN
      })
  void nobodyElseMayWhereATokenIsAskedForNotEvenThisMachine(String authorization)
      throws IOException {
    try (TestServer server = tokenServer()) {
      Client client = new Client(server);
      HttpResponse<String> wrong = client.get("/metrics", "authorization", authorization);
      HttpResponse<String> without = client.get("/metrics");

      assertThat(wrong.statusCode()).isEqualTo(401);
      assertThat(without.statusCode()).isEqualTo(401);
      assertThat(wrong.headers().firstValue("www-authenticate")).hasValue("Bearer");
      assertThat(wrong.body()).doesNotContain("rekey_").doesNotContain(TOKEN);
    }
  }

  @Test
  void everybodyMayWhereItIsOpen() {
    try (TestServer server = server("metrics.access=open", "http.trusted-proxies=127.0.0.1")) {
      assertThat(new Client(server).get("/metrics", "x-forwarded-for", "192.0.2.1").statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void whereItIsOffThePathIsOneThatNobodyKnows() {
    try (TestServer server = server("metrics.access=off")) {
      Client client = new Client(server);
      HttpResponse<String> answer = client.get("/metrics");

      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).isEqualTo(client.get("/no-such-path").body());
    }
  }

  @Test
  void thePageIsWhereItIsToBe() {
    try (TestServer server = server("metrics.path=/inner/numbers")) {
      Client client = new Client(server);

      assertThat(client.get("/inner/numbers").statusCode()).isEqualTo(200);
      assertThat(client.get("/metrics").statusCode()).isEqualTo(404);
      assertThat(client.send("POST", "/inner/numbers", "").statusCode()).isEqualTo(405);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "with a space in between", "tab\tin-the-middle-of-it"})
  void aTokenThatCouldBeGuessedOrCannotBeSentStopsTheStart(String token) throws IOException {
    String file = tokenFile(token);

    assertThatThrownBy(() -> server("metrics.access=token", "metrics.token-file=" + file).close())
        .hasMessageContaining("metrics token")
        .hasMessageNotContaining("short")
        .hasMessageNotContaining("middle");
  }
}
