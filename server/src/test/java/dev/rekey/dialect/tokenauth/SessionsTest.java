package dev.rekey.dialect.tokenauth;

import static dev.rekey.dialect.tokenauth.Scene.EMAIL;
import static dev.rekey.dialect.tokenauth.Scene.NEW;
import static dev.rekey.dialect.tokenauth.Scene.OLD;
import static dev.rekey.dialect.tokenauth.Scene.SIGN_IN;
import static dev.rekey.dialect.tokenauth.Scene.TOKEN_FIELDS;
import static dev.rekey.dialect.tokenauth.Scene.credentials;
import static dev.rekey.dialect.tokenauth.Scene.field;
import static dev.rekey.dialect.tokenauth.Scene.refusal;
import static dev.rekey.dialect.tokenauth.Scene.session;
import static dev.rekey.dialect.tokenauth.Scene.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Profile;
import dev.rekey.core.audit.Event;
import dev.rekey.dialect.tokenauth.Scene.Session;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.CurrentPassword;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Rules;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Settings;
import dev.rekey.http.Fields;
import dev.rekey.http.Response;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in, staying signed in and signing out. */
class SessionsTest {

  private final Scene scene = Scene.withSomebody();

  @Test
  void showsTheUserWithoutTimesAndWithoutSuccess() {
    Response response = scene.json("POST", SIGN_IN, credentials(EMAIL, OLD), Fields.none());

    assertThat(response.status()).isEqualTo(200);
    assertThat(text(response))
        .isEqualTo(
            """
            {"data":{"email":"test@test.com","provider":"email","uid":"test@test.com","id":1,\
            "allow_password_change":false,"name":null,"nickname":null,"image":null}}\
            """);
  }

  @Test
  void handsOutATokenOfTwentyTwoSignsForTwoWeeks() {
    Session session = scene.signIn();

    assertThat(session.token()).matches("[A-Za-z0-9_-]{22}");
    assertThat(session.client()).matches("[A-Za-z0-9_-]{22}");
    assertThat(session.expiry()).isEqualTo(Scene.MORNING.getEpochSecond() + 14 * 86_400);
    assertThat(session.uid()).isEqualTo(EMAIL);
  }

  @Test
  void putsTheFiveIntoTheAuthorizationFieldAsWell() {
    Response response = scene.json("POST", SIGN_IN, credentials(EMAIL, OLD), Fields.none());
    Session session = session(response);
    String bearer = field(response, "authorization");

    assertThat(bearer).startsWith("Bearer ");
    assertThat(new String(Base64.getDecoder().decode(bearer.substring(7)), UTF_8))
        .isEqualTo(
            "{\"access-token\":\"%s\",\"token-type\":\"Bearer\",\"client\":\"%s\",\"expiry\":\"%d\",\"uid\":\"%s\"}"
                .formatted(session.token(), session.client(), session.expiry(), EMAIL));
  }

  @Test
  void showsWhatTheProfileKnowsOfTheGemsOwnFields() {
    Map<String, String> fields = Map.of("name", "Zoë", "nickname", "zo", "shoe_size", "39");
    scene.person(
        Logins.of(Optional.of("zoe@test.com"), Optional.of("zoe")), "user", new Profile(fields));

    Response response = scene.json("POST", SIGN_IN, credentials("zoe", OLD), Fields.none());

    assertThat(text(response)).contains("\"name\":\"Zoë\",\"nickname\":\"zo\",\"image\":null}}");
    assertThat(field(response, "uid")).isEqualTo("zoe@test.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"username\":\"test@test.com\",\"password\":\"first lighthouse\"}",
        "{\"email\":\" TEST@test.com \",\"password\":\"first lighthouse\",\"more\":[{}]}"
      })
  void takesTheNameUnderEitherWord(String body) {
    assertThat(scene.json("POST", SIGN_IN, body, Fields.none()).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[\"test@test.com\",\"first lighthouse\"]",
        "\"test@test.com\"",
        "null",
        "{\"password\":\"first lighthouse\"}",
        "{\"email\":\"test@test.com\"}",
        "{\"email\":\"test@test.com\",\"password\":null}",
        "{\"email\":\"test@test.com\",\"password\":12345678}",
        "{\"email\":\"test@test.com\",\"password\":[\"first lighthouse\"]}",
        "{\"email\":null,\"password\":\"first lighthouse\"}",
        "{\"email\":7,\"password\":\"first lighthouse\"}",
        "{\"email\":\"\",\"password\":\"first lighthouse\"}",
        "{\"email\":\"a\\u0000b\",\"password\":\"first lighthouse\"}",
        "{\"user\":{\"email\":\"test@test.com\",\"password\":\"first lighthouse\"}}"
      })
  void isRefusedAlikeWhateverIsMissing(String body) {
    Response response = scene.json("POST", SIGN_IN, body, Fields.none());

    assertThat(response.status()).isEqualTo(401);
    assertThat(text(response)).isEqualTo(refusal("Invalid login credentials. Please try again."));
    assertThat(Scene.names(response)).doesNotContainAnyElementsOf(TOKEN_FIELDS);
  }

  @Test
  void saysTheSameToTheUnknownTheDisabledAndTheWrong() {
    scene.disable(scene.person("closed@test.com", "user"));
    Response wrong = scene.json("POST", SIGN_IN, credentials(EMAIL, NEW), Fields.none());
    Response unknown =
        scene.json("POST", SIGN_IN, credentials("nobody@test.com", OLD), Fields.none());
    Response disabled =
        scene.json("POST", SIGN_IN, credentials("closed@test.com", OLD), Fields.none());

    assertThat(wrong.status()).isEqualTo(401);
    assertThat(text(wrong)).isEqualTo(refusal("Invalid login credentials. Please try again."));
    for (Response other : List.of(unknown, disabled)) {
      assertThat(other.status()).isEqualTo(401);
      assertThat(other.headers()).isEqualTo(wrong.headers());
      assertThat(other.body()).isEqualTo(wrong.body());
    }
  }

  @Test
  void readsFormsAndQueriesButNoOtherBody() {
    String form = "email=test%40test.com&password=first+lighthouse";
    Fields query = Fields.none().with("email", EMAIL).with("password", OLD);

    assertThat(post("application/x-www-form-urlencoded", form).status()).isEqualTo(200);
    assertThat(post("multipart/form-data; boundary=x", multipart()).status()).isEqualTo(200);
    assertThat(post("multipart/form-data; boundary=x", form).status()).isEqualTo(400);
    assertThat(post("text/plain", credentials(EMAIL, OLD)).status()).isEqualTo(401);
    assertThat(
            scene
                .answer(Scene.request("POST", SIGN_IN, query, Fields.none(), new byte[0]))
                .status())
        .isEqualTo(200);
  }

  @Test
  void neverReadsAPasswordFromAHeader() {
    Fields headers = Fields.none().with("email", EMAIL).with("password", OLD);

    assertThat(scene.json("POST", SIGN_IN, "{}", headers).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD"})
  void isNotForReading(String method) {
    Response response = scene.send(method, SIGN_IN, Fields.none(), "");

    assertThat(response.status()).isEqualTo(405);
    assertThat(text(response))
        .isEqualTo(
            "{\"success\":false,\"errors\":[\"Use POST /sign_in to sign in. GET is not"
                + " supported.\"]}");
  }

  @Test
  void waitsAreSaidInSecondsWhetherTheAccountExistsOrNot() {
    for (String email : List.of(EMAIL, "nobody@test.com")) {
      for (int i = 0; i < 3; i++) {
        assertThat(scene.json("POST", SIGN_IN, credentials(email, "guess"), Fields.none()).status())
            .isEqualTo(401);
      }
      Response closed = scene.json("POST", SIGN_IN, credentials(email, "guess"), Fields.none());

      assertThat(closed.status()).isEqualTo(429);
      assertThat(field(closed, "retry-after")).isEqualTo("1");
      assertThat(text(closed)).isEqualTo(refusal("Too many attempts. Please try again later."));
    }
  }

  @Test
  void asksToComeAgainWhenThereIsTooMuchToHash() {
    scene.overload(Duration.ofMillis(2_500));

    Response response = scene.json("POST", SIGN_IN, credentials(EMAIL, OLD), Fields.none());

    assertThat(response.status()).isEqualTo(503);
    assertThat(field(response, "retry-after")).isEqualTo("3");
    assertThat(text(response))
        .isEqualTo(refusal("The server is busy. Please try again in a moment."));
  }

  private Response post(String type, String body) {
    return scene.send("POST", SIGN_IN, Fields.none().with("content-type", type), body);
  }

  private static String multipart() {
    return """
    --x\r
    Content-Disposition: form-data; name="email"\r
    \r
    test@test.com\r
    --x\r
    Content-Disposition: form-data; name="password"\r
    \r
    first lighthouse\r
    --x--\r
    """;
  }

  @Nested
  class Validating {

    private final Session session = scene.signIn();

    @Test
    void showsTheUserWithoutTimesAndKeepsTheToken() {
      Response response = scene.validate(session);

      assertThat(response.status()).isEqualTo(200);
      assertThat(text(response))
          .isEqualTo(
              """
              {"success":true,"data":{"email":"test@test.com","provider":"email",\
              "uid":"test@test.com","id":1,"allow_password_change":false,"name":null,\
              "nickname":null,"image":null}}\
              """);
      assertThat(session(response)).isEqualTo(session);
    }

    @Test
    void turnsTheTokenAfterTheBatch() {
      scene.clock.pass(House.BATCH);

      Session turned = session(scene.validate(session));

      assertThat(turned.token()).isNotEqualTo(session.token());
      assertThat(turned.client()).isEqualTo(session.client());
    }

    @Test
    void saysTheSameToEveryStranger() {
      scene.disable(scene.person("closed@test.com", "user"));
      Account closed = scene.person("shut@test.com", "user");
      Session shut = scene.signIn("shut@test.com", OLD);
      scene.disable(closed);
      Session forged = new Session("bgINB4atOxd8SMNvtOTDxg", session.client(), 0, EMAIL);
      Session elsewhere = new Session(session.token(), "V7EN7LSRYAbpE_-c5PvRSw", 0, EMAIL);
      Session somebodyElse = new Session(session.token(), session.client(), 0, "shut@test.com");
      Session nobody = new Session(session.token(), session.client(), 0, "nobody@test.com");

      for (Session stranger : List.of(shut, forged, elsewhere, somebodyElse, nobody)) {
        Response response = scene.validate(stranger);
        assertThat(response.status()).isEqualTo(401);
        assertThat(text(response)).isEqualTo(refusal("Invalid login credentials"));
        assertThat(Scene.names(response)).doesNotContainAnyElementsOf(TOKEN_FIELDS);
      }
    }

    @Test
    void comparesTheUidLetterByLetter() {
      Session shouting = new Session(session.token(), session.client(), 0, "TEST@test.com");

      assertThat(scene.admits(shouting)).isFalse();
    }

    @Test
    void saysNothingTwiceToWhoHasItAlready() {
      String etag = field(scene.validate(session), "etag");
      scene.clock.pass(House.BATCH);

      Response response =
          scene.send("GET", Scene.VALIDATE, session.fields().with("if-none-match", etag), "");

      assertThat(response.status()).isEqualTo(304);
      assertThat(response.body()).isEmpty();
      assertThat(session(response).token()).isNotEqualTo(session.token());
      assertThat(field(response, "etag")).isEqualTo(etag);
      assertThat(response.headers().has("content-type")).isFalse();
    }

    @Test
    void takesTheCredentialsAsAQuery() {
      Fields query =
          Fields.none()
              .with("access-token", session.token())
              .with("client", session.client())
              .with("uid", EMAIL);

      assertThat(scene.get(Scene.VALIDATE, query, Fields.none()).status()).isEqualTo(200);
      Fields wrong = Fields.none().with("access-token", "bgINB4atOxd8SMNvtOTDxg");
      String bearer = field(scene.validate(session), "authorization");
      assertThat(
              scene
                  .get(Scene.VALIDATE, wrong, Fields.none().with("authorization", bearer))
                  .status())
          .as("a wrong parameter beats a good bearer")
          .isEqualTo(401);
    }
  }

  @Nested
  class SigningOut {

    private final Session session = scene.signIn();

    @Test
    void endsThisClientAndNoOther() {
      Session other = scene.signIn();

      Response response = scene.send("DELETE", Scene.SIGN_OUT, session.fields(), "");

      assertThat(response.status()).isEqualTo(200);
      assertThat(text(response)).isEqualTo("{\"success\":true}");
      assertThat(Scene.names(response)).doesNotContainAnyElementsOf(TOKEN_FIELDS);
      assertThat(scene.admits(session)).isFalse();
      assertThat(scene.admits(other)).isTrue();
    }

    @Test
    void takesTheCredentialsFromTheBody() {
      String body =
          "{\"access-token\":\"%s\",\"client\":\"%s\",\"uid\":\"%s\"}"
              .formatted(session.token(), session.client(), EMAIL);

      assertThat(scene.json("DELETE", Scene.SIGN_OUT, body, Fields.none()).status()).isEqualTo(200);
      assertThat(scene.admits(session)).isFalse();
    }

    @Test
    void isRefusedToWhoIsNotSignedIn() {
      scene.send("DELETE", Scene.SIGN_OUT, session.fields(), "");

      for (Fields shown : List.of(session.fields(), Fields.none())) {
        Response response = scene.send("DELETE", Scene.SIGN_OUT, shown, "");
        assertThat(response.status()).isEqualTo(404);
        assertThat(text(response)).isEqualTo(refusal("User was not found or was not logged in."));
      }
    }

    @Test
    void isWrittenDown() {
      scene.send("DELETE", Scene.SIGN_OUT, session.fields(), "");

      assertThat(scene.store.trail().getLast().event()).isInstanceOf(Event.SignedOut.class);
    }
  }

  @Nested
  class WithoutParanoia {

    private final Scene frank =
        Scene.withSomebody(
            Settings.standard()
                .withRules(new Rules(CurrentPassword.IF_SENT, false, true, false, true, false)));

    @Test
    void whoIsUnconfirmedIsToldSoOnceThePasswordIsRight() {
      frank.signUp(
          "{\"email\":\"new@test.com\",\"password\":\"%s\",\"confirm_success_url\":\"%s\"}"
              .formatted(OLD, Scene.LANDING));

      Response right = frank.json("POST", SIGN_IN, credentials("New@test.com", OLD), Fields.none());
      Response wrong = frank.json("POST", SIGN_IN, credentials("new@test.com", NEW), Fields.none());

      assertThat(right.status()).isEqualTo(401);
      assertThat(text(right))
          .isEqualTo(
              refusal(
                  "A confirmation email was sent to your account at 'new@test.com'. You must follow"
                      + " the instructions in the email before your account can be activated"));
      assertThat(text(wrong)).isEqualTo(refusal("Invalid login credentials. Please try again."));
    }

    @Test
    void whoIsLockedIsToldSo() {
      for (int failed = 0; failed < 9; ) {
        Response response = frank.json("POST", SIGN_IN, credentials(EMAIL, "guess"), Fields.none());
        if (response.status() == 401) {
          failed++;
        } else {
          frank.clock.pass(Duration.ofSeconds(Long.parseLong(field(response, "retry-after"))));
        }
      }
      Response locked = frank.json("POST", SIGN_IN, credentials(EMAIL, OLD), Fields.none());

      assertThat(locked.status()).isEqualTo(401);
      assertThat(text(locked))
          .isEqualTo(
              refusal(
                  "Your account has been locked due to an excessive number of unsuccessful sign in"
                      + " attempts."));
    }

    @Test
    void whoOnlyHasToWaitIsToldThat() {
      for (int i = 0; i < 3; i++) {
        frank.json("POST", SIGN_IN, credentials(EMAIL, "guess"), Fields.none());
      }

      assertThat(frank.json("POST", SIGN_IN, credentials(EMAIL, OLD), Fields.none()).status())
          .isEqualTo(429);
    }
  }
}
