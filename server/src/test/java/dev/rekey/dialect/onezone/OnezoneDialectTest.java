package dev.rekey.dialect.onezone;

import static dev.rekey.dialect.onezone.Zone.NEW;
import static dev.rekey.dialect.onezone.Zone.OLD;
import static dev.rekey.dialect.onezone.Zone.PASSWORD_PATH;
import static dev.rekey.dialect.onezone.Zone.USER_PATH;
import static dev.rekey.dialect.onezone.Zone.basic;
import static dev.rekey.dialect.onezone.Zone.json;
import static dev.rekey.dialect.onezone.Zone.text;
import static dev.rekey.dialect.onezone.Zone.wish;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Realm;
import dev.rekey.core.store.Story;
import dev.rekey.http.Fields;
import dev.rekey.http.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnezoneDialectTest {

  private static final Fields ANNA = json().with(basic("anna", OLD));

  private final Zone zone = new Zone();

  @BeforeEach
  void annaLivesHere() {
    zone.user("anna");
  }

  @Test
  void aChangeIsDoneAndTheOldPasswordIsDead() {
    Response changed = zone.change(ANNA, wish(OLD, NEW));
    assertThat(changed.status()).isEqualTo(204);
    assertThat(changed.headers()).isEqualTo(Fields.none().with("access-control-allow-origin", "*"));
    assertThat(changed.body()).isEmpty();
    assertThat(show("anna", OLD).status()).isEqualTo(401);
    assertThat(show("anna", NEW).status()).isEqualTo(200);
  }

  @Test
  void theAddressSignsInAsWell() {
    assertThat(show("anna@example.com", OLD).status()).isEqualTo(200);
  }

  @Test
  void theOwnerSeesTheTwelveMembers() {
    assertThat(text(show("anna", OLD)))
        .isEqualTo(
            """
            {"username":"anna","userId":"f1c8b1a37aa7447b22eb65a742d40524",\
            "name":"Rudolf Lingens","login":"anna","linkedAccounts":[],\
            "fullName":"Rudolf Lingens","emails":["anna@example.com"],\
            "emailList":["anna@example.com"],"creationTime":1767225600,"blocked":false,\
            "basicAuthEnabled":true,"alias":"anna"}\
            """);
  }

  @Test
  void nobodySeesNobody() {
    Response response = zone.ask("GET", USER_PATH, Fields.none());
    assertThat(response.status()).isEqualTo(401);
    assertThat(text(response)).contains("You must authenticate yourself");
  }

  @Test
  void anybodyMayAskForTheHealth() {
    Response response = zone.ask("GET", "/api/v3/onezone/health", Fields.none());
    assertThat(text(response)).isEqualTo("{\"status\":\"healthy\"}");
    assertThat(zone.ask("GET", "/api/v3/onezone/health", basic("anna", "x")).status())
        .isEqualTo(401);
  }

  /** Each row has everything wrong from its own check on; the first that fails must answer. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POST  | wrong | text/html        | a | text/plain       | {           | 405 | ''
          PATCH | wrong | text/html        | a | text/plain       | {           | 401 | badBasicCredentials
          PATCH | good  | json             | a | text/plain       | {           | 400 | ''
          PATCH | good  | text/html        | a | text/plain       | {           | 406 | ''
          PATCH | none  | text/html        | a | text/plain       | {           | 406 | ''
          PATCH | good  | application/json | a | text/plain       | {           | 412 | ''
          PATCH | good  | application/json | * | text/plain       | {           | 415 | ''
          PATCH | none  | application/json | * | text/plain       | {           | 415 | ''
          PATCH | none  | application/json | * | application/json | {           | 400 | malformedData
          PATCH | none  | application/json | * | application/json | []          | 401 | must authenticate
          PATCH | child | application/json | * | application/json | []          | 403 | forbidden
          PATCH | good  | application/json | * | application/json | []          | 400 | malformedData
          PATCH | good  | application/json | * | application/json | {"oldPassword":1} | 400 | value: newPassword
          PATCH | good  | application/json | * | application/json | {"oldPassword":1,"newPassword":1} | 400 | provided \\"newPassword\\"
          PATCH | good  | application/json | * | application/json | {"oldPassword":1,"newPassword":null} | 400 | badValuePassword
          PATCH | good  | application/json | * | application/json | {"oldPassword":1,"newPassword":"short"} | 400 | badValuePassword
          PATCH | good  | application/json | * | application/json | {"newPassword":"short"} | 400 | badValuePassword
          PATCH | good  | application/json | * | application/json | {"newPassword":"lS1c6FD2mxB2ff"} | 400 | value: oldPassword
          PATCH | good  | application/json | * | application/json | {"oldPassword":1,"newPassword":"lS1c6FD2mxB2ff"} | 400 | provided \\"oldPassword\\"
          PATCH | good  | application/json | * | application/json | {"oldPassword":"wrong","newPassword":"short"} | 400 | badValuePassword
          PATCH | good  | application/json | * | application/json | {"oldPassword":"wrong","newPassword":"lS1c6FD2mxB2ff"} | 401 | badBasicCredentials
          PATCH | good  | application/json | * | application/json | {"oldPassword":"","newPassword":"lS1c6FD2mxB2ff"} | 401 | badBasicCredentials
          PATCH | good  | application/json | * | application/json | {"oldPassword":null,"newPassword":"lS1c6FD2mxB2ff"} | 401 | badBasicCredentials
          """)
  void theGatesStandInTheirOrder(
      String method,
      String who,
      String accept,
      String tag,
      String type,
      String body,
      int status,
      String words) {
    zone.person("lea", "child", Optional.of(OLD), true, false);
    Fields headers =
        credentials(who).with("accept", accept).with("if-match", tag).with("content-type", type);
    Response response = zone.ask(method, PASSWORD_PATH, headers, body.getBytes(UTF_8));
    assertThat(response.status()).isEqualTo(status);
    assertThat(text(response)).contains(words);
    assertThat(response.body().length == 0).isEqualTo(words.isEmpty());
    assertThat(zone.changes()).isZero();
  }

  private static Fields credentials(String who) {
    return switch (who) {
      case "none" -> Fields.none();
      case "wrong" -> basic("anna", "wrong");
      case "child" -> basic("lea", OLD);
      default -> basic("anna", OLD);
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-auth-token", "macaroon"})
  void aTokenIsNotKnownHereAndIsFinal(String header) {
    Response response = zone.change(ANNA.with(header, "MDAxY2xvY2F"), wish(OLD, NEW));
    assertThat(response.status()).isEqualTo(401);
    assertThat(text(response)).contains("badToken");
    assertThat(zone.changes()).isZero();
  }

  @Test
  void theNewPasswordMustPleaseThePolicy() {
    assertThat(refusal("żółć")).contains("at least 8 characters");
    assertThat(refusal("password123")).contains("widely used");
    assertThat(refusal("anna@example.com")).contains("the user's own name");
    assertThat(refusal("rekey2026!")).contains("name of this service");
    assertThat(refusal(OLD)).contains("different from the current one");
    assertThat(refusal("a".repeat(1025))).contains("at most 1024 characters");
    assertThat(refusal("abcdefghi\\u0000")).contains("NUL");
    assertThat(zone.changes()).isZero();
  }

  private String refusal(String next) {
    Response response = zone.change(ANNA, wish(OLD, next));
    assertThat(response.status()).isEqualTo(400);
    return text(response);
  }

  @Test
  void anAccountThatCannotSignInIsToldWhy() {
    zone.person("blocked", "user", Optional.of(OLD), true, true);
    zone.person("off", "user", Optional.of(OLD), false, false);
    zone.person("never", "user", Optional.empty(), true, false);
    assertThat(text(show("blocked", "whatever"))).contains("userBlocked");
    assertThat(text(show("off", "whatever"))).contains("basicAuthDisabled");
    assertThat(text(show("never", ""))).contains("basicAuthDisabled");
    assertThat(text(show("unknown", OLD))).isEqualTo(text(show("anna", "wrong")));
  }

  @Test
  void whoIsOvertakenHasTheWrongOldPassword() {
    Account anna = zone.store.ports().accounts().findByLogin(Realm.MAIN, "anna").orElseThrow();
    zone.meanwhile(2, () -> zone.store.credentials().swap(Story.change(anna, 1)));
    Response response = zone.change(ANNA, wish(OLD, NEW));
    assertThat(response.status()).isEqualTo(401);
    assertThat(text(response)).contains("badBasicCredentials");
  }

  @Test
  void ofManyChangesFromOneOldPasswordOneIsDone() throws Exception {
    List<Callable<Integer>> tries = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String next = NEW + i;
      tries.add(() -> zone.change(ANNA, wish(OLD, next)).status());
    }
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> status : pool.invokeAll(tries)) {
        statuses.add(status.get());
      }
    }
    assertThat(statuses).containsOnlyOnce(204).isSubsetOf(204, 401, 429);
    assertThat(zone.changes()).isOne();
  }

  @Test
  void whoFailsTooOftenWaitsAndSoDoesAStranger() {
    for (String name : List.of("anna", "stranger")) {
      for (int i = 0; i < 10; i++) {
        assertThat(show(name, "wrong").status()).isEqualTo(401);
      }
      Response response = show(name, "wrong");
      assertThat(response.status()).isEqualTo(429);
      assertThat(response.headers().first("retry-after")).contains("1");
      assertThat(text(response)).contains("\"temporaryFailure\"");
    }
  }

  @Test
  void aServerWithTooMuchToDoSaysSo() {
    zone.overload(Duration.ofMillis(2500));
    Response response = zone.change(ANNA, wish(OLD, NEW));
    assertThat(response.status()).isEqualTo(503);
    assertThat(response.headers().first("retry-after")).contains("3");
    assertThat(text(response)).contains("\"serviceUnavailable\"");
  }

  @Test
  void aSlashAtTheEndIsAcceptedAndADoubledOneIsNot() {
    assertThat(zone.ask("GET", USER_PATH + '/', basic("anna", OLD)).status()).isEqualTo(200);
    assertThat(zone.ask("GET", "/api/v3/onezone//user", basic("anna", OLD)).status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/groups", "/user/passwords", "/User", "/spaces", "/user/password/x", ""})
  void nothingElseIsFoundHere(String path) {
    Response response = zone.ask("PATCH", "/api/v3/onezone" + path, ANNA);
    assertThat(response.status()).isEqualTo(404);
    assertThat(text(response)).contains("\"notFound\"");
  }

  @Test
  void anotherMethodLearnsWhichThereAreWithoutCredentials() {
    assertThat(zone.ask("GET", PASSWORD_PATH, Fields.none()).headers().first("allow"))
        .contains("PATCH");
    assertThat(zone.ask("OPTIONS", PASSWORD_PATH, Fields.none()).status()).isEqualTo(204);
    assertThat(zone.ask("HEAD", USER_PATH, basic("anna", OLD)).status()).isEqualTo(200);
    assertThat(zone.ask("BREW", PASSWORD_PATH, Fields.none()).status()).isEqualTo(405);
  }

  private Response show(String name, String password) {
    return zone.ask("GET", USER_PATH, basic(name, password));
  }
}
