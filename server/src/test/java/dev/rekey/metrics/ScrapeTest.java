package dev.rekey.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.TestServer;
import dev.rekey.metrics.Scrape.Client;
import dev.rekey.store.postgres.PostgresForTests;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus reads of the built server after real requests. */
class ScrapeTest {

  private static final String SIGN_IN = "/api/v1/users/sign_in";
  private static final String PASSWORD = "first lighthouse";
  private static final String COST = "m=256,t=1,p=1";

  private TestServer server;
  private Client client;

  @BeforeEach
  void start(@TempDir Path folder) {
    server =
        TestServer.onSqlite(
            folder,
            Map.of(
                "limits.free-per-account", "3",
                "limits.letters-per-account", "1",
                "hashing.threads", "2",
                "hashing.queue", "7"));
    client = new Client(server);
    server.create(Map.of("email", "lettie@example.com", "password", PASSWORD));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> signIn(String email, String password) {
    return client.send(
        "POST",
        SIGN_IN,
        "{\"user\":{\"email\":\"%s\",\"password\":\"%s\"}}".formatted(email, password));
  }

  @Test
  void countsHashesBySchemeAndCostAndTimesThem() {
    Scrape before = client.scrape();
    signIn("lettie@example.com", PASSWORD);
    signIn("nobody@example.com", PASSWORD);
    Scrape after = client.scrape();

    String[] labels = {"scheme=argon2id", "cost=" + COST};
    assertThat(
            after.value("rekey_hashes_seconds_count", labels)
                - before.value("rekey_hashes_seconds_count", labels))
        .as("a decoy is a hash, too")
        .isEqualTo(2);
    assertThat(after.value("rekey_hashes_seconds_sum", labels)).isPositive();
    assertThat(after.value("rekey_hashing_wait_seconds_count")).isPositive();
  }

  @Test
  void showsHowMuchThePoolHasToDoAndCouldDo() {
    Scrape scrape = client.scrape();

    assertThat(scrape.value("rekey_hashing_threads")).isEqualTo(2);
    assertThat(scrape.value("rekey_hashing_capacity")).isEqualTo(9);
    assertThat(scrape.text()).contains("\nrekey_hashing_busy 0.0\n");
    assertThat(scrape.text()).contains("\nrekey_hashing_waiting 0.0\n");
    assertThat(scrape.text()).contains("\nrekey_hashing_shed_total 0.0\n");
  }

  @Test
  void countsRequestsByMountRouteVerbAndClassOfStatus() {
    signIn("lettie@example.com", PASSWORD);
    signIn("lettie@example.com", PASSWORD);
    signIn("lettie@example.com", "wrong");
    Scrape scrape = client.scrape();

    assertThat(requests(scrape, "2xx")).isEqualTo(2);
    assertThat(requests(scrape, "4xx")).isEqualTo(1);
    assertThat(scrape.value("rekey_http_requests_under_way")).isEqualTo(1);
  }

  private static double requests(Scrape scrape, String status) {
    return scrape.value(
        "rekey_http_requests_seconds_count",
        "mount=devise",
        "route=" + SIGN_IN,
        "method=POST",
        "status=" + status);
  }

  @Test
  void showsTheTemplateOfARouteAndNothingOfWhatWasAskedFor() {
    String secret = "0123456789abcdef01234567";
    client.get("/v1/children/" + secret);
    client.get("/v1/" + secret + "/" + secret + "?" + secret);
    client.get("/" + secret);
    client.send("BREW" + secret.length(), "/v1/" + secret, "");
    signIn(secret + "@example.com", secret);
    Scrape scrape = client.scrape();

    assertThat(scrape.text()).doesNotContain(secret).doesNotContain("BREW");
    assertThat(scrape.text()).contains("route=\"/v1/children/{child_id}\"");
    assertThat(
            scrape.value(
                "rekey_http_requests_seconds_count",
                "mount=none",
                "route=none",
                "method=GET",
                "status=4xx"))
        .isEqualTo(1);
    assertThat(
            scrape.value(
                "rekey_http_requests_seconds_count",
                "mount=ocariot",
                "route=none",
                "method=other",
                "status=4xx"))
        .isEqualTo(1);
  }

  @Test
  void countsWhatWasCommittedByTheWireThatAskedForIt() {
    signIn("lettie@example.com", PASSWORD);
    signIn("lettie@example.com", "wrong");
    signIn("nobody@example.com", "wrong");
    client.send("POST", "/api/v1/users/password", "{\"user\":{\"email\":\"lettie@example.com\"}}");
    Scrape scrape = client.scrape();

    assertThat(events(scrape, "signed-in")).isEqualTo(1);
    assertThat(events(scrape, "sign-in-failed")).isEqualTo(2);
    assertThat(events(scrape, "reset-requested")).isEqualTo(1);
    assertThat(scrape.value("rekey_events_total", "wire=test", "event=account-created"))
        .isEqualTo(1);
  }

  private static double events(Scrape scrape, String event) {
    return scrape.value("rekey_events_total", "wire=devise", "event=" + event);
  }

  @Test
  void countsWhoIsSentAwayByALimit() {
    for (int i = 0; i < 5; i++) {
      signIn("lettie@example.com", "wrong");
    }
    for (int i = 0; i < 3; i++) {
      client.send(
          "POST", "/api/v1/users/password", "{\"user\":{\"email\":\"lettie@example.com\"}}");
    }
    Scrape scrape = client.scrape();

    assertThat(scrape.value("rekey_limits_refusals_total", "reason=wait")).isEqualTo(2);
    assertThat(scrape.value("rekey_limits_refusals_total", "reason=letters")).isEqualTo(2);
    assertThat(scrape.text()).contains("rekey_limits_refusals_total{reason=\"locked\"} 0.0");
  }

  @Test
  void showsTheCommitsAndTheLettersThatAreOwed() throws InterruptedException {
    signIn("lettie@example.com", PASSWORD);
    client.send("POST", "/api/v1/users/password", "{\"user\":{\"email\":\"lettie@example.com\"}}");
    while (server.store().outbox().waiting() > 0) {
      Thread.sleep(20);
    }
    Scrape scrape = client.scrape();

    assertThat(scrape.value("rekey_store_writes_seconds_count")).isGreaterThanOrEqualTo(2);
    assertThat(scrape.value("rekey_mail_deliveries_total", "outcome=taken")).isEqualTo(1);
    assertThat(scrape.text()).contains("\nrekey_outbox_letters 0.0\n");
    assertThat(scrape.text()).contains("\nrekey_outbox_oldest_seconds 0.0\n");
    assertThat(scrape.value("rekey_store_connections_open")).isPositive();
  }

  @Test
  void countsOnPostgresAsOnSqlite(@TempDir Path elsewhere) {
    String url = PostgresForTests.shared().freshUrlWithPassword();
    try (TestServer other = TestServer.onPostgres(elsewhere, url, Map.of())) {
      other.create(Map.of("email", "lettie@example.com", "password", PASSWORD));
      client = new Client(other);
      signIn("lettie@example.com", PASSWORD);
      Scrape scrape = client.scrape();

      assertThat(events(scrape, "signed-in")).isEqualTo(1);
      assertThat(scrape.value("rekey_store_connections_open")).isPositive();
      assertThat(scrape.text()).contains("\nrekey_outbox_oldest_seconds 0.0\n");
    }
  }

  @Test
  void speaksOpenMetricsToThoseWhoAskForIt() {
    HttpResponse<String> open =
        client.get(
            "/metrics",
            "accept",
            "application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.2");
    HttpResponse<String> plain = client.get("/metrics", "accept", "text/plain, */*");

    assertThat(open.headers().firstValue("content-type"))
        .hasValue("application/openmetrics-text; version=1.0.0; charset=utf-8");
    assertThat(open.body()).endsWith("# EOF\n");
    assertThat(plain.headers().firstValue("content-type"))
        .hasValue("text/plain; version=0.0.4; charset=utf-8");
    assertThat(plain.body()).doesNotContain("# EOF");
  }

  @Test
  void aSecondServerInTheSameMachineKeepsItsOwnNumbers(@TempDir Path elsewhere) {
    signIn("lettie@example.com", PASSWORD);

    try (TestServer other = TestServer.onSqlite(elsewhere, Map.of())) {
      assertThat(requests(new Client(other).scrape(), "2xx")).isZero();
    }
  }
}
