package dev.rekey.dialect.own;

import static dev.rekey.dialect.own.Scene.EMAIL;
import static dev.rekey.dialect.own.Scene.NEW;
import static dev.rekey.dialect.own.Scene.OLD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Realm;
import dev.rekey.dialect.own.Scene.Answered;
import dev.rekey.http.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What stewards do to the accounts of others, and who may not. */
class StewardsTest {

  private final Scene scene = new Scene();
  private Account lettie;
  private Fields admin;
  private String path;

  @BeforeEach
  void people() {
    scene.person("ada@example.org", "admin");
    lettie = scene.person(EMAIL, "user");
    admin = scene.signedIn("ada@example.org");
    path = "/accounts/" + lettie.ids().hex32();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | /accounts              |
          POST   | /accounts              | {"role":"user","email":"a@example.org"}
          GET    | {one}                  |
          PATCH  | {one}                  | {"disabled":true}
          PATCH  | {one}                  | {"role":"admin"}
          PATCH  | {one}                  | {"password_login":false}
          PATCH  | {one}                  | {"grant_privileges":["set-passwords"]}
          DELETE | {one}                  |
          PUT    | {one}/password         | {"new_password":"seven loud umbrellas"}
          POST   | {one}/reset-letter     |
          POST   | {one}/unlock           |
          GET    | {one}/sessions         |
          DELETE | {one}/sessions         |
          DELETE | {one}/sessions/0123456789abcdef01234567 |
          """)
  void whoIsNoStewardIsRefusedWhetherOrNotThereIsAnybody(
      String method, String template, @Nullable String sent) {
    String body = Optional.ofNullable(sent).orElse("");
    scene.person("bert@example.org", "user");
    Fields bert = scene.signedIn("bert@example.org");
    String there = template.replace("{one}", path);
    String nowhere = template.replace("{one}", "/accounts/" + "0".repeat(32));

    assertThat(scene.send(method, there, bert, body).problem()).isEqualTo("not-allowed");
    assertThat(scene.send(method, nowhere, bert, body).problem()).isEqualTo("not-allowed");
    assertThat(scene.send(method, there, Fields.none(), body).problem()).isEqualTo("not-signed-in");
    assertThat(scene.store.accounts().find(lettie.id())).contains(lettie);
  }

  @ParameterizedTest
  @ValueSource(strings = {"00000000000000000000000000000000", "1", "x%2Fy", "ABCDEF", "{id}"})
  void whatIsNobodysIdIsNotFound(String id) {
    assertThat(scene.get("/accounts/" + id, admin).status()).isBetween(400, 404);
    assertThat(scene.delete("/accounts/" + id, admin).status()).isBetween(400, 404);
  }

  @Test
  void anIdOfAnotherRealmIsNobodys() {
    Account there =
        scene.person(
            Logins.of(Optional.of("zoe@example.org"), Optional.empty()),
            "user",
            new Realm("elsewhere"));

    assertThat(scene.get("/accounts/" + there.ids().hex32(), admin).status()).isEqualTo(404);
    assertThat(scene.delete("/accounts/" + there.ids().hex32(), admin).status()).isEqualTo(404);
  }

  @Test
  void accountsComeInPages() {
    for (int i = 0; i < 5; i++) {
      scene.person("p" + i + "@example.org", "child");
    }

    List<String> found = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = scene.get("/accounts?role=child&limit=2" + cursor, admin).json();
      page.path("items").forEach(one -> found.add(one.path("email").asString()));
      cursor =
          page.path("next_cursor").isNull() ? "" : "&cursor=" + page.path("next_cursor").asString();
    } while (!cursor.isEmpty());

    assertThat(found)
        .containsExactly(
            "p0@example.org",
            "p1@example.org",
            "p2@example.org",
            "p3@example.org",
            "p4@example.org");
  }

  @Test
  void accountsAreFoundByNameAndState() {
    scene.send("PATCH", path, admin, "{\"disabled\":true}");

    assertThat(emails("q=LETT")).containsExactly(EMAIL);
    assertThat(emails("disabled=true")).containsExactly(EMAIL);
    assertThat(emails("disabled=false")).containsExactly("ada@example.org");
    assertThat(emails("q=nobody")).isEmpty();
    assertThat(emails("role=admin")).containsExactly("ada@example.org");
    assertThat(emails("role=unheard-of")).isEmpty();
  }

  private List<String> emails(String query) {
    return scene
        .get("/accounts?" + query, admin)
        .json()
        .path("items")
        .valueStream()
        .map(one -> one.path("email").asString())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=201",
        "limit=x",
        "limit=-1",
        "limit=1&limit=2",
        "disabled=yes",
        "role=A B",
        "cursor=x",
        "cursor=pzzzzzzzzzzzzzzz",
        "cursor=pzzzzzzzzzzzzz",
        "cursor=p1.",
        "cursor=p1.A",
        "cursor=p1._w",
        "offset=1"
      })
  void aQueryIsReadStrictly(String query) {
    Answered answer = scene.get("/accounts?" + query, admin);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("invalid-query");
    assertThat(answer.violations()).hasSize(1);
  }

  @Test
  void aStewardMakesAnAccount() {
    Answered answer =
        scene.send(
            "POST",
            "/accounts",
            admin,
            "{\"email\":\"zoe@example.org\",\"username\":\"zoe\",\"role\":\"user\","
                + "\"password\":\"quiet harbour lantern\",\"profile\":{\"town\":\"Bree\"}}");

    assertThat(answer.status()).isEqualTo(201);
    String place = answer.header("location").orElseThrow().substring(Scene.PREFIX.length());
    assertThat(scene.get(place, admin).json().path("username").asString()).isEqualTo("zoe");
    assertThat(scene.signIn("zoe", OLD).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"role":"user"}                                              | email missing
          {"email":"a@example.org"}                                    | role missing
          {"email":"a@example.org","role":"King"}                      | role invalid
          {"email":"a@example.org","role":7}                           | role wrong_type
          {"email":"no address","role":"user"}                         | email invalid
          {"email":"","role":"user"}                                   | email invalid
          {"username":" ","role":"user"}                               | username invalid
          {"username":"a\\u0007b","role":"user"}                       | username invalid
          {"email":"a@example.org","role":"unheard-of"}                | role unknown_role
          {"email":"lettie@example.org","role":"user"}                 | email taken
          {"email":"a@example.org","role":"user","password":"zq7#k"}   | password too_short
          {"email":"a@example.org","role":"user","password_login":1}   | password_login wrong_type
          """)
  void anAccountIsRefusedForItsReason(String body, String violation) {
    Answered answer = scene.send("POST", "/accounts", admin, body);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.violations()).containsExactly(violation);
  }

  @Test
  void aStewardChangesAnAccount() {
    Answered answer =
        scene.send(
            "PATCH",
            path,
            admin,
            "{\"email\":\"new@example.org\",\"username\":\"lettie\",\"role\":\"desk\","
                + "\"profile\":{\"town\":\"Bree\"},\"grant_privileges\":[\"view-accounts\"]}");

    assertThat(answer.status()).isEqualTo(204);
    JsonNode account = scene.get(path, admin).json();
    assertThat(account.path("email").asString()).isEqualTo("new@example.org");
    assertThat(account.path("role").asString()).isEqualTo("desk");
    assertThat(account.path("privileges").toString()).isEqualTo("[\"view-accounts\"]");
    scene.send("PATCH", path, admin, "{\"revoke_privileges\":[\"view-accounts\"]}");
    assertThat(scene.get(path, admin).json().path("privileges").size()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                        | ' missing'
          {"grant_privileges":["fly"]}              | grant_privileges unknown_privilege
          {"grant_privileges":"send-resets"}        | grant_privileges wrong_type
          {"grant_privileges":[1]}                  | grant_privileges wrong_type
          {"disabled":"true"}                       | disabled wrong_type
          {"role":"unheard-of"}                     | role unknown_role
          {"email":"ada@example.org"}               | email taken
          {"email":"nonsense"}                      | email malformed
          {"password":"seven loud umbrellas"}       | password unknown_member
          """)
  void aChangeIsRefusedForItsReason(String body, String violation) {
    assertThat(scene.send("PATCH", path, admin, body).violations()).containsExactly(violation);
  }

  @Test
  void whoIsDisabledIsSignedOut() {
    Fields token = scene.signedIn(EMAIL);

    scene.send("PATCH", path, admin, "{\"disabled\":true}");
    assertThat(scene.get("/account", token).status()).isEqualTo(401);
    assertThat(
            scene
                .send("PUT", path + "/password", admin, "{\"new_password\":\"" + NEW + "\"}")
                .problem())
        .isEqualTo("account-disabled");
    assertThat(scene.send("POST", path + "/reset-letter", admin, "").problem())
        .isEqualTo("letter-not-possible");

    scene.send("PATCH", path, admin, "{\"disabled\":false}");
    assertThat(scene.signIn(EMAIL, OLD).status()).isEqualTo(201);
  }

  @Test
  void aStewardSetsAPassword() {
    Fields token = scene.signedIn(EMAIL);
    String wish = "{\"new_password\":%s}";

    assertThat(
            scene.send("PUT", path + "/password", admin, wish.formatted("\"short\"")).violations())
        .contains("new_password too_short");
    assertThat(
            scene
                .send("PUT", path + "/password", admin, wish.formatted(Scene.quoted(NEW)))
                .status())
        .isEqualTo(204);

    assertThat(scene.get("/account", token).status()).isEqualTo(401);
    assertThat(scene.signIn(EMAIL, NEW).status()).isEqualTo(201);
  }

  @Test
  void whoMaySendALetterMayDoNothingElse() {
    scene.person("desk@example.org", "desk");
    Fields desk = scene.signedIn("desk@example.org");

    assertThat(scene.send("POST", path + "/reset-letter", desk, "").status()).isEqualTo(202);
    assertThat(scene.get(path, desk).status()).isEqualTo(403);
    assertThat(
            scene
                .send("PUT", path + "/password", desk, "{\"new_password\":\"" + NEW + "\"}")
                .status())
        .isEqualTo(403);

    Answered spent =
        scene.send(
            "POST",
            "/password-resets/complete",
            Fields.none(),
            "{\"ticket\":\"%s\",\"new_password\":\"%s\"}".formatted(scene.newestTicket(), NEW));
    assertThat(spent.status()).isEqualTo(204);
  }

  @Test
  void aStewardForgivesFailedTries() {
    for (int i = 0; i < 10; i++) {
      scene.signIn(EMAIL, NEW);
    }
    assertThat(scene.signIn(EMAIL, OLD).status()).isEqualTo(429);

    assertThat(scene.send("POST", path + "/unlock", admin, "").status()).isEqualTo(204);
    assertThat(scene.signIn(EMAIL, OLD).status()).isEqualTo(201);
  }

  @Test
  void aStewardSeesAndEndsSessions() {
    Fields one = scene.signedIn(EMAIL);
    Fields other = scene.signedIn(EMAIL);
    JsonNode sessions = scene.get(path + "/sessions", admin).json().path("items");
    assertThat(sessions.size()).isEqualTo(2);
    assertThat(sessions.valueStream()).noneMatch(one1 -> one1.path("current").asBoolean());

    String name = sessions.get(0).path("name").asString();
    assertThat(scene.delete(path + "/sessions/" + name, admin).status()).isEqualTo(204);
    assertThat(scene.delete(path + "/sessions/" + name, admin).status()).isEqualTo(404);
    assertThat(scene.delete(path + "/sessions", admin).json().path("ended").asInt()).isOne();

    assertThat(scene.get("/account", one).status()).isEqualTo(401);
    assertThat(scene.get("/account", other).status()).isEqualTo(401);
    assertThat(scene.get("/account", admin).status()).isEqualTo(200);
  }

  @Test
  void aDeletedAccountIsGone() {
    assertThat(scene.delete(path, admin).status()).isEqualTo(204);

    assertThat(scene.delete(path, admin).status()).isEqualTo(404);
    assertThat(scene.get(path, admin).status()).isEqualTo(404);
    assertThat(scene.signIn(EMAIL, OLD).status()).isEqualTo(401);
  }
}
