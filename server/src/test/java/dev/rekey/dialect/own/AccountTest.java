package dev.rekey.dialect.own;

import static dev.rekey.dialect.own.Scene.EMAIL;
import static dev.rekey.dialect.own.Scene.NEW;
import static dev.rekey.dialect.own.Scene.OLD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.letter.Letter;
import dev.rekey.dialect.own.Scene.Answered;
import dev.rekey.dialect.own.Scene.Choice;
import dev.rekey.http.Fields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Making, seeing, changing and closing the own account. */
class AccountTest {

  private static final String SIGN_UP =
      "{\"email\":\"Lettie@Example.org\",\"username\":\"lettie\",\"password\":\"quiet harbour"
          + " lantern\",\"profile\":{\"first_name\":\"Letitia\"}}";

  private final Scene scene = new Scene();

  private Answered signUp(String body) {
    return scene.send("POST", "/sign-up", Fields.none(), body);
  }

  @Test
  void aSignUpMakesAnAccountAndSignsIn() {
    Answered answer = signUp(SIGN_UP);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().at("/account/email").asString()).isEqualTo(EMAIL);
    assertThat(answer.json().at("/account/role").asString()).isEqualTo("user");
    assertThat(answer.json().at("/account/email_confirmed").asBoolean()).isFalse();
    Fields token = Scene.bearer(answer.json().path("token").asString());
    assertThat(scene.get("/account", token).json().at("/profile/first_name").asString())
        .isEqualTo("Letitia");
    assertThat(scene.store.letters()).singleElement().isInstanceOf(Letter.ConfirmLink.class);
  }

  @Test
  void aSignUpIsRefusedWithEveryReason() {
    signUp(SIGN_UP);

    Answered answer =
        signUp("{\"email\":\"lettie@example.org\",\"username\":\"lettie\",\"password\":\"short\"}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("refused");
    assertThat(answer.violations()).contains("email taken", "username taken", "password too_short");
    assertThat(answer.json().at("/violations/2/minimum").asInt()).isEqualTo(8);
  }

  @Test
  void whereSignUpIsClosedNobodyLearnsMore() {
    Scene closed = new Scene(Choice.standard().closed());

    assertThat(closed.send("POST", "/sign-up", Fields.none(), SIGN_UP).problem())
        .isEqualTo("sign-up-closed");
    assertThat(closed.store.trail()).isEmpty();
  }

  @Test
  void aBodyIsReadStrictlyAndAllMistakesAreSaidAtOnce() {
    Answered answer =
        signUp("{\"emial\":\"a@example.org\",\"password\":5,\"profile\":{\"age\":9},\"zzzzzz\":1}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("invalid-body");
    assertThat(answer.violations())
        .containsExactly(
            "email missing",
            "password wrong_type",
            "profile.age wrong_type",
            "emial unknown_member",
            "zzzzzz unknown_member");
    assertThat(answer.json().at("/violations/3/nearest").asString()).isEqualTo("email");
    assertThat(scene.store.trail()).isEmpty();
  }

  @Test
  void theRoleIsNotTheirsToChoose() {
    Answered answer =
        signUp("{\"email\":\"a@example.org\",\"password\":\"quiet harbour\",\"role\":\"admin\"}");

    assertThat(answer.violations()).containsExactly("role unknown_member");
  }

  @Test
  void aChangeOfTheProfileNeedsNoPassword() {
    Fields token = Scene.bearer(signUp(SIGN_UP).json().path("token").asString());

    Answered answer =
        scene.send(
            "PATCH",
            "/account",
            token,
            "{\"username\":\"letitia\",\"profile\":{\"first_name\":null,\"town\":\"Bree\"}}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("username").asString()).isEqualTo("letitia");
    assertThat(answer.json().path("profile").toString()).isEqualTo("{\"town\":\"Bree\"}");
  }

  @Test
  void aNewAddressNeedsThePasswordAndAConfirmation() {
    scene.person(EMAIL, "user");
    Fields token = scene.signedIn(EMAIL);

    String wish = "{\"email\":\"new@example.org\"%s}";
    assertThat(scene.send("PATCH", "/account", token, wish.formatted("")).violations())
        .containsExactly("current_password wrong");
    Answered asked =
        scene.send(
            "PATCH",
            "/account",
            token,
            wish.formatted(",\"current_password\":" + Scene.quoted(OLD)));

    assertThat(asked.json().path("email").asString()).isEqualTo(EMAIL);
    assertThat(asked.json().path("pending_email").asString()).isEqualTo("new@example.org");
    confirm(scene.newestTicket());
    assertThat(scene.get("/account", token).json().path("email").asString())
        .isEqualTo("new@example.org");
  }

  private void confirm(String ticket) {
    Answered answer =
        scene.send(
            "POST",
            "/email-confirmations/complete",
            Fields.none(),
            "{\"ticket\":\"" + ticket + "\"}");
    assertThat(answer.status()).isEqualTo(204);
  }

  @Test
  void aWrongPasswordIsRefusedEvenWhereNoneIsNeeded() {
    scene.person(EMAIL, "user");
    Fields token = scene.signedIn(EMAIL);

    assertThat(
            scene
                .send(
                    "PATCH",
                    "/account",
                    token,
                    "{\"username\":\"x\",\"current_password\":" + Scene.quoted(NEW) + "}")
                .violations())
        .containsExactly("current_password wrong");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"id\":\"0\"}",
        "{\"email\":null}",
        "{\"profile\":[]}",
        "{\"profile\":{\"a\":1}}",
        "{\"disabled\":true}"
      })
  void whatChangesNothingOrTooMuchIsRefused(String body) {
    scene.person(EMAIL, "user");

    assertThat(scene.send("PATCH", "/account", scene.signedIn(EMAIL), body).problem())
        .isEqualTo("invalid-body");
  }

  @Test
  void whoMayNotDoesNot() {
    scene.person("kid@example.org", "child");
    Fields kid = scene.signedIn("kid@example.org");

    assertThat(scene.send("PATCH", "/account", kid, "{\"username\":\"kid\"}").problem())
        .isEqualTo("not-allowed");
    assertThat(scene.delete("/account", kid).problem()).isEqualTo("not-allowed");
    assertThat(scene.get("/account", kid).status()).isEqualTo(200);
  }

  @Test
  void aClosedAccountIsGone() {
    scene.person(EMAIL, "user");

    assertThat(scene.delete("/account", scene.signedIn(EMAIL)).status()).isEqualTo(204);

    assertThat(scene.signIn(EMAIL, OLD).status()).isEqualTo(401);
    assertThat(scene.store.letters()).singleElement().isInstanceOf(Letter.AccountDeleted.class);
  }

  @Test
  void whatIsKnownAlreadyIsNotSentAgain() {
    scene.person(EMAIL, "user");
    Fields token = scene.signedIn(EMAIL);
    String etag = scene.get("/account", token).header("etag").orElseThrow();

    Answered again = scene.get("/account", token.with("If-None-Match", "\"x\", " + etag));
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.header("etag")).contains(etag);
    assertThat(again.text()).isEmpty();

    scene.send("PATCH", "/account", token, "{\"username\":\"letitia\"}");
    assertThat(scene.get("/account", token.with("If-None-Match", etag)).status()).isEqualTo(200);
  }
}
