package dev.rekey.dialect.devise;

import static dev.rekey.dialect.devise.Scene.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.token.Mint;
import dev.rekey.dialect.devise.DeviseDialect.InvalidLogin;
import dev.rekey.dialect.devise.DeviseDialect.Manners;
import dev.rekey.dialect.devise.DeviseDialect.Style;
import dev.rekey.http.Fields;
import dev.rekey.http.Response;
import dev.rekey.jose.HmacSecret;
import dev.rekey.jose.HmacSettings;
import dev.rekey.jose.HmacTokens;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviseDialectTest {

  private static final String USERS = "/api/v1/users";
  private static final String SIGN_IN = "/api/v1/users/sign_in";
  private static final String RESET = "/api/v1/users/password";
  private static final String LETTIE = "lettie.gleason+operator@example.com";
  private static final String LEMUEL = "lemuel.bednar+driver@example.com";
  private static final String OLD = "valiD_passw0rd!";
  private static final String NEW = "new_valiD_passw0rd!";

  private static final String DOCUMENT_000 =
      """
      {"user":{"password":"new_valiD_passw0rd!","password_confirmation":"new_valiD_passw0rd!",\
      "current_password":"valiD_passw0rd!"}}\
      """;

  private static String named(String email, String password) {
    return "{\"user\":{\"email\":\"%s\",\"password\":\"%s\"}}".formatted(email, password);
  }

  private static String reset(String token, String password) {
    return "{\"user\":{\"reset_password_token\":\"%s\",\"password\":\"%s\",\"password_confirmation\":\"%s\"}}"
        .formatted(token, password, password);
  }

  private static String error(String text) {
    return "{\"error\":\"" + text + "\"}";
  }

  @Nested
  class SigningIn {

    private final Scene scene = Scene.withOperator();

    @Test
    void showsTheUserAndHandsOutAToken() {
      Response response = scene.json("POST", SIGN_IN, named(LETTIE, OLD));

      assertThat(response.status()).isEqualTo(200);
      assertThat(text(response)).startsWith("{\"user\":{\"id\":1932,\"company\":null,");
      assertThat(response.headers().first("authorization").orElseThrow())
          .matches("Bearer [\\w-]+\\.[\\w-]+\\.[\\w-]+");
    }

    @Test
    void saysTheSameToTheUnknownTheDisabledAndTheWrong() {
      Response wrong = scene.json("POST", SIGN_IN, named(LETTIE, "not it at all"));
      Response unknown = scene.json("POST", SIGN_IN, named("nobody@example.com", OLD));
      scene.disable();
      Response disabled = scene.json("POST", SIGN_IN, named(LETTIE, OLD));

      assertThat(wrong.status()).isEqualTo(401);
      assertThat(text(wrong)).isEqualTo(error("Invalid email or password."));
      for (Response other : List.of(unknown, disabled)) {
        assertThat(other.status()).isEqualTo(401);
        assertThat(other.headers()).isEqualTo(wrong.headers());
        assertThat(other.body()).isEqualTo(wrong.body());
      }
      assertThat(scene.hasher.verified()).as("work for each of them").isEqualTo(3);
    }

    @Test
    void speaksAsDevise4WhereThatIsChosen() {
      Scene older = stricter();

      Response refused = older.json("POST", SIGN_IN, named(LEMUEL, "not it at all"));
      Response good = older.json("POST", SIGN_IN, named(LEMUEL, OLD));

      assertThat(text(refused)).isEqualTo(error("Invalid Email or password."));
      assertThat(good.status()).isEqualTo(201);
      assertThat(good.headers().has("set-cookie")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "{}",
          "[]",
          "7",
          "{\"email\":\"lettie.gleason+operator@example.com\",\"password\":\"valiD_passw0rd!\"}",
          "{\"user\":null}",
          "{\"user\":[]}",
          "{\"user\":{\"email\":null,\"password\":\"valiD_passw0rd!\"}}",
          "{\"user\":{\"email\":\" \",\"password\":\"valiD_passw0rd!\"}}"
        })
    void asksForASignInWhenNobodyIsNamed(String body) {
      Response response = scene.json("POST", SIGN_IN, body);

      assertThat(response.status()).isEqualTo(401);
      assertThat(text(response)).isEqualTo(error(Words.UNAUTHENTICATED));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"user\":{\"email\":\"lettie.gleason+operator@example.com\"}}",
          "{\"user\":{\"email\":\"lettie.gleason+operator@example.com\",\"password\":\" \"}}",
          "{\"user\":{\"email\":\"lettie.gleason+operator@example.com\",\"password\":12345678}}",
          "{\"user\":{\"email\":\"lettie.gleason+operator@example.com\",\"password\":[\"x\"]}}",
          "{\"user\":{\"email\":17,\"password\":\"valiD_passw0rd!\"}}",
          "{\"user\":{\"email\":\"a\\u0000b\",\"password\":\"valiD_passw0rd!\"}}"
        })
    void takesNothingElseThanTextForANameAndAPassword(String body) {
      Response response = scene.json("POST", SIGN_IN, body);

      assertThat(response.status()).isEqualTo(401);
      assertThat(text(response)).isEqualTo(error("Invalid email or password."));
    }

    @Test
    void waitsAreSaidInSecondsWhetherTheAccountExistsOrNot() {
      for (String email : List.of(LETTIE, "nobody@example.com")) {
        for (int i = 0; i < 3; i++) {
          assertThat(scene.json("POST", SIGN_IN, named(email, "guess")).status()).isEqualTo(401);
        }
        Response closed = scene.json("POST", SIGN_IN, named(email, "guess"));

        assertThat(closed.status()).isEqualTo(429);
        assertThat(text(closed)).isEqualTo(error("Too many attempts. Try again in 1 second."));
        assertThat(closed.headers().first("retry-after")).contains("1");
      }
    }

    @Test
    void aBusyServerSaysSo() {
      scene.hasher.fill();

      Response response = scene.json("POST", SIGN_IN, named(LETTIE, OLD));

      assertThat(response.status()).isEqualTo(503);
      assertThat(text(response)).isEqualTo(error("The server is busy. Try again in 3 seconds."));
      assertThat(response.headers().first("retry-after")).contains("3");
    }
  }

  @Nested
  class ChangingThePassword {

    private final Scene scene = Scene.withOperator();
    private final String bearer = scene.signIn(LETTIE, OLD);

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "PUT"})
    void isTheDocumentedExchange(String method) {
      Response response = patch(method, DOCUMENT_000);

      assertThat(response.status()).isEqualTo(200);
      assertThat(response.body()).hasSize(257);
      assertThat(response.headers().first("etag"))
          .contains("W/\"c47fa78fdb744a9b31848f50abd00e78\"");
      assertThat(response.headers().has("authorization")).isFalse();
      assertThat(scene.json("POST", SIGN_IN, named(LETTIE, NEW)).status()).isEqualTo(200);
      assertThat(scene.json("POST", SIGN_IN, named(LETTIE, OLD)).status()).isEqualTo(401);
    }

    @Test
    void takesAFormAsWell() {
      Response response =
          scene.form(
              "PATCH",
              USERS,
              "user%5Bpassword%5D=new_valiD_passw0rd%21&user[password_confirmation]=new_valiD_passw0rd!"
                  + "&user[current_password]=valiD_passw0rd!",
              "authorization",
              bearer);

      assertThat(response.status()).isEqualTo(200);
    }

    @Test
    void leavesTheActingTokenAliveAndEndsEveryOther() {
      String other = scene.signIn(LETTIE, OLD);

      patch("PATCH", DOCUMENT_000);

      Response acting = patch("PATCH", "{}");
      Response ended = scene.json("PATCH", USERS, "{}", "authorization", other);
      assertThat(acting.status()).isEqualTo(422);
      assertThat(ended.status()).isEqualTo(401);
      assertThat(text(ended)).isEqualTo(error("revoked token"));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "{}|{\"current_password\":[\"can't be blank\"]}",
          "[]|{\"current_password\":[\"can't be blank\"]}",
          "{\"user\":{}}|{\"current_password\":[\"can't be blank\"]}",
          "{\"user\":{\"password\":\"long enough 1\",\"current_password\":\" \"}}"
              + "|{\"current_password\":[\"can't be blank\"]}",
          "{\"user\":{\"current_password\":\"not it\"}}|{\"current_password\":[\"is invalid\"]}",
          "{\"user\":{\"role\":\"admin\",\"current_password\":\"valiD_passw0rd!\"}}"
              + "|{\"password\":[\"can't be blank\"]}",
          "{\"user\":{\"password\":\"\",\"current_password\":\"valiD_passw0rd!\"}}"
              + "|{\"password\":[\"can't be blank\"]}",
          "{\"user\":{\"password\":\"\",\"password_confirmation\":\"x\",\"current_password\":\"not"
              + " it\"}}|{\"password\":[\"can't be blank\"],\"password_confirmation\":[\"doesn't"
              + " match Password\"],\"current_password\":[\"is invalid\"]}",
          "{\"user\":{\"password\":\"q1!\",\"password_confirmation\":\"x\",\"current_password\":\"not"
              + " it\"}}|{\"password_confirmation\":[\"doesn't match Password\"],\"password\":[\"is"
              + " too short (minimum is 8 characters)\"],\"current_password\":[\"is invalid\"]}",
          "{\"user\":{\"password\":\"valiD_passw0rd!\",\"current_password\":\"valiD_passw0rd!\"}}"
              + "|{\"password\":[\"must be different from the current password\"]}",
          "{\"user\":{\"password\":12345678,\"password_confirmation\":true,\"current_password\":[\"x\"]}}|{\"password\":[\"is"
              + " invalid\"],\"password_confirmation\":[\"is invalid\"],\"current_password\":[\"is"
              + " invalid\"]}",
          "{\"user\":{\"password\":{\"a\":1},\"current_password\":\"valiD_passw0rd!\"}}"
              + "|{\"password\":[\"is invalid\"]}"
        })
    void saysWhatIsWrongByAttribute(String body, String errors) {
      Response response = patch("PATCH", body);

      assertThat(response.status()).isEqualTo(422);
      assertThat(text(response)).isEqualTo("{\"errors\":" + errors + "}");
      assertThat(scene.json("POST", SIGN_IN, named(LETTIE, OLD)).status()).isEqualTo(200);
    }

    @Test
    void doesNotNeedTheConfirmation() {
      Response response =
          patch(
              "PATCH",
              "{\"user\":{\"password\":\"new_valiD_passw0rd!\",\"current_password\":\"valiD_passw0rd!\"}}");

      assertThat(response.status()).isEqualTo(200);
    }

    @Test
    void anOvertakenChangeHasAWrongCurrentPassword() {
      scene.beforeNextSwap(() -> patch("PATCH", DOCUMENT_000));

      Response response =
          patch(
              "PATCH",
              "{\"user\":{\"password\":\"another new"
                  + " one\",\"current_password\":\"valiD_passw0rd!\"}}");

      assertThat(response.status()).isEqualTo(422);
      assertThat(text(response)).isEqualTo("{\"errors\":{\"current_password\":[\"is invalid\"]}}");
      assertThat(scene.json("POST", SIGN_IN, named(LETTIE, NEW)).status()).isEqualTo(200);
    }

    @Test
    void aRoleThatMayNotIsToldSo() {
      scene.move(8, "kiosk", "kiosk@example.com", OLD, Map.of());
      String kiosk = scene.signIn("kiosk@example.com", OLD);

      Response response = scene.json("PATCH", USERS, DOCUMENT_000, "authorization", kiosk);

      assertThat(response.status()).isEqualTo(403);
      assertThat(text(response)).isEqualTo(error(Words.NO_CHANGE_OF_PASSWORD));
    }

    @Test
    void isRefusedUnreadBeforeAnybodyIsAskedWhoTheyAre() {
      for (String body : List.of("{", "{\"user\":{}} x", "{\"a\":1,\"a\":2}", " ")) {
        Response response = scene.json("PATCH", USERS, body);

        assertThat(response.status()).isEqualTo(400);
        assertThat(text(response)).isEqualTo("{\"status\":400,\"error\":\"Bad Request\"}");
        assertThat(response.headers().first("content-type"))
            .contains("application/json; charset=UTF-8");
      }
    }

    @Test
    void readsNoBodyOfAnotherContentType() {
      for (String type : List.of("text/plain", "application/vnd.api+json", "nonsense")) {
        Fields headers = Fields.none().with("content-type", type).with("authorization", bearer);
        Response response = scene.send("PATCH", USERS, DOCUMENT_000, headers);

        assertThat(response.status()).isEqualTo(422);
        assertThat(text(response))
            .isEqualTo("{\"errors\":{\"current_password\":[\"can't be blank\"]}}");
      }
    }

    @Test
    void readsJsonWhateverItsCharsetIsSaidToBe() {
      for (String type : List.of("Application/JSON", "application/json; charset=iso-8859-1")) {
        Fields headers = Fields.none().with("content-type", type).with("authorization", bearer);

        assertThat(scene.send("PATCH", USERS, "{", headers).status()).isEqualTo(400);
      }
    }

    @ParameterizedTest
    @CsvSource({
      "user[password]=a&user[password]=b,400",
      "user=a&user[password]=b,400",
      "user[password]=%zz,400",
      "user[password]=%ff,400",
      "password=new_valiD_passw0rd!&current_password=valiD_passw0rd!,422",
      "user[password][]=new_valiD_passw0rd!&user[current_password]=valiD_passw0rd!,422",
      "user[password][x]=new_valiD_passw0rd!&user[current_password]=valiD_passw0rd!,422"
    })
    void isAsStrictWithForms(String body, int status) {
      assertThat(scene.form("PATCH", USERS, body, "authorization", bearer).status())
          .isEqualTo(status);
    }

    @Test
    void manyWrongCurrentPasswordsHaveToWait() {
      String body = "{\"user\":{\"password\":\"another new one\",\"current_password\":\"guess\"}}";
      for (int i = 0; i < 3; i++) {
        assertThat(patch("PATCH", body).status()).isEqualTo(422);
      }

      assertThat(patch("PATCH", body).status()).isEqualTo(429);
    }

    @Test
    void aBusyServerSaysSo() {
      scene.hasher.fill();

      assertThat(patch("PATCH", DOCUMENT_000).status()).isEqualTo(503);
    }

    private Response patch(String method, String body) {
      return scene.json(method, USERS, body, "authorization", bearer);
    }
  }

  @Nested
  class ShowingAToken {

    private final Scene scene = Scene.withOperator();
    private final Account lettie = scene.only();

    @Test
    void isNeeded() {
      assertThat(refusal()).isEqualTo(Words.UNAUTHENTICATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer", "BEARER", "Token", "Basic"})
    void takesTheSchemeWordInOneSpellingOnly(String scheme) {
      String token = scene.signIn(LETTIE, OLD).substring("Bearer ".length());

      assertThat(refusal("authorization", scheme + ' ' + token)).isEqualTo(Words.UNAUTHENTICATED);
    }

    @ParameterizedTest
    @CsvSource({
      "Bearer,You need to sign in or sign up before continuing.",
      "Bearer x,Not enough or too many segments",
      "Bearer a.b.c.d,Not enough or too many segments",
      "Bearer !.!.!,Invalid segment encoding",
    })
    void saysWhatATokenLacks(String authorization, String text) {
      assertThat(refusal("authorization", authorization)).isEqualTo(text);
    }

    @Test
    void takesNoTokenWithoutASignatureOrOfAnotherAlgorithm() {
      String payload = scene.token(scene.tokens, lettie, Optional.empty()).split("\\.")[1];
      String none = "Bearer " + base64("{\"alg\":\"none\"}") + '.' + payload + '.';
      String other = "Bearer " + base64("{\"alg\":\"HS512\"}") + '.' + payload + ".AAAA";

      assertThat(refusal("authorization", none)).isEqualTo("Expected a different algorithm");
      assertThat(refusal("authorization", other)).isEqualTo("Expected a different algorithm");
    }

    @Test
    void takesNoTokenThatSomebodyElseSigned() {
      HmacTokens forger = maker("another-secret-another-secret-another", "user");

      assertThat(refusal("authorization", scene.token(forger, lettie, Optional.empty())))
          .isEqualTo("No verification key available");
    }

    @Test
    void takesNoTokenOfAnotherScope() {
      HmacTokens admins = maker(Scene.SECRET, "admin");

      assertThat(refusal("authorization", scene.token(admins, lettie, Optional.empty())))
          .isEqualTo("wrong scope");
    }

    @Test
    void takesATokenForOneAudienceOnlyFromThere() {
      String app = scene.token(scene.tokens, lettie, Optional.of("app"));

      assertThat(refusal("authorization", app)).isEqualTo("wrong aud");
      assertThat(refusal("authorization", app, "jwt-aud", "web")).isEqualTo("wrong aud");
      assertThat(refusal("authorization", app, "jwt-aud", "app")).isEqualTo("revoked token");
    }

    @Test
    void takesNoTokenThatWasNeverHandedOut() {
      assertThat(refusal("authorization", scene.token(scene.tokens, lettie, Optional.empty())))
          .isEqualTo("revoked token");
    }

    @Test
    void takesNoTokenOfAnAccountThatIsNoMore() {
      Account gone = Scene.account(4, "driver", "gone@example.com", Map.of(), lettie.credential());

      assertThat(refusal("authorization", scene.token(scene.tokens, gone, Optional.empty())))
          .isEqualTo("nil user");
    }

    @Test
    void takesATokenForThirtyDays() {
      String bearer = scene.signIn(LETTIE, OLD);

      scene.pass(Duration.ofDays(30).minusSeconds(1));
      Response lastMoment = scene.json("PATCH", USERS, "{}", "authorization", bearer);
      scene.pass(Duration.ofSeconds(1));

      assertThat(lastMoment.status()).isEqualTo(422);
      assertThat(refusal("authorization", bearer)).isEqualTo("Signature has expired");
    }

    @Test
    void takesOneTokenAtATime() {
      String bearer = scene.signIn(LETTIE, OLD);

      assertThat(refusal("authorization", bearer, "authorization", bearer))
          .isEqualTo("Not enough or too many segments");
    }

    @Test
    void isRefusedByTheMiddleware() {
      Response response = scene.json("PATCH", USERS, DOCUMENT_000);

      assertThat(names(response))
          .containsExactly("content-type", "vary", "cache-control", "x-request-id", "x-runtime");
    }

    private String refusal(String... headers) {
      Response response = scene.json("PATCH", USERS, DOCUMENT_000, headers);
      assertThat(response.status()).isEqualTo(401);
      return text(response).replaceAll("\\{\"error\":\"(.*)\"}", "$1");
    }

    private static HmacTokens maker(String secret, String scope) {
      HmacSettings standard = HmacSettings.of(HmacSecret.ofText(secret));
      return new HmacTokens(
          new HmacSettings(
              standard.secret(),
              standard.former(),
              scope,
              standard.issuer(),
              standard.lifetime(),
              standard.commonIds()),
          new Mint(new SecureRandom()));
    }
  }

  @Nested
  class ForgettingThePassword {

    private final Scene scene = Scene.withDriver();

    @Test
    void postsALetterToTheConfiguredAddress() {
      scene.json(
          "POST", RESET, "{\"user\":{\"email\":\"" + LEMUEL + "\"}}", "host", "evil.example");

      assertThat(scene.store.letters()).hasSize(1);
      assertThat(((Letter.ResetLink) scene.store.letters().getFirst()).link())
          .startsWith(Scene.LINK);
    }

    @Test
    void saysTheSameWhetherOrNotSomebodyIsThere() {
      Response known =
          scene.json("POST", RESET, "{\"user\":{\"email\":\" LEMUEL.Bednar+driver@example.com\"}}");
      Response unknown = scene.json("POST", RESET, "{\"user\":{\"email\":\"nobody@example.com\"}}");

      assertThat(known.status()).isEqualTo(201);
      assertThat(text(known)).isEqualTo("{}");
      assertThat(known.headers().first("etag")).contains("W/\"44136fa355b3678a1146ad16f7e8649e\"");
      assertThat(unknown.status()).isEqualTo(known.status());
      assertThat(unknown.headers()).isEqualTo(known.headers());
      assertThat(unknown.body()).isEqualTo(known.body());
      assertThat(scene.store.letters()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "{}|can't be blank",
          "{\"email\":\"lemuel.bednar+driver@example.com\"}|can't be blank",
          "{\"user\":{\"email\":42}}|is invalid",
          "{\"user\":{\"email\":\"a\\u0000\"}}|is invalid"
        })
    void hasToBeSomebodys(String body, String text) {
      Response response = scene.json("POST", RESET, body);

      assertThat(response.status()).isEqualTo(422);
      assertThat(text(response)).isEqualTo("{\"errors\":{\"email\":[\"" + text + "\"]}}");
    }

    @Test
    void tooOftenFromOnePlaceHasToWait() {
      for (int i = 0; i < 3; i++) {
        scene.json("POST", RESET, "{\"user\":{\"email\":\"nobody@example.com\"}}");
      }

      Response response =
          scene.json("POST", RESET, "{\"user\":{\"email\":\"nobody@example.com\"}}");

      assertThat(response.status()).isEqualTo(429);
      assertThat(response.headers().first("retry-after")).contains("3600");
    }
  }

  @Nested
  class ResettingThePassword {

    private final Scene scene = Scene.withDriver();

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH"})
    void isTheDocumentedExchange(String method) {
      Response response = scene.json(method, RESET, reset(scene.ask(LEMUEL), "Valid123!"));

      assertThat(response.status()).isEqualTo(200);
      assertThat(response.body()).hasSize(185);
      assertThat(response.headers().first("etag"))
          .contains("W/\"0e1c3d6cb89d2574ea3bee794e647cc4\"");
      assertThat(scene.json("POST", SIGN_IN, named(LEMUEL, "Valid123!")).status()).isEqualTo(200);
    }

    @Test
    void signsInWithTheDocumentedClaims() {
      Response response = scene.json("PUT", RESET, reset(scene.ask(LEMUEL), "Valid123!"));

      String bearer = response.headers().first("authorization").orElseThrow();
      String[] segments = bearer.substring("Bearer ".length()).split("\\.");
      assertThat(decoded(segments[0])).isEqualTo("{\"alg\":\"HS256\"}");
      assertThat(decoded(segments[1]))
          .matches(
              "\\{\"sub\":\"1872\",\"scp\":\"user\",\"aud\":null,\"iat\":1748516540,"
                  + "\"exp\":1751108540,\"jti\":\"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\"}");
      assertThat(scene.json("PATCH", USERS, "{}", "authorization", bearer).status()).isEqualTo(422);
    }

    @Test
    void spellsItsCookieAsTheDocumentDoes() {
      Response response = scene.json("PUT", RESET, reset(scene.ask(LEMUEL), "Valid123!"));

      assertThat(response.headers().first("set-cookie").orElseThrow())
          .endsWith("; path=/; httponly; SameSite=Lax");
    }

    @Test
    void aTokenOpensOnce() {
      String body = reset(scene.ask(LEMUEL), "Valid123!");

      scene.json("PUT", RESET, body);

      assertTokenSays("is invalid", scene.json("PUT", RESET, body));
    }

    @Test
    void ofTwoAtOnceOneIsTooLate() {
      String token = scene.ask(LEMUEL);
      scene.beforeNextSwap(() -> scene.json("PUT", RESET, reset(token, "Valid123!")));

      assertTokenSays("is invalid", scene.json("PUT", RESET, reset(token, "Another456!")));
      assertThat(scene.json("POST", SIGN_IN, named(LEMUEL, "Valid123!")).status()).isEqualTo(200);
    }

    @Test
    void onlyTheNewestTokenOpens() {
      String older = scene.ask(LEMUEL);
      String newer = scene.ask(LEMUEL);

      assertTokenSays("is invalid", scene.json("PUT", RESET, reset(older, "Valid123!")));
      assertThat(scene.json("PUT", RESET, reset(newer, "Valid123!")).status()).isEqualTo(200);
    }

    @Test
    void aTokenThatIsTooOldIsToldSoBeforeThePasswordIsLookedAt() {
      String token = scene.ask(LEMUEL);

      scene.pass(Duration.ofHours(6));

      assertTokenSays(
          "has expired, please request a new one", scene.json("PUT", RESET, reset(token, "")));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "{}",
          "{\"reset_password_token\":\"x\"}",
          "{\"user\":{\"reset_password_token\":null,\"password\":\"\"}}",
          "{\"user\":{\"reset_password_token\":\"  \",\"password\":\"Valid123!\"}}"
        })
    void noTokenIsABlankOne(String body) {
      assertTokenSays("can't be blank", scene.json("PUT", RESET, body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"ouHfoTvN6xg7zx2xrnuq\"", "42", "[\"a\"]", "\"\\u0000\""})
    void aTokenThatIsNoneIsInvalid(String token) {
      String body =
          "{\"user\":{\"reset_password_token\":" + token + ",\"password\":\"Valid123!\"}}";

      assertTokenSays("is invalid", scene.json("PUT", RESET, body));
    }

    @Test
    void aRefusedPasswordLeavesTheToken() {
      String token = scene.ask(LEMUEL);

      Response blank = scene.json("PUT", RESET, reset(token, ""));
      Response common = scene.json("PUT", RESET, reset(token, "Password123"));
      Response good = scene.json("PUT", RESET, reset(token, "Valid123!"));

      assertThat(text(blank)).isEqualTo("{\"errors\":{\"password\":[\"can't be blank\"]}}");
      assertThat(text(common)).isEqualTo("{\"errors\":{\"password\":[\"" + Words.COMMON + "\"]}}");
      assertThat(good.status()).isEqualTo(200);
    }

    @Test
    void needsTheConfirmationWhereThatIsChosen() {
      Scene older = stricter();
      String token = older.ask(LEMUEL);

      Response once =
          older.json(
              "PUT",
              RESET,
              "{\"user\":{\"reset_password_token\":\"%s\",\"password\":\"Valid123!\"}}"
                  .formatted(token));
      Response twice = older.json("PUT", RESET, reset(token, "Valid123!"));

      assertThat(text(once))
          .isEqualTo("{\"errors\":{\"password_confirmation\":[\"can't be blank\"]}}");
      assertThat(twice.status()).isEqualTo(200);
    }

    @Test
    void aBusyServerSaysSo() {
      String token = scene.ask(LEMUEL);
      scene.hasher.fill();

      assertThat(scene.json("PUT", RESET, reset(token, "Valid123!")).status()).isEqualTo(503);
    }

    private static void assertTokenSays(String text, Response response) {
      assertThat(response.status()).isEqualTo(422);
      assertThat(text(response))
          .isEqualTo("{\"errors\":{\"reset_password_token\":[\"" + text + "\"]}}");
    }
  }

  @Nested
  class AnsweringAtAll {

    private final Scene scene = Scene.withOperator();

    @ParameterizedTest
    @CsvSource({
      "GET,/api/v1/users/sign_up",
      "GET,/api/v1/users/sign_out",
      "POST,/api/v1/users/sign_out",
      "GET,/api/v1/users/confirmation",
      "POST,/api/v1/users/unlock",
      "DELETE,/api/v1/users/password",
      "OPTIONS,/api/v1/users",
      "PATCH,/api/v1/users/../users/x"
    })
    void findsNothingWhereNothingIs(String method, String path) {
      Response response = scene.json(method, path, "");

      assertThat(response.status()).isEqualTo(404);
      assertThat(text(response)).isEqualTo("{\"status\":404,\"error\":\"Not Found\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/users/sign_in/", "/api/v1/users/sign_in.json"})
    void takesASlashOrASuffixAtTheEnd(String path) {
      Response response = scene.json("POST", path, named(LETTIE, OLD));

      assertThat(response.status()).isEqualTo(200);
      assertThat(response.headers().has("authorization")).isTrue();
    }
  }

  /** Devise 4 out of the box, without a cookie, and with every password sent twice. */
  private static Scene stricter() {
    Manners manners =
        new Manners(Style.WRAPPED, 201, 204, "email", InvalidLogin.DEVISE_4, true, true);
    Scene scene =
        new Scene(standard ->
            new DeviseDialect.Settings(
                standard.realm(),
                standard.name(),
                standard.prefix(),
                standard.scope(),
                standard.tokenHeader(),
                manners,
                standard.letters(),
                standard.people(),
                Optional.empty(),
                standard.origins()));
    scene.move(7, "driver", LEMUEL, OLD, Map.of());
    return scene;
  }

  private static List<String> names(Response response) {
    return response.headers().all().stream().map(Fields.Field::name).toList();
  }

  private static String decoded(String segment) {
    return new String(Base64.getUrlDecoder().decode(segment), StandardCharsets.UTF_8);
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
