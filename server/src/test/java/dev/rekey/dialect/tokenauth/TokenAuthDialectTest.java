package dev.rekey.dialect.tokenauth;

import static dev.rekey.dialect.tokenauth.Scene.EMAIL;
import static dev.rekey.dialect.tokenauth.Scene.NEW;
import static dev.rekey.dialect.tokenauth.Scene.OLD;
import static dev.rekey.dialect.tokenauth.Scene.PASSWORD;
import static dev.rekey.dialect.tokenauth.Scene.SIGN_IN;
import static dev.rekey.dialect.tokenauth.Scene.credentials;
import static dev.rekey.dialect.tokenauth.Scene.field;
import static dev.rekey.dialect.tokenauth.Scene.session;
import static dev.rekey.dialect.tokenauth.Scene.text;
import static dev.rekey.dialect.tokenauth.Scene.wish;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.Event;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.token.ClientTokens;
import dev.rekey.dialect.tokenauth.Scene.Session;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.BatchAnswers;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.CurrentPassword;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenAuthDialectTest {

  private static final String BAD_CREDENTIALS =
      "{\"success\":false,\"errors\":[\"Invalid login credentials. Please try again.\"]}";
  private static final String UNAUTHORIZED = "{\"success\":false,\"errors\":[\"Unauthorized\"]}";
  private static final String FORBIDDEN =
      "{\"success\":false,\"errors\":[\"Your account may not change its password here.\"]}";
  private static final String TOO_MANY =
      "{\"success\":false,\"errors\":[\"Too many attempts. Please try again later.\"]}";
  private static final String BUSY =
      "{\"success\":false,\"errors\":[\"The server is busy. Please try again in a moment.\"]}";
  private static final String CURRENT_INVALID = fieldError("current_password", "is invalid");

  private static final List<String> TOKEN_FIELDS =
      List.of("access-token", "token-type", "client", "expiry", "uid", "authorization");

  private final Scene scene = Scene.withSomebody();

  private static String fieldError(String attribute, String text) {
    String label =
        Character.toUpperCase(attribute.charAt(0)) + attribute.substring(1).replace('_', ' ');
    return "{\"success\":false,\"errors\":{\"%s\":[\"%s\"],\"full_messages\":[\"%s %s\"]}}"
        .formatted(attribute, text, label, text);
  }

  private static String withCurrent(String current) {
    return "{\"password\":\"%s\",\"password_confirmation\":\"%s\",\"current_password\":%s}"
        .formatted(NEW, NEW, current);
  }

  @Nested
  class SigningIn {

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
      assertThat(text(response)).isEqualTo(BAD_CREDENTIALS);
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
      assertThat(text(wrong)).isEqualTo(BAD_CREDENTIALS);
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
      assertThat(post("multipart/form-data; boundary=x", form).status()).isEqualTo(401);
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
          assertThat(
                  scene.json("POST", SIGN_IN, credentials(email, "guess"), Fields.none()).status())
              .isEqualTo(401);
        }
        Response closed = scene.json("POST", SIGN_IN, credentials(email, "guess"), Fields.none());

        assertThat(closed.status()).isEqualTo(429);
        assertThat(field(closed, "retry-after")).isEqualTo("1");
        assertThat(text(closed)).isEqualTo(TOO_MANY);
      }
    }

    @Test
    void asksToComeAgainWhenThereIsTooMuchToHash() {
      scene.overload(Duration.ofMillis(2_500));

      Response response = scene.json("POST", SIGN_IN, credentials(EMAIL, OLD), Fields.none());

      assertThat(response.status()).isEqualTo(503);
      assertThat(field(response, "retry-after")).isEqualTo("3");
      assertThat(text(response)).isEqualTo(BUSY);
    }

    private Response post(String type, String body) {
      return scene.send("POST", SIGN_IN, Fields.none().with("content-type", type), body);
    }
  }

  @Nested
  class Changing {

    private final Session session = scene.signIn();

    @Test
    void answersWithTheDocumentsBodyAndTheGemsAtOnce() {
      scene.clock.pass(Duration.ofSeconds(1));

      Response response = scene.change(session, NEW);

      assertThat(response.status()).isEqualTo(200);
      assertThat(text(response))
          .isEqualTo(
              """
              {"success":true,"data":{"email":"test@test.com","provider":"email",\
              "uid":"test@test.com","id":1,"allow_password_change":false,"name":null,\
              "nickname":null,"image":null,"created_at":"2025-05-29T11:02:20.250Z",\
              "updated_at":"2025-05-29T11:02:21.250Z",\
              "message":"Your password has been successfully updated."},\
              "message":"Your password has been successfully updated."}\
              """);
      assertThat(scene.letsIn(NEW)).isTrue();
      assertThat(scene.letsIn(OLD)).isFalse();
    }

    @Test
    void everyFieldStandsWhereRailsPutsIt() {
      assertThat(Scene.names(scene.change(session, NEW)))
          .containsExactly(
              "x-frame-options",
              "x-xss-protection",
              "x-content-type-options",
              "x-permitted-cross-domain-policies",
              "referrer-policy",
              "content-type",
              "vary",
              "access-token",
              "token-type",
              "client",
              "expiry",
              "uid",
              "authorization",
              "etag",
              "cache-control",
              "x-request-id",
              "x-runtime");
    }

    @ParameterizedTest
    @EnumSource(BatchAnswers.class)
    void answersWithAFreshTokenEvenRightAfterTheSignIn(BatchAnswers mode) {
      Scene other = Scene.withSomebody(mode, CurrentPassword.IF_SENT);
      Session before = other.signIn();

      Session after = session(other.change(before, NEW));

      assertThat(after.token()).matches("[A-Za-z0-9_-]{22}").isNotEqualTo(before.token());
      assertThat(after.client()).isEqualTo(before.client());
      assertThat(after.expiry()).isEqualTo(before.expiry());
      assertThat(other.change(after, "third lighthouse").status()).isEqualTo(200);
    }

    @Test
    void thePreviousTokenIsDeadAtOnce() {
      assertThat(scene.change(session, NEW).status()).isEqualTo(200);

      Response again = scene.change(session, "third lighthouse");

      assertThat(again.status()).isEqualTo(401);
      assertThat(text(again)).isEqualTo(UNAUTHORIZED);
      assertThat(scene.letsIn(NEW)).isTrue();
    }

    @Test
    void aTurnedAwayTokenIsDeadAsWell() {
      scene.clock.pass(Duration.ofMinutes(1));
      Session turned = session(scene.put(session, "{}"));
      assertThat(scene.change(turned, NEW).status()).isEqualTo(200);

      assertThat(scene.put(session, "{}").status()).isEqualTo(401);
      assertThat(scene.put(turned, "{}").status()).isEqualTo(401);
    }

    @Test
    void everyOtherSessionEndsAndTheActingClientStays() {
      Session other = scene.signIn();

      Session after = session(scene.change(session, NEW));

      assertThat(scene.put(other, "{}").status()).isEqualTo(401);
      assertThat(scene.put(after, "{}").status()).isEqualTo(422);
    }

    @Test
    void isWrittenDownAndTold() {
      scene.change(session, NEW);

      assertThat(scene.store.trail().getLast().event()).isInstanceOf(Event.PasswordChanged.class);
      assertThat(scene.store.letters()).singleElement().isInstanceOf(Letter.PasswordChanged.class);
    }

    @Test
    void patchDoesWhatPutDoes() {
      assertThat(scene.json("PATCH", PASSWORD, wish(NEW), session.fields()).status())
          .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/password/", "/auth/password.json"})
    void theWaysInWhichRailsReadsAPathAreAllOpen(String path) {
      assertThat(scene.json("PUT", path, wish(NEW), session.fields()).status()).isEqualTo(200);
    }

    @Test
    void theExpiryNeverGoesDown() {
      Scene shorter = scene.restarted(Duration.ofDays(1));

      Session after = session(shorter.change(session, NEW));

      assertThat(after.expiry()).isEqualTo(session.expiry());
      shorter.clock.pass(ClientTokens.LIFESPAN.minusHours(1));
      Session later = session(shorter.change(after, "third lighthouse"));
      assertThat(later.expiry()).isEqualTo(session.expiry() + 23 * 3600);
    }

    @Test
    void anExpiredTokenIsNobodys() {
      scene.clock.pass(ClientTokens.LIFESPAN);

      assertThat(scene.change(session, NEW).status()).isEqualTo(401);
    }

    @Test
    void whoseRoleMayNotIsToldSoAndNothingElse() {
      scene.person("child@test.com", "child");
      Session child = scene.signIn("child@test.com", OLD);

      for (String body : List.of(wish(NEW), "{}", wish("short"), "{\"password\":7}")) {
        Response response = scene.put(child, body);
        assertThat(response.status()).isEqualTo(403);
        assertThat(text(response)).isEqualTo(FORBIDDEN);
        assertThat(session(response)).isEqualTo(child);
      }
    }

    @Test
    void whoIsOvertakenIsAStrangerAfterwards() {
      scene.meanwhile(() -> assertThat(scene.change(session, NEW).status()).isEqualTo(200));

      Response response = scene.change(session, "third lighthouse");

      assertThat(response.status()).isEqualTo(401);
      assertThat(text(response)).isEqualTo(UNAUTHORIZED);
      assertThat(Scene.names(response)).doesNotContainAnyElementsOf(TOKEN_FIELDS);
      assertThat(scene.letsIn(NEW)).isTrue();
    }

    @Test
    void tooMuchToHashCostsNobodyTheToken() {
      scene.overload(Duration.ofSeconds(4));

      Response response = scene.change(session, NEW);

      assertThat(response.status()).isEqualTo(503);
      assertThat(field(response, "retry-after")).isEqualTo("4");
      assertThat(text(response)).isEqualTo(BUSY);
      assertThat(Scene.names(response)).doesNotContainAnyElementsOf(TOKEN_FIELDS);
    }

    @Test
    void whoHasNoAddressIsCalledByTheUsername() {
      Logins logins = Logins.of(Optional.empty(), Optional.of("edu"));
      scene.person(logins, "user", Profile.empty());
      Session edu = scene.signIn("edu", OLD);

      assertThat(edu.uid()).isEqualTo("edu");
      assertThat(text(scene.change(edu, NEW)))
          .contains("\"email\":null")
          .contains("\"uid\":\"edu\"");
    }

    @Test
    void aDisabledAccountIsAStranger() {
      Account somebody = scene.person("closed@test.com", "user");
      Session closed = scene.signIn("closed@test.com", OLD);
      scene.disable(somebody);

      Response response = scene.change(closed, NEW);

      assertThat(response.status()).isEqualTo(401);
      assertThat(text(response)).isEqualTo(UNAUTHORIZED);
    }
  }

  @Nested
  class Refusing {

    private final Session session = scene.signIn();

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        textBlock =
            """
            {"password":"","password_confirmation":""}                | password              | can't be blank
            {"password":"   ","password_confirmation":"   "}          | password              | can't be blank
            {"password":"short7.","password_confirmation":"short7."}  | password              | is too short (minimum is 8 characters)
            {"password":"password123","password_confirmation":"password123"}           | password | is too common: it is on lists of known passwords
            {"password":"test@test.com","password_confirmation":"test@test.com"}       | password | must not be your own name or address
            {"password":"first lighthouse","password_confirmation":"first lighthouse"} | password | must not be the current password
            {"password":"second\\u0000one","password_confirmation":"second\\u0000one"} | password | is invalid
            {"password":12345678,"password_confirmation":"12345678"}  | password              | is invalid
            {"password":["a"],"password_confirmation":"a"}            | password              | is invalid
            {"password":"second lighthouse","password_confirmation":true} | password_confirmation | is invalid
            {"password":"second lighthouse","password_confirmation":"Second lighthouse"} | password_confirmation | doesn't match Password
            {"password":"second lighthouse","password_confirmation":"second lighthouse","current_password":"guess"} | current_password | is invalid
            {"password":"second lighthouse","password_confirmation":"second lighthouse","current_password":""} | current_password | can't be blank
            {"password":"second lighthouse","password_confirmation":"second lighthouse","current_password":{}} | current_password | is invalid
            """)
    void namesTheFieldAndSaysItInAWholeSentenceToo(String body, String attribute, String text) {
      Response response = scene.put(session, body);

      assertThat(response.status()).isEqualTo(422);
      assertThat(text(response)).isEqualTo(fieldError(attribute, text));
      assertThat(scene.letsIn(OLD)).isTrue();
      assertThat(scene.letsIn(NEW)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "{}",
          "[]",
          "7",
          "{\"password\":\"second lighthouse\"}",
          "{\"password_confirmation\":\"second lighthouse\"}",
          "{\"password\":null,\"password_confirmation\":\"second lighthouse\"}",
          "{\"password\":\"second lighthouse\",\"password_confirmation\":null}",
          "{\"user\":{\"password\":\"second lighthouse\",\"password_confirmation\":\"second"
              + " lighthouse\"}}"
        })
    void asksForBothFields(String body) {
      Response response = scene.put(session, body);

      assertThat(response.status()).isEqualTo(422);
      assertThat(text(response))
          .isEqualTo(
              """
              {"success":false,"errors":["You must fill out the fields labeled 'Password' and\
               'Password confirmation'."]}\
              """);
    }

    @Test
    void tellsEverythingAtOnceInTheGemsOrder() {
      String body =
          "{\"password\":\"short7.\",\"password_confirmation\":\"other\",\"current_password\":\"guess\"}";

      assertThat(text(scene.put(session, body)))
          .isEqualTo(
              """
              {"success":false,"errors":{"password_confirmation":["doesn't match Password"],\
              "password":["is too short (minimum is 8 characters)"],\
              "current_password":["is invalid"],"full_messages":[\
              "Password confirmation doesn't match Password",\
              "Password is too short (minimum is 8 characters)","Current password is invalid"]}}\
              """);
    }

    @Test
    void aRefusalIsNotCached() {
      Response response = scene.put(session, "{}");

      assertThat(field(response, "cache-control")).isEqualTo("no-cache");
      assertThat(response.headers().has("etag")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"password\":\"second",
          "{} {}",
          "{\"password\":\"a\",\"password\":\"b\"}",
          "{\"password\":\"\\ud800\"}"
        })
    void whatIsNoJsonIsABadRequestBeforeAnybodyIsAskedWhoTheyAre(String body) {
      for (Fields headers : List.of(session.fields(), Fields.none())) {
        Response response = scene.json("PUT", PASSWORD, body, headers);

        assertThat(response.status()).isEqualTo(400);
        assertThat(text(response)).isEqualTo("{\"status\":400,\"error\":\"Bad Request\"}");
        assertThat(Scene.names(response))
            .containsExactly("content-type", "x-request-id", "x-runtime");
      }
    }

    @Test
    void aQueryThatContradictsItselfIsABadRequest() {
      Fields query = Fields.none().with("uid", EMAIL).with("uid[name]", EMAIL);

      assertThat(
              scene
                  .answer(
                      Scene.request(
                          "PUT", PASSWORD, query, session.fields(), wish(NEW).getBytes(UTF_8)))
                  .status())
          .isEqualTo(400);
    }
  }

  @Nested
  class Turning {

    private final Session session = scene.signIn();

    @Test
    void aRefusalInsideTheBatchRepeatsTheToken() {
      scene.clock.pass(Scene.BATCH.minusMillis(1));

      assertThat(session(scene.put(session, "{}"))).isEqualTo(session);
    }

    @Test
    void aRefusalAfterTheBatchTurnsTheToken() {
      scene.clock.pass(Scene.BATCH);

      Session turned = session(scene.put(session, "{}"));

      assertThat(turned.token()).matches("[A-Za-z0-9_-]{22}").isNotEqualTo(session.token());
      assertThat(turned.client()).isEqualTo(session.client());
      assertThat(turned.expiry()).isEqualTo(session.expiry() + 5);
      assertThat(scene.change(turned, NEW).status()).isEqualTo(200);
    }

    @Test
    void everyKindOfRefusalTurnsIt() {
      for (String body :
          List.of("{}", "{\"password\":7}", wish("short"), withCurrent("\"guess\""))) {
        Session before = scene.signIn();
        scene.clock.pass(Duration.ofMinutes(1));

        Session after = session(scene.put(before, body));

        assertThat(after.token()).as(body).isNotEqualTo(before.token());
        assertThat(after.client()).isEqualTo(before.client());
      }
    }

    @Test
    void theTokenBeforeStaysGoodUntilTheNextTurnAndForABatchAfterIt() {
      scene.clock.pass(Duration.ofMinutes(1));
      Session second = session(scene.put(session, "{}"));
      scene.clock.pass(Duration.ofHours(1));
      assertThat(scene.put(session, "{}").status()).as("answer lost, came again").isEqualTo(422);

      scene.clock.pass(Scene.BATCH.minusSeconds(1));
      assertThat(scene.put(session, "{}").status()).as("in the same batch").isEqualTo(422);
      scene.clock.pass(Duration.ofSeconds(1));
      assertThat(scene.put(session, "{}").status()).as("two turns old").isEqualTo(401);
      assertThat(scene.put(second, "{}").status()).isEqualTo(422);
    }

    @Test
    void theExpiryNeverGoesDown() {
      Scene shorter = scene.restarted(Duration.ofDays(1));
      shorter.clock.pass(Duration.ofMinutes(1));

      assertThat(session(shorter.put(session, "{}")).expiry()).isEqualTo(session.expiry());
    }

    @Test
    void anAnswerInsideTheBatchMayBeBlankAsTheGemHasIt() {
      Scene blank = Scene.withSomebody(BatchAnswers.BLANK, CurrentPassword.IF_SENT);
      Session kept = blank.signIn();

      Response response = blank.put(kept, "{}");

      assertThat(field(response, "access-token")).isEqualTo(" ");
      assertThat(field(response, "expiry")).isEqualTo(" ");
      assertThat(field(response, "token-type")).isEqualTo("Bearer");
      assertThat(field(response, "client")).isEqualTo(kept.client());
      assertThat(field(response, "uid")).isEqualTo(EMAIL);
      assertThat(
              new String(
                  Base64.getDecoder().decode(field(response, "authorization").substring(7)), UTF_8))
          .contains("\"access-token\":\"" + kept.token() + '"')
          .contains("\"expiry\":\"" + kept.expiry() + '"');
      assertThat(blank.change(kept, NEW).status()).isEqualTo(200);
    }

    @Test
    void anAnswerInsideTheBatchMayHaveNoFieldsAtAll() {
      Scene silent = Scene.withSomebody(BatchAnswers.OMIT, CurrentPassword.IF_SENT);
      Session kept = silent.signIn();

      assertThat(Scene.names(silent.put(kept, "{}"))).doesNotContainAnyElementsOf(TOKEN_FIELDS);
      silent.clock.pass(Scene.BATCH);
      assertThat(session(silent.put(kept, "{}")).token()).isNotEqualTo(kept.token());
    }

    @Test
    void aStrangerNeverGetsAToken() {
      scene.clock.pass(Duration.ofMinutes(1));
      Session forged = new Session("bgINB4atOxd8SMNvtOTDxg", session.client(), 0, EMAIL);

      Response response = scene.put(forged, "{}");

      assertThat(response.status()).isEqualTo(401);
      assertThat(text(response)).isEqualTo(UNAUTHORIZED);
      assertThat(Scene.names(response)).doesNotContainAnyElementsOf(TOKEN_FIELDS);
    }
  }

  @Nested
  class AskingForTheCurrentPassword {

    @Test
    void alwaysMeansThatItMustBeThereAndRight() {
      Scene strict = Scene.withSomebody(BatchAnswers.REPEAT, CurrentPassword.ALWAYS);
      Session session = strict.signIn();
      String blank = fieldError("current_password", "can't be blank");

      assertThat(text(strict.change(session, NEW))).isEqualTo(blank);
      assertThat(text(strict.put(session, withCurrent("null")))).isEqualTo(blank);
      assertThat(text(strict.put(session, withCurrent("\" \"")))).isEqualTo(blank);
      assertThat(text(strict.put(session, withCurrent("\"guess\"")))).isEqualTo(CURRENT_INVALID);
      assertThat(strict.letsIn(NEW)).isFalse();
      assertThat(strict.put(session, withCurrent('"' + OLD + '"')).status()).isEqualTo(200);
    }

    @Test
    void neverMeansThatItIsNotLookedAt() {
      Scene lenient = Scene.withSomebody(BatchAnswers.REPEAT, CurrentPassword.NEVER);
      Session session = lenient.signIn();

      assertThat(lenient.put(session, withCurrent("\"guess\"")).status()).isEqualTo(200);
      assertThat(lenient.letsIn(NEW)).isTrue();
    }

    @Test
    void byDefaultWhatIsSentMustBeRight() {
      Session session = scene.signIn();

      assertThat(text(scene.put(session, withCurrent("\"guess\"")))).isEqualTo(CURRENT_INVALID);
      assertThat(scene.put(session, withCurrent("null")).status()).isEqualTo(200);
    }

    @Test
    void wrongOnesAreCountedAndBlankOnesAreNot() {
      Session session = scene.signIn();

      for (int i = 0; i < 5; i++) {
        assertThat(scene.put(session, withCurrent("\"\"")).status()).isEqualTo(422);
      }
      for (int i = 0; i < 3; i++) {
        assertThat(scene.put(session, withCurrent("\"guess\"")).status()).isEqualTo(422);
      }
      Response closed = scene.put(session, withCurrent('"' + OLD + '"'));

      assertThat(closed.status()).isEqualTo(429);
      assertThat(text(closed)).isEqualTo(TOO_MANY);
      assertThat(field(closed, "retry-after")).isEqualTo("1");
      scene.clock.pass(Duration.ofSeconds(1));
      assertThat(scene.put(session, withCurrent('"' + OLD + '"')).status()).isEqualTo(200);
    }
  }

  @Nested
  class AsAMount {

    @ParameterizedTest
    @CsvSource({
      "GET, /auth/password",
      "DELETE, /auth/password",
      "OPTIONS, /auth/password",
      "PUT, /auth/passwords",
      "PUT, /auth/Password",
      "PUT, /auth//password",
      "GET, /auth",
      "BREW, /auth/sign_in"
    })
    void whatItDoesNotHaveIsTheFrameworksPage(String method, String path) {
      Response response = scene.send(method, path, Fields.none(), "");

      assertThat(response.status()).isEqualTo(404);
      assertThat(text(response)).isEqualTo("{\"status\":404,\"error\":\"Not Found\"}");
      assertThat(field(response, "content-type")).isEqualTo("application/json; charset=UTF-8");
    }

    @Test
    void theStandardIsTheDocuments() {
      Settings standard = Settings.standard();

      assertThat(standard.prefix()).isEqualTo("/auth");
      assertThat(standard.batchAnswers()).isEqualTo(BatchAnswers.REPEAT);
      assertThat(standard.currentPassword()).isEqualTo(CurrentPassword.IF_SENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth", "/auth/", "/", ""})
    void aPrefixBeginsWithASlashAndEndsWithoutOne(String prefix) {
      assertThatIllegalArgumentException()
          .isThrownBy(() ->
              new Settings(
                  "tokenauth", prefix, Realm.MAIN, CurrentPassword.NEVER, BatchAnswers.OMIT))
          .withMessageContaining("prefix");
    }
  }
}
