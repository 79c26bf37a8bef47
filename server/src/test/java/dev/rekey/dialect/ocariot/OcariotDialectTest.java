package dev.rekey.dialect.ocariot;

import static dev.rekey.dialect.ocariot.Gateway.NEXT;
import static dev.rekey.dialect.ocariot.Gateway.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.token.SignedTokens.Flaw;
import dev.rekey.http.Fields;
import dev.rekey.http.Response;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OcariotDialectTest {

  private static final String GOOD = Gateway.change(PASSWORD, NEXT);
  private static final List<String> GROWN_UP =
      List.of("admin", "educator", "healthprofessional", "family");

  private final Gateway gateway = new Gateway();
  private final Account edu = gateway.person("educator");
  private final String id = edu.ids().hex24();

  @Test
  void aChangeTakesTheOldPasswordAndLeavesTheNewOne() {
    Response changed = gateway.change(gateway.token(edu), id, GOOD);
    assertThat(changed.status()).isEqualTo(204);
    assertThat(changed.body()).isEmpty();
    assertThat(gateway.signIn(edu.logins().display(), PASSWORD).status()).isEqualTo(401);
    assertThat(gateway.signIn(edu.logins().display(), NEXT).status()).isEqualTo(200);
  }

  @Test
  void theActingTokenSurvivesAndEveryOtherOneEnds() {
    String other = gateway.token(edu);
    String acting = gateway.token(edu);
    assertThat(gateway.change(acting, id, GOOD).status()).isEqualTo(204);
    assertThat(gateway.change(acting, id, "{}").status()).isEqualTo(400);
    assertSays(gateway.change(other, id, "{}"), 401, "not properly registered");
  }

  @Test
  void everyKindButTwoChangesItsOwnPassword() {
    for (String role : GROWN_UP) {
      Account one = gateway.person(role);
      String token = gateway.token(one);
      assertThat(gateway.change(token, one.ids().hex24(), GOOD).status()).as(role).isEqualTo(204);
      assertForbidden(gateway.change(token, id, GOOD));
      assertSays(gateway.change(token, "123", "{}"), 400, "Parameter {user_id}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"child", "application"})
  void twoKindsMayNotWhateverTheId(String role) {
    Account one = gateway.person(role);
    String token = gateway.token(one);
    assertForbidden(gateway.change(token, one.ids().hex24(), GOOD));
    assertForbidden(gateway.change(token, id, GOOD));
    assertForbidden(gateway.change(token, "123", "{"));
  }

  @Test
  void withoutATokenNothingElseIsLookedAt() {
    for (String whose : List.of(id, "123", "zzzzzzzzzzzzzzzzzzzzzzzz")) {
      Response response =
          gateway.ask("PUT", "/v1/users/" + whose + "/password", Gateway.json(), "{");
      assertSays(response, 401, "lack of authentication credentials");
    }
  }

  @Test
  void whateverMayBeAnIdAndIsNotTheCallersIsForbiddenBeforeTheBodyIsRead() {
    String token = gateway.token(edu);
    for (String whose :
        List.of(
            "507f191e810c19729de860ea", "zzzzzzzzzzzzzzzzzzzzzzzz", id.toUpperCase(Locale.ROOT))) {
      assertForbidden(gateway.change(token, whose, "{"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/v1/Users/%s/PASSWORD", "/V1/users/%s/password/", "/v1/USERS/%s/Password/"})
  void theOwnIdRuleHoldsHoweverThePathIsSpelt(String path) {
    Account family = gateway.person("family");
    Fields headers = Gateway.bearer(gateway.token(edu));
    Response other = gateway.ask("PUT", path.formatted(family.ids().hex24()), headers, GOOD);
    assertForbidden(other);
    assertThat(gateway.ask("PUT", path.formatted(id), headers, GOOD).status()).isEqualTo(204);
  }

  @Test
  void ofTwoMistakesTheBodyComesBeforeTheId() {
    String token = gateway.token(edu);
    assertSays(gateway.change(token, "123", "{"), 400, "Unable to process request body!");
    assertSays(gateway.change(token, "123", "{}"), 400, "Parameter {user_id}");
  }

  @Test
  void ofTwoMistakesTheFieldsComeBeforeTheOldPassword() {
    String body = "{\"old_password\":\"wrong\",\"new_password\":7}";
    assertSays(gateway.change(gateway.token(edu), id, body), 400, "new_password must be a string!");
  }

  @Test
  void ofTwoMistakesTheOldPasswordComesBeforeTheRules() {
    String token = gateway.token(edu);
    assertSays(
        gateway.change(token, id, Gateway.change("wrong", "short")),
        400,
        "Password does not match!");
    assertSays(
        gateway.change(token, id, Gateway.change(PASSWORD, "short")),
        400,
        "new_password must have at least 8 characters!");
  }

  @Test
  void aRepeatedFormFieldIsNoString() {
    Fields form =
        Fields.none()
            .with("content-type", "application/x-www-form-urlencoded")
            .with("authorization", "Bearer " + gateway.token(edu));
    String path = "/v1/users/" + id + "/password";
    assertSays(
        gateway.ask("PUT", path, form, "old_password=a&old_password=b&new_password=c"),
        400,
        "old_password must be a string!");
    assertThat(
            gateway
                .ask("PUT", path, form, "old_password=" + PASSWORD + "&new_password=" + NEXT)
                .status())
        .isEqualTo(204);
  }

  @Test
  void aChangeThatWasOvertakenFindsItsPasswordWrong() {
    String token = gateway.token(edu);
    gateway.overtake();
    assertSays(gateway.change(token, id, GOOD), 400, "Password does not match!");
  }

  @Test
  void wrongPasswordsAreSlowedDownAlikeForKnownAndUnknown() {
    for (int i = 0; i < 10; i++) {
      assertThat(gateway.signIn(edu.logins().display(), "wrong").status()).isEqualTo(401);
      assertThat(gateway.signIn("nobody", "wrong").status()).isEqualTo(401);
    }
    Response known = gateway.signIn(edu.logins().display(), "wrong");
    Response unknown = gateway.signIn("nobody", "wrong");
    assertThat(known.status()).isEqualTo(429);
    assertThat(known.headers().first("retry-after")).hasValue("1");
    assertThat(Gateway.text(unknown)).isEqualTo(Gateway.text(known));
  }

  @Test
  void anOverloadedServerAsksToComeAgain() {
    String token = gateway.token(edu);
    gateway.hasher.fill(Duration.ofSeconds(3));
    for (Response response :
        List.of(gateway.signIn("nobody", "x"), gateway.change(token, id, GOOD))) {
      assertThat(response.status()).isEqualTo(503);
      assertThat(response.headers().first("retry-after")).hasValue("3");
    }
  }

  @Test
  void anAdminSetsThePasswordOfAnybodyAndEndsTheirTokens() {
    String admin = gateway.token(gateway.person("admin"));
    for (String role : List.of("child", "application", "educator", "family")) {
      Account one = gateway.person(role);
      String token = gateway.token(one);
      String body = "{\"old_password\":\"ignored\",\"new_password\":\"" + NEXT + "\"}";
      assertThat(gateway.reset(admin, one.ids().hex24(), body).status()).isEqualTo(204);
      assertThat(gateway.signIn(one.logins().display(), NEXT).status()).isEqualTo(200);
      assertSays(gateway.change(token, id, "{}"), 401, "not properly registered");
    }
  }

  @Test
  void aResetFindsAnIdInEitherCaseAndSaysWhenThereIsNone() {
    String admin = gateway.token(gateway.person("admin"));
    String body = "{\"new_password\":\"" + NEXT + "\"}";
    assertThat(gateway.reset(admin, id.toUpperCase(Locale.ROOT), body).status()).isEqualTo(204);
    assertSays(gateway.reset(admin, "507f191e810c19729de860ea", body), 404, "User not found!");
    assertSays(gateway.reset(admin, "507f191e810c19729de860ea", "{}"), 400, "is required!");
    assertSays(gateway.reset(admin, "zzzzzzzzzzzzzzzzzzzzzzzz", "{}"), 400, "Parameter {user_id}");
    assertSays(gateway.reset(admin, "zzz", "{"), 400, "Unable to process request body!");
  }

  @Test
  void aResetNamesTheAbsentFieldInTheSingular() {
    String admin = gateway.token(gateway.person("admin"));
    assertThat(Gateway.text(gateway.reset(admin, id, "{}")))
        .isEqualTo(
            """
            {"code":400,"message":"Required field not provided...",\
            "description":"new_password is required!"}\
            """);
  }

  @Test
  void nobodyElseResets() {
    for (String role :
        List.of("educator", "healthprofessional", "family", "child", "application")) {
      Account one = gateway.person(role);
      String token = gateway.token(one);
      for (String whose : List.of(one.ids().hex24(), id, "123")) {
        assertForbidden(gateway.reset(token, whose, "{"));
      }
    }
  }

  @Test
  void aSignInAnswersWithATokenAndNothingElse() {
    Response response = gateway.signIn(edu.logins().display(), PASSWORD);
    assertThat(response.status()).isEqualTo(200);
    assertThat(Gateway.body(response).propertyNames()).containsExactly("access_token");
  }

  @Test
  void aSignInDoesNotLookAtATokenThatItIsSent() {
    Response response =
        gateway.ask("POST", "/v1/auth", Gateway.bearer("nonsense"), "{\"username\":\"a\"}");
    assertSays(response, 400, "password are required!");
  }

  @Test
  void namesAreComparedAsTheyAre() {
    String name = edu.logins().display();
    for (String typed : List.of(name.toUpperCase(Locale.ROOT), ' ' + name, name + ' ')) {
      assertThat(gateway.signIn(typed, PASSWORD).status()).as(typed).isEqualTo(401);
    }
  }

  @Test
  void anExpiredTokenIsToldApartFromAForgedOne() {
    String token = gateway.token(edu);
    assertSays(gateway.change("forged", id, GOOD), 401, "due to access token issues");
    gateway.tokens.spoil(token, Flaw.EXPIRED);
    assertSays(gateway.change(token, id, GOOD), 401, "access token is expired");
  }

  @Test
  void theTokenOfARemovedOrDisabledUserIsNoLongerOne() {
    String token = gateway.token(edu);
    gateway.disable(edu);
    assertSays(gateway.change(token, id, GOOD), 401, "not properly registered");
    assertSays(gateway.signIn(edu.logins().display(), PASSWORD), 401, "Invalid username");
    gateway.remove(edu);
    assertSays(gateway.change(token, id, GOOD), 401, "not properly registered");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1",
        "/v1/",
        "/v1/auth",
        "/v1/users/5a62be07de34500146d9c544/password",
        "/v1/x//y"
      })
  void everyPathAnswersOptions(String path) {
    Response response = gateway.ask("OPTIONS", path, Fields.none(), "");
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    assertThat(response.headers().first("Access-Control-Allow-Methods"))
        .hasValue("GET,POST,PUT,PATCH,DELETE,HEADER,OPTIONS");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /v1/auth",
        "GET /v1/users",
        "GET /v1/users/5a62be07de34500146d9c544",
        "PATCH /v1/users/5a62be07de34500146d9c544",
        "PUT /v1/children/5a62be07de34500146d9c544",
        "DELETE /v1/children/5a62be07de34500146d9c544",
        "GET /v1/children/5a62be07de34500146d9c544/physicalactivities",
        "POST /v1/children/5a62be07de34500146d9c544/weights",
        "GET /v1/institutions/5a62be07de34500146d9c544/environments",
        "GET /v1/educators/5a62be07de34500146d9c544/children",
        "GET /v1/families/5a62be07de34500146d9c544/children/groups",
        "POST /v1/users/5a62be07de34500146d9c544/fitbit/sync",
        "GET /v1/devices",
        "PATCH /v1/users/5a62be07de34500146d9c544/password",
        "DELETE /v1/users/5a62be07de34500146d9c544/password",
        "PUT /v1/users/5a62be07de34500146d9c544/reset-password",
        "PUT /v1/users//5a62be07de34500146d9c544/password",
        "PUT /v1/users/5a62be07de34500146d9c544//password",
        "PUT /v1/users//password",
        "POST /v1/auth//",
        "POST /v1/auth/x",
        "BREW /v1/auth",
        "POST /v1"
      })
  void whatIsNoRouteIsNotFoundForAnybody(String line) {
    String[] words = line.split(" ");
    Response response = gateway.ask(words[0], words[1], Gateway.json(), "{}");
    assertSays(response, 404, "Endpoint not found!");
  }

  @Test
  void aBrokenPathIsToldSo() {
    assertThat(gateway.ask("PUT", "/v1/users/%zz/password", Fields.none(), "").status())
        .isEqualTo(400);
  }

  @Test
  void anAccidentIsAnErrorObjectWithItsId() {
    Response response =
        gateway.door.apologise(
            Gateway.request("PUT", "/v1/users/1/password", Fields.none(), new byte[0]),
            new IllegalStateException("made for this test"));
    assertThat(response.status()).isEqualTo(500);
    assertThat(Gateway.text(response))
        .startsWith(
            "{\"code\":500,\"message\":\"An internal server error has occurred.\",\"description\":")
        .contains("k7d2");
  }

  private static void assertForbidden(Response response) {
    assertSays(response, 403, "Authorization failed due to insufficient permissions.");
  }

  private static void assertSays(Response response, int status, String part) {
    assertThat(response.status()).as(Gateway.text(response)).isEqualTo(status);
    assertThat(Gateway.text(response)).contains(part);
  }
}
