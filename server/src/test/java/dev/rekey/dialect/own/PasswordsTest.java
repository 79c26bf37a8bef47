package dev.rekey.dialect.own;

import static dev.rekey.dialect.own.Scene.EMAIL;
import static dev.rekey.dialect.own.Scene.NEW;
import static dev.rekey.dialect.own.Scene.OLD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.letter.Letter;
import dev.rekey.dialect.own.Scene.Answered;
import dev.rekey.http.Fields;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changing the password, getting back in without one, and knowing whether one will do. */
class PasswordsTest {

  private final Scene scene = new Scene();
  private Account lettie;

  @BeforeEach
  void somebody() {
    lettie = scene.person(EMAIL, "user");
  }

  private Answered change(Fields token, String current, String next) {
    return scene.send(
        "PUT",
        "/account/password",
        token,
        "{\"current_password\":%s,\"new_password\":%s}"
            .formatted(Scene.quoted(current), Scene.quoted(next)));
  }

  private Answered post(String path, String member, String value) {
    return scene.send(
        "POST", path, Fields.none(), "{\"%s\":%s}".formatted(member, Scene.quoted(value)));
  }

  private Answered complete(String ticket, String password) {
    return scene.send(
        "POST",
        "/password-resets/complete",
        Fields.none(),
        "{\"ticket\":%s,\"new_password\":%s}"
            .formatted(Scene.quoted(ticket), Scene.quoted(password)));
  }

  @Test
  void aChangeEndsEveryOtherSession() {
    Fields acting = scene.signedIn(EMAIL);
    Fields other = scene.signedIn(EMAIL);

    assertThat(change(acting, OLD, NEW).status()).isEqualTo(204);

    assertThat(scene.get("/account", acting).status()).isEqualTo(200);
    assertThat(scene.get("/account", other).status()).isEqualTo(401);
    assertThat(scene.signIn(EMAIL, OLD).status()).isEqualTo(401);
    assertThat(scene.signIn(EMAIL, NEW).status()).isEqualTo(201);
    assertThat(scene.store.letters()).singleElement().isInstanceOf(Letter.PasswordChanged.class);
  }

  @Test
  void aChangeIsRefusedWithEveryReason() {
    Fields token = scene.signedIn(EMAIL);

    assertThat(change(token, NEW, "password").violations())
        .containsExactly("new_password common", "current_password wrong");
    assertThat(change(token, OLD, OLD).violations())
        .containsExactly("new_password same_as_current");
    assertThat(change(token, OLD, EMAIL).violations()).containsExactly("new_password personal");
    assertThat(change(token, "", "").violations())
        .containsExactly("new_password blank", "current_password blank");
    assertThat(change(token, OLD, "x".repeat(1025)).violations())
        .containsExactly("new_password too_long");
    assertThat(change(token, OLD, "quiet\u0000harbour").violations())
        .containsExactly("new_password unusable");
  }

  @Test
  void twoChangesAtOnceAreOne() {
    Fields one = scene.signedIn(EMAIL);
    Fields other = scene.signedIn(EMAIL);
    scene.hasher.meanwhile(() -> change(other, OLD, "a third umbrella"));

    Answered late = change(one, OLD, NEW);

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.problem()).isEqualTo("overtaken");
    assertThat(scene.signIn(EMAIL, "a third umbrella").status()).isEqualTo(201);
  }

  @Test
  void aResetTellsNobodyWhoExists() {
    Answered known = post("/password-resets", "login", EMAIL);
    Answered unknown = post("/password-resets", "login", "nobody@example.org");

    assertThat(known.status()).isEqualTo(202);
    assertThat(unknown.response().headers()).isEqualTo(known.response().headers());
    assertThat(unknown.text()).isEqualTo(known.text()).isEmpty();
    assertThat(scene.store.letters()).hasSize(1);
  }

  @Test
  void aTicketOpensOnce() {
    Fields token = scene.signedIn(EMAIL);
    post("/password-resets", "login", EMAIL);
    String ticket = scene.newestTicket();

    Answered looked = post("/password-resets/check", "ticket", ticket);
    assertThat(looked.json().path("expires_at").asString()).isEqualTo("2026-03-04T11:06:07.008Z");
    assertThat(complete(ticket, "short").violations()).contains("new_password too_short");
    assertThat(complete(ticket, NEW).status()).isEqualTo(204);

    assertThat(complete(ticket, "a third umbrella").violations()).containsExactly("ticket invalid");
    assertThat(post("/password-resets/check", "ticket", ticket).violations())
        .containsExactly("ticket invalid");
    assertThat(scene.get("/account", token).status()).isEqualTo(401);
    assertThat(scene.signIn(EMAIL, NEW).status()).isEqualTo(201);
  }

  @Test
  void anOldTicketIsSaidToBeOld() {
    post("/password-resets", "login", EMAIL);
    scene.clock.pass(Duration.ofHours(6));

    assertThat(complete(scene.newestTicket(), NEW).violations()).containsExactly("ticket expired");
    assertThat(complete("", NEW).violations()).containsExactly("ticket blank");
    assertThat(complete("nonsense", NEW).violations()).containsExactly("ticket invalid");
  }

  @Test
  void lettersAreLimited() {
    for (int i = 0; i < 60; i++) {
      post("/password-resets", "login", EMAIL);
    }

    assertThat(scene.store.letters()).hasSize(5);
    Answered tooMany = post("/password-resets", "login", EMAIL);
    assertThat(tooMany.status()).isEqualTo(429);
    assertThat(tooMany.header("retry-after")).contains("3600");
  }

  @Test
  void thePolicyIsTold() {
    Answered policy = scene.get("/password-policy", Fields.none());

    assertThat(policy.json().path("minimum_length").asInt()).isEqualTo(8);
    assertThat(policy.json().path("maximum_length").asInt()).isEqualTo(1024);
    assertThat(policy.json().path("refuses_common").asBoolean()).isTrue();
  }

  @Test
  void aPasswordIsJudgedBeforeItIsChosen() {
    assertThat(post("/password-checks", "password", NEW).json().toString())
        .isEqualTo("{\"acceptable\":true,\"violations\":[]}");
    Answered common = post("/password-checks", "password", "password");
    assertThat(common.json().path("acceptable").asBoolean()).isFalse();
    assertThat(common.violations()).containsExactly("password common");
  }

  @Test
  void theWordsOfWhoeverAsksCount() {
    String address = "{\"password\":\"lettie@example.org\"}";
    Fields token = scene.signedIn(EMAIL);

    assertThat(scene.send("POST", "/password-checks", token, address).violations())
        .containsExactly("password personal");
    assertThat(scene.send("POST", "/password-checks", Fields.none(), address).violations())
        .isEmpty();
    assertThat(
            scene
                .send(
                    "POST",
                    "/password-checks",
                    Fields.none(),
                    "{\"password\":\"lettie@example.org\",\"email\":\"lettie@example.org\"}")
                .violations())
        .containsExactly("password personal");
    assertThat(scene.send("POST", "/password-checks", Scene.bearer("x"), address).status())
        .isEqualTo(401);
  }

  @Test
  void theCurrentPasswordIsNotGuessedByJudging() {
    Fields token = scene.signedIn(EMAIL);

    assertThat(
            scene
                .send("POST", "/password-checks", token, "{\"password\":" + Scene.quoted(OLD) + "}")
                .json()
                .path("acceptable")
                .asBoolean())
        .isTrue();
    assertThat(scene.store.accounts().find(lettie.id()).orElseThrow().updatedAt())
        .isEqualTo(lettie.updatedAt());
  }

  @Test
  void judgingIsLimited() {
    for (int i = 0; i < 600; i++) {
      assertThat(post("/password-checks", "password", NEW).status()).isEqualTo(200);
    }

    assertThat(post("/password-checks", "password", NEW).status()).isEqualTo(429);
  }

  @Test
  void whoFailedTooOftenOpensTheAccountByLetter() {
    for (int i = 0; i < 10; i++) {
      scene.signIn(EMAIL, NEW);
    }
    assertThat(scene.signIn(EMAIL, OLD).status()).isEqualTo(429);

    assertThat(post("/unlocks", "login", EMAIL).status()).isEqualTo(202);
    String ticket = scene.newestTicket();
    assertThat(post("/unlocks/complete", "ticket", ticket).status()).isEqualTo(204);

    assertThat(scene.signIn(EMAIL, OLD).status()).isEqualTo(201);
    assertThat(post("/unlocks/complete", "ticket", ticket).violations())
        .containsExactly("ticket invalid");
  }

  @Test
  void aTicketOfOnePurposeOpensNothingElse() {
    post("/unlocks", "login", EMAIL);
    String ticket = scene.newestTicket();

    assertThat(complete(ticket, NEW).violations()).containsExactly("ticket invalid");
    assertThat(post("/email-confirmations/complete", "ticket", ticket).violations())
        .containsExactly("ticket invalid");
  }
}
