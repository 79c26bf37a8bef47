package dev.rekey.dialect.tokenauth;

import static dev.rekey.dialect.tokenauth.Scene.AUTH;
import static dev.rekey.dialect.tokenauth.Scene.EMAIL;
import static dev.rekey.dialect.tokenauth.Scene.LANDING;
import static dev.rekey.dialect.tokenauth.Scene.NEW;
import static dev.rekey.dialect.tokenauth.Scene.OLD;
import static dev.rekey.dialect.tokenauth.Scene.TOKEN_FIELDS;
import static dev.rekey.dialect.tokenauth.Scene.errors;
import static dev.rekey.dialect.tokenauth.Scene.field;
import static dev.rekey.dialect.tokenauth.Scene.session;
import static dev.rekey.dialect.tokenauth.Scene.text;
import static dev.rekey.dialect.tokenauth.Scene.wish;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.Event;
import dev.rekey.core.letter.Letter;
import dev.rekey.dialect.tokenauth.Scene.Session;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.CurrentPassword;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Redirects;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Rules;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Settings;
import dev.rekey.http.Fields;
import dev.rekey.http.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Making, changing and deleting one's own account. */
class RegistrationsTest {

  private static final String NEW_EMAIL = "new@test.com";
  private static final String NOBODY =
      "{\"success\":false,\"errors\":[\"User not found.\"],\"status\":\"error\"}";

  private final Scene scene = Scene.withSomebody();

  private static String somebody(String more) {
    return "{\"email\":\"%s\",\"password\":\"%s\"%s}".formatted(NEW_EMAIL, OLD, more);
  }

  @Nested
  class SigningUp {

    @Test
    void makesTheAccountAndSignsItIn() {
      Response response =
          scene.signUp(
              """
              {"email":" New@Test.com ","password":"first lighthouse",\
              "password_confirmation":"first lighthouse","name":"Zoë","nickname":null,\
              "image":7,"shoe_size":"39","role":"admin"}\
              """);

      assertThat(response.status()).isEqualTo(200);
      assertThat(text(response))
          .isEqualTo(
              """
              {"status":"success","data":{"email":"new@test.com","provider":"email",\
              "uid":"new@test.com","id":2,"allow_password_change":false,"name":"Zoë",\
              "nickname":null,"image":"7","created_at":"2025-05-29T11:02:20.250Z",\
              "updated_at":"2025-05-29T11:02:20.250Z"}}\
              """);
      assertThat(scene.admits(session(response))).isTrue();
      assertThat(scene.signIn(NEW_EMAIL, OLD).uid()).isEqualTo(NEW_EMAIL);
      assertThat(account(NEW_EMAIL).role().name()).isEqualTo("user");
      assertThat(account(NEW_EMAIL).profile().fields()).containsOnlyKeys("name", "image");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        textBlock =
            """
            {"email":"","password":"first lighthouse"}                 | email    | can't be blank
            {"password":"first lighthouse"}                            | email    | can't be blank
            {"email":"new","password":"first lighthouse"}              | email    | is not an email
            {"email":7,"password":"first lighthouse"}                  | email    | is not an email
            {"email":"new@test","password":"first lighthouse"}         | email    | is not an email
            {"email":"TEST@test.com","password":"first lighthouse"}    | email    | has already been taken
            {"email":"new@test.com"}                                   | password | can't be blank
            {"email":"new@test.com","password":null}                   | password | can't be blank
            {"email":"new@test.com","password":"short7."}              | password | is too short (minimum is 8 characters)
            {"email":"new@test.com","password":"password123"}          | password | is too common: it is on lists of known passwords
            {"email":"new@test.com","password":"new@test.com"}         | password | must not be your own name or address
            {"email":"new@test.com","password":"second\\u0000lamp"}    | password | is invalid
            {"email":"new@test.com","password":12345678}               | password | is invalid
            {"email":"new@test.com","password":"first lighthouse","password_confirmation":""} | password_confirmation | doesn't match Password
            {"email":"new@test.com","password":"first lighthouse","name":"a\\u0000b"} | name | is invalid
            """)
    void namesWhatIsWrong(String body, String attribute, String text) {
      Response response = scene.signUp(body);

      assertThat(response.status()).isEqualTo(422);
      assertThat(text(response)).startsWith("{\"status\":\"error\",\"data\":{\"id\":null,");
      assertThat(text(response))
          .contains("\"uid\":\"\"")
          .endsWith(",\"errors\":" + errors(attribute, text) + "}");
      assertThat(Scene.names(response)).doesNotContainAnyElementsOf(TOKEN_FIELDS);
      assertThat(scene.store.accounts().count(account(EMAIL).realm())).isEqualTo(1);
    }

    @Test
    void tellsEverythingAtOnceTheNamesFirst() {
      assertThat(
              text(
                  scene.signUp(
                      "{\"email\":\"\",\"password\":\"short7.\",\"password_confirmation\":\"x\"}")))
          .endsWith(
              """
              "full_messages":["Email can't be blank",\
              "Password confirmation doesn't match Password",\
              "Password is too short (minimum is 8 characters)"]}}\
              """);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "{}",
          "[]",
          "7",
          "{\"user\":{\"email\":\"new@test.com\",\"password\":\"first lighthouse\"}}",
          "{\"confirm_success_url\":\"http://localhost/\",\"config_name\":\"default\"}",
          "{\"email\":{}}"
        })
    void needsSomethingToBeSaid(String body) {
      Response response = scene.signUp(body);

      assertThat(response.status()).isEqualTo(422);
      assertThat(text(response))
          .isEqualTo(
              "{\"success\":false,\"errors\":[\"Please submit proper sign up data in request"
                  + " body.\"],\"status\":\"error\"}");
    }

    @Test
    void asksNoOneToBeLedAnywhere() {
      String elsewhere = ",\"confirm_success_url\":\"https://evil.example/\"";

      assertThat(scene.signUp(somebody(elsewhere)).status()).isEqualTo(200);
    }

    @Test
    void refusesAnAddressThatTheListDoesNotHave() {
      Redirects listed =
          new Redirects(List.of("https://app.example.org/*"), Optional.empty(), Optional.empty());
      Scene strict = Scene.withSomebody(Settings.standard().withRedirects(listed));

      Response response =
          strict.signUp(somebody(",\"confirm_success_url\":\"https://evil.example/\""));

      assertThat(response.status()).isEqualTo(422);
      assertThat(text(response))
          .startsWith(
              "{\"success\":false,\"errors\":[\"Redirect to 'https://evil.example/' not"
                  + " allowed.\"],\"status\":\"error\",\"data\":{\"id\":null,");
    }

    @Test
    void isThereOnlyWhereItIsOpen() {
      House closed = new House(Duration.ofDays(1), false, true, Duration.ZERO, true);
      Scene shut = Scene.withSomebody(Settings.standard(), closed);

      assertThat(shut.signUp(somebody("")).status()).isEqualTo(404);
    }

    @Test
    void isLimitedByAddress() {
      for (int i = 0; i < House.SIGN_UPS; i++) {
        String body = "{\"email\":\"n%d@test.com\",\"password\":\"%s\"}".formatted(i, OLD);
        assertThat(scene.signUp(body).status()).isEqualTo(200);
      }

      Response response = scene.signUp(somebody(""));

      assertThat(response.status()).isEqualTo(429);
      assertThat(field(response, "retry-after")).isEqualTo("3600");
    }

    @Test
    void asksToComeAgainWhenThereIsTooMuchToHash() {
      scene.overload(Duration.ofSeconds(2));

      assertThat(scene.signUp(somebody("")).status()).isEqualTo(503);
    }

    @Test
    void readsPlainFormsToo() {
      Fields form = Fields.none().with("content-type", "application/x-www-form-urlencoded");
      String body = "email=new%40test.com&password=first+lighthouse&nickname=n";

      Response response = scene.send("POST", "/auth/", form, body);

      assertThat(response.status()).isEqualTo(200);
      assertThat(text(response)).contains("\"nickname\":\"n\"");
    }

    @Test
    void mayGiveANameWhereThatIsPermitted() {
      Settings standard = Settings.standard();
      Settings named =
          new Settings(
              standard.name(),
              standard.prefix(),
              standard.realm(),
              standard.publicUrl(),
              standard.tokens(),
              standard.rules(),
              standard.redirects(),
              List.of("username"),
              standard.origins());
      Scene other = Scene.withSomebody(named);

      assertThat(text(other.signUp(somebody(",\"username\":\"zoe\""))))
          .contains("\"username\":\"zoe\"");
      assertThat(other.signIn("zoe", OLD).uid()).isEqualTo(NEW_EMAIL);
      assertThat(
              text(
                  other.signUp(
                      "{\"email\":\"x@test.com\",\"username\":\"zoe\",\"password\":\"%s\"}"
                          .formatted(OLD))))
          .contains("Username has already been taken");
    }
  }

  @Nested
  class Confirmably {

    private final Scene strict =
        new Scene(
            Settings.standard()
                .withRules(new Rules(CurrentPassword.IF_SENT, false, true, true, false, true)));

    @Test
    void needsToKnowWhereToLeadTo() {
      Response response = strict.signUp(somebody(""));

      assertThat(response.status()).isEqualTo(422);
      assertThat(text(response))
          .startsWith(
              "{\"success\":false,\"errors\":[\"Missing 'confirm_success_url'"
                  + " parameter.\"],\"status\":\"error\",\"data\":{\"id\":null,");
    }

    @Test
    void leadsNobodyJustAnywhere() {
      Response response =
          strict.signUp(somebody(",\"confirm_success_url\":\"https://evil.example/\""));

      assertThat(response.status()).isEqualTo(422);
      assertThat(text(response)).contains("Redirect to 'https://evil.example/' not allowed.");
    }

    @Test
    void signsNobodyInBeforeTheAddressIsConfirmed() {
      Response response = strict.signUp(somebody(",\"confirm_success_url\":\"" + LANDING + "\""));

      assertThat(response.status()).isEqualTo(200);
      assertThat(text(response)).startsWith("{\"status\":\"success\",\"data\":{");
      assertThat(Scene.names(response)).doesNotContainAnyElementsOf(TOKEN_FIELDS);
      assertThat(signIn(NEW_EMAIL).status()).isEqualTo(401);

      assertThat(Scene.landed(strict.open(strict.newestLink())))
          .isEqualTo(Map.of("account_confirmation_success", "true"));
      assertThat(signIn(NEW_EMAIL).status()).isEqualTo(200);
    }

    @Test
    void aNewAddressTakesTheOldOnesPlaceOnceItIsConfirmed() {
      strict.person(EMAIL, "user");
      Session session = strict.signIn();

      Response response = strict.update(session, "{\"email\":\"new@test.com\"}");

      assertThat(response.status()).isEqualTo(200);
      assertThat(field(response, "uid")).isEqualTo(EMAIL);
      assertThat(text(response)).contains("\"email\":\"test@test.com\"");
      String link = strict.newestLink().toString();
      assertThat(link).startsWith("http://localhost:8080/auth/confirmation?config=default&");
      assertThat(strict.open(strict.newestLink()).status()).isEqualTo(200);
      assertThat(signIn(NEW_EMAIL).status()).isEqualTo(200);
      assertThat(signIn(EMAIL).status()).isEqualTo(401);
    }

    private Response signIn(String email) {
      return strict.json("POST", Scene.SIGN_IN, Scene.credentials(email, OLD), Fields.none());
    }
  }

  @Nested
  class Updating {

    private final Session session = scene.signIn();

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH"})
    void changesWhatIsSaidAndNothingElse(String method) {
      scene.clock.pass(Duration.ofSeconds(1));

      Response response =
          scene.json(
              method, AUTH, "{\"name\":\"Tess\",\"id\":9,\"role\":\"admin\"}", session.fields());

      assertThat(response.status()).isEqualTo(200);
      assertThat(text(response))
          .isEqualTo(
              """
              {"status":"success","data":{"email":"test@test.com","provider":"email",\
              "uid":"test@test.com","id":1,"allow_password_change":false,"name":"Tess",\
              "nickname":null,"image":null,"created_at":"2025-05-29T11:02:20.250Z",\
              "updated_at":"2025-05-29T11:02:21.250Z"}}\
              """);
      assertThat(session(response)).isEqualTo(session);
      assertThat(account(EMAIL).role().name()).isEqualTo("user");
    }

    @Test
    void nullTakesAFieldAway() {
      scene.update(session, "{\"name\":\"Tess\"}");

      assertThat(text(scene.update(session, "{\"name\":null}"))).contains("\"name\":null");
    }

    @Test
    void aNewAddressIsTheNewUidAtOnce() {
      Response response = scene.update(session, "{\"email\":\" New@test.com\"}");

      assertThat(response.status()).isEqualTo(200);
      assertThat(field(response, "uid")).isEqualTo(NEW_EMAIL);
      assertThat(text(response)).contains("\"email\":\"new@test.com\"", "\"uid\":\"new@test.com\"");
      assertThat(scene.admits(session(response))).isTrue();
      assertThat(scene.admits(session)).isFalse();
      assertThat(scene.store.letters()).singleElement().isInstanceOf(Letter.EmailChanged.class);
    }

    @Test
    void thePasswordMayBeChangedHereAsWell() {
      Session other = scene.signIn();

      Response response =
          scene.update(session, "{\"password\":\"second lighthouse\",\"nickname\":\"t\"}");

      assertThat(response.status()).isEqualTo(200);
      assertThat(text(response))
          .startsWith("{\"status\":\"success\"")
          .contains("\"nickname\":\"t\"");
      assertThat(session(response).token()).isNotEqualTo(session.token());
      assertThat(scene.admits(session(response))).isTrue();
      assertThat(scene.admits(other)).isFalse();
      assertThat(scene.letsIn(NEW)).isTrue();
    }

    @Test
    void aPasswordThatIsNullChangesNothing() {
      assertThat(scene.update(session, "{\"password\":null}").status()).isEqualTo(200);
      assertThat(scene.letsIn(OLD)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        textBlock =
            """
            {"email":""}                    | email    | can't be blank
            {"email":null}                  | email    | can't be blank
            {"email":"nobody"}              | email    | is not an email
            {"email":"other@test.com"}      | email    | has already been taken
            {"password":""}                 | password | can't be blank
            {"password":"","current_password":"first lighthouse"} | password | can't be blank
            {"password":"short7."}          | password | is too short (minimum is 8 characters)
            {"password":"second lighthouse","password_confirmation":"second"} | password_confirmation | doesn't match Password
            {"password":"second lighthouse","current_password":"guess"}       | current_password | is invalid
            {"name":"Tess","current_password":""}                             | current_password | can't be blank
            {"name":"a\\u0000b"}            | name     | is invalid
            """)
    void namesWhatIsWrongAndChangesNothing(String body, String attribute, String text) {
      scene.person("other@test.com", "user");
      Account before = account(EMAIL);

      Response response = scene.update(session, body);

      assertThat(response.status()).isEqualTo(422);
      assertThat(text(response))
          .isEqualTo("{\"status\":\"error\",\"errors\":%s}".formatted(errors(attribute, text)));
      assertThat(session(response)).isEqualTo(session);
      assertThat(account(EMAIL)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "{}",
          "[]",
          "{\"user\":{\"name\":\"Tess\"}}",
          "{\"shoe_size\":1}",
          "{\"password\":[\"a\"]}"
        })
    void needsSomethingToBeSaidBeforeAnybodyIsAskedWhoTheyAre(String body) {
      for (Fields shown : List.of(session.fields(), Fields.none())) {
        Response response = scene.json("PUT", AUTH, body, shown);

        assertThat(response.status()).isEqualTo(422);
        assertThat(text(response))
            .isEqualTo(
                "{\"success\":false,\"errors\":[\"Please submit proper account update data in"
                    + " request body.\"],\"status\":\"error\"}");
        assertThat(Scene.names(response)).doesNotContainAnyElementsOf(TOKEN_FIELDS);
      }
    }

    @Test
    void isNotFoundForStrangers() {
      scene.send("DELETE", Scene.SIGN_OUT, session.fields(), "");

      for (Fields shown : List.of(session.fields(), Fields.none())) {
        Response response = scene.json("PUT", AUTH, "{\"name\":\"Tess\"}", shown);
        assertThat(response.status()).isEqualTo(404);
        assertThat(text(response)).isEqualTo(NOBODY);
      }
    }

    @Test
    void whoseRoleMayNotIsToldSo() {
      scene.person("child@test.com", "child");
      Session child = scene.signIn("child@test.com", OLD);

      for (String body : List.of("{\"name\":\"Tess\"}", wish(NEW))) {
        Response response = scene.update(child, body);
        assertThat(response.status()).isEqualTo(403);
        assertThat(text(response))
            .isEqualTo(
                "{\"success\":false,\"errors\":[\"Your account may not be changed"
                    + " here.\"],\"status\":\"error\"}");
        assertThat(session(response)).isEqualTo(child);
      }
    }

    @Test
    void whoIsOvertakenIsAStrangerAfterwards() {
      scene.meanwhile(() -> assertThat(scene.change(session, NEW).status()).isEqualTo(200));

      Response response = scene.update(session, wish("third lighthouse"));

      assertThat(response.status()).isEqualTo(404);
      assertThat(text(response)).isEqualTo(NOBODY);
      assertThat(scene.letsIn(NEW)).isTrue();
    }

    @Test
    void theTokenIsTurnedAfterTheBatch() {
      scene.clock.pass(House.BATCH);

      Session turned = session(scene.update(session, "{\"name\":\"Tess\"}"));

      assertThat(turned.token()).isNotEqualTo(session.token());
    }
  }

  @Nested
  class Cancelling {

    private final Session session = scene.signIn();

    @Test
    void deletesTheAccountWithAllItsSessions() {
      Session other = scene.signIn();

      Response response = scene.send("DELETE", AUTH, session.fields(), "");

      assertThat(response.status()).isEqualTo(200);
      assertThat(text(response))
          .isEqualTo(
              "{\"status\":\"success\",\"message\":\"Account with UID 'test@test.com' has been"
                  + " destroyed.\"}");
      assertThat(Scene.names(response)).doesNotContainAnyElementsOf(TOKEN_FIELDS);
      assertThat(scene.admits(session)).isFalse();
      assertThat(scene.admits(other)).isFalse();
      assertThat(scene.letsIn(OLD)).isFalse();
      assertThat(scene.store.trail())
          .anyMatch(entry -> entry.event() instanceof Event.AccountDeleted);
    }

    @Test
    void isNotFoundForStrangers() {
      scene.send("DELETE", AUTH, session.fields(), "");

      for (Fields shown : List.of(session.fields(), Fields.none())) {
        Response response = scene.send("DELETE", AUTH, shown, "");
        assertThat(response.status()).isEqualTo(404);
        assertThat(text(response))
            .isEqualTo(
                "{\"success\":false,\"errors\":[\"Unable to locate account for"
                    + " destruction.\"],\"status\":\"error\"}");
      }
    }

    @Test
    void whoseRoleMayNotIsToldSo() {
      scene.person(
          Logins.of(Optional.of("child@test.com"), Optional.empty()), "child", Profile.empty());
      Session child = scene.signIn("child@test.com", OLD);

      Response response = scene.send("DELETE", AUTH, child.fields(), "");

      assertThat(response.status()).isEqualTo(403);
      assertThat(scene.admits(child)).isTrue();
    }
  }

  private Account account(String email) {
    return scene.store.accounts().findByLogin(Realm.MAIN, email).orElseThrow();
  }
}
