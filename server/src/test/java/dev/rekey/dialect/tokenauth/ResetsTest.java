package dev.rekey.dialect.tokenauth;

import static dev.rekey.dialect.tokenauth.Scene.AUTH;
import static dev.rekey.dialect.tokenauth.Scene.EDIT;
import static dev.rekey.dialect.tokenauth.Scene.EMAIL;
import static dev.rekey.dialect.tokenauth.Scene.LANDING;
import static dev.rekey.dialect.tokenauth.Scene.NEW;
import static dev.rekey.dialect.tokenauth.Scene.OLD;
import static dev.rekey.dialect.tokenauth.Scene.PASSWORD;
import static dev.rekey.dialect.tokenauth.Scene.TOKEN_FIELDS;
import static dev.rekey.dialect.tokenauth.Scene.field;
import static dev.rekey.dialect.tokenauth.Scene.fieldError;
import static dev.rekey.dialect.tokenauth.Scene.landed;
import static dev.rekey.dialect.tokenauth.Scene.query;
import static dev.rekey.dialect.tokenauth.Scene.refusal;
import static dev.rekey.dialect.tokenauth.Scene.session;
import static dev.rekey.dialect.tokenauth.Scene.text;
import static dev.rekey.dialect.tokenauth.Scene.wish;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Realm;
import dev.rekey.core.letter.Letter;
import dev.rekey.dialect.tokenauth.Scene.Session;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.BatchAnswers;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Cookie;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.CurrentPassword;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Names;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Redirects;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Rules;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Settings;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Tokens;
import dev.rekey.http.Fields;
import dev.rekey.http.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A password is forgotten: the letter, its link, and the password that is set behind it. */
class ResetsTest {

  private static final String PERHAPS =
      "{\"success\":true,\"message\":\"If your email address exists in our database, you will"
          + " receive a password recovery link at your email address in a few minutes.\"}";

  private final Scene scene = Scene.withSomebody();

  private static Rules frank() {
    return new Rules(CurrentPassword.IF_SENT, false, false, false, false, false);
  }

  private static Rules tokenDemanded() {
    return new Rules(CurrentPassword.IF_SENT, true, false, false, false, true);
  }

  private Response ask(String body) {
    return scene.json("POST", PASSWORD, body, Fields.none());
  }

  private static String asking(String email, String url) {
    return "{\"email\":\"%s\",\"redirect_url\":\"%s\"}".formatted(email, url);
  }

  @Nested
  class Asking {

    @Test
    void saysTheSameWhetherSomebodyIsThereOrNot() {
      Response known = ask(asking(" TEST@test.com", LANDING));
      Response unknown = ask(asking("nobody@test.com", LANDING));
      Response nobody = ask(asking("", LANDING));

      for (Response response : List.of(known, unknown, nobody)) {
        assertThat(response.status()).isEqualTo(200);
        assertThat(text(response)).isEqualTo(PERHAPS);
        assertThat(Scene.names(response)).doesNotContainAnyElementsOf(TOKEN_FIELDS);
      }
      assertThat(scene.store.letters()).singleElement().isInstanceOf(Letter.ResetLink.class);
    }

    @Test
    void looksAtTheLandingFirstAndAtTheAddressThen() {
      Response nowhere = ask("{}");
      Response elsewhere = ask("{\"redirect_url\":\"https://evil.example/\"}");
      Response noAddress = ask("{\"redirect_url\":\"" + LANDING + "\",\"email\":null}");

      assertThat(nowhere.status()).isEqualTo(401);
      assertThat(text(nowhere)).isEqualTo(refusal("Missing redirect URL."));
      assertThat(elsewhere.status()).isEqualTo(422);
      assertThat(text(elsewhere))
          .isEqualTo(
              "{\"success\":false,\"errors\":[\"Redirect to 'https://evil.example/' not"
                  + " allowed.\"],\"status\":\"error\",\"data\":null}");
      assertThat(noAddress.status()).isEqualTo(401);
      assertThat(text(noAddress)).isEqualTo(refusal("You must provide an email address."));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://evil.example/",
          "//evil.example/",
          "http://localhost@evil.example/",
          "http://localhost.evil.example/",
          "http://evil.example/?http://localhost/",
          "http://evil.example\\\\@localhost/",
          "javascript:alert(1)",
          "app://localhost/",
          "/app",
          "http://127.0.0.1.evil.example/",
          "http://localhost/\\r\\nset-cookie: a=b",
          "http:localhost/"
        })
    void leadsNobodyButHomeUnlessConfigurationSaysSo(String url) {
      Response response = ask(asking(EMAIL, url));

      assertThat(response.status()).isEqualTo(422);
      assertThat(scene.store.letters()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "http://localhost",
          "http://LOCALHOST:4200/#/reset",
          "http://127.0.0.1:8100/",
          "http://[::1]:3000/a?b=c",
          "https://localhost/"
        })
    void leadsToThisHostAndToTheReadersOwnMachine(String url) {
      assertThat(ask(asking(EMAIL, url)).status()).isEqualTo(200);
    }

    @Test
    void writesALinkToThisServerAndToNoOther() {
      URI link = scene.askForReset(EMAIL);

      assertThat(link.toString())
          .matches(
              "http://localhost:8080/auth/password/edit\\?config=default"
                  + "&redirect_url=http%3A%2F%2Flocalhost%3A7777%2Fapp"
                  + "&reset_password_token=[A-Za-z0-9_-]{24}");
    }

    @Test
    void writesDownWhichConfigurationTheClientHas() {
      ask(
          "{\"email\":\"%s\",\"redirect_url\":\"%s\",\"config_name\":\"a&b={token}\"}"
              .formatted(EMAIL, LANDING));

      assertThat(query(scene.newestLink()).first("config")).contains("a&b={token}");
      assertThat(landed(scene.open(scene.newestLink()))).containsEntry("config", "a&b={token}");
    }

    @Test
    void tellsWhoIsThereWhereTheMountIsSetSo() {
      Scene frank = Scene.withSomebody(Settings.standard().withRules(frank()));
      Response known =
          frank.json("POST", PASSWORD, asking(" TEST@test.com ", LANDING), Fields.none());
      Response unknown =
          frank.json("POST", PASSWORD, asking("Nobody@test.com", LANDING), Fields.none());

      assertThat(text(known))
          .isEqualTo(
              "{\"success\":true,\"message\":\"An email has been sent to 'test@test.com' containing"
                  + " instructions for resetting your password.\"}");
      assertThat(unknown.status()).isEqualTo(404);
      assertThat(text(unknown))
          .isEqualTo(refusal("Unable to find user with email 'nobody@test.com'."));
    }

    @Test
    void goesWhereConfigurationSaysWhenTheRequestDoesNot() {
      Redirects redirects =
          new Redirects(List.of(), Optional.of("myapp://reset"), Optional.empty());
      Scene other = Scene.withSomebody(Settings.standard().withRedirects(redirects));

      Response response =
          other.json(
              "POST",
              PASSWORD,
              "{\"email\":\"%s\",\"redirect_url\":\"\"}".formatted(EMAIL),
              Fields.none());

      assertThat(response.status()).isEqualTo(200);
      assertThat(field(other.open(other.newestLink()), "location"))
          .startsWith("myapp://reset?access-token=");
    }
  }

  @Nested
  class OpeningTheLink {

    @Test
    void leadsOnWithTheTicketInTheGemsOrder() {
      URI link = scene.askForReset(EMAIL);
      String ticket = query(link).first("reset_password_token").orElseThrow();
      long end = Scene.MORNING.plus(House.TICKET_LIFETIME).getEpochSecond();

      Response response = scene.open(link);

      assertThat(response.status()).isEqualTo(302);
      assertThat(response.body()).isEmpty();
      assertThat(field(response, "location"))
          .isEqualTo(
              LANDING
                  + "?access-token="
                  + ticket
                  + "&client=reset_password&client_id=reset_password&config=default&expiry="
                  + end
                  + "&reset_password=true&reset_password_token="
                  + ticket
                  + "&token="
                  + ticket
                  + "&uid=test%40test.com");
      assertThat(Scene.names(response)).doesNotContainAnyElementsOf(TOKEN_FIELDS);
      assertThat(field(response, "cache-control")).isEqualTo("no-cache");
    }

    @Test
    void changesNothingHoweverOftenAScannerDoesIt() {
      URI link = scene.askForReset(EMAIL);
      Account before = account();
      int written = scene.store.trail().size();

      String first = field(scene.open(link), "location");
      String second = field(scene.open(link), "location");

      assertThat(second).isEqualTo(first);
      assertThat(account()).isEqualTo(before);
      assertThat(scene.store.grants().of(before.id(), scene.clock.instant())).isEmpty();
      assertThat(scene.store.trail()).hasSize(written);
    }

    @Test
    void findsNothingBehindABadTicket() {
      URI outdated = scene.askForReset(EMAIL);
      URI newest = scene.askForReset(EMAIL);
      assertThat(scene.open(outdated).status()).isEqualTo(404);

      scene.clock.pass(House.TICKET_LIFETIME);
      Response expired = scene.open(newest);

      assertThat(expired.status()).isEqualTo(404);
      assertThat(text(expired)).isEqualTo("{\"status\":404,\"error\":\"Not Found\"}");
      for (String token : List.of("", " ", "guess")) {
        Fields query =
            Fields.none().with("redirect_url", LANDING).with("reset_password_token", token);
        assertThat(scene.get(EDIT, query, Fields.none()).status()).isEqualTo(404);
      }
    }

    @Test
    void leadsNobodyElsewhereEvenWithAGoodTicket() {
      String ticket = query(scene.askForReset(EMAIL)).first("reset_password_token").orElseThrow();
      Fields ticketAlone = Fields.none().with("reset_password_token", ticket);

      Response nowhere = scene.get(EDIT, ticketAlone, Fields.none());
      Response elsewhere =
          scene.get(EDIT, ticketAlone.with("redirect_url", "https://evil.example/"), Fields.none());

      assertThat(nowhere.status()).isEqualTo(401);
      assertThat(text(nowhere)).isEqualTo(refusal("Missing redirect URL."));
      assertThat(elsewhere.status()).isEqualTo(422);
      assertThat(elsewhere.headers().has("location")).isFalse();
    }
  }

  @Nested
  class BehindTheLink {

    private final Session ticket = Scene.sessionOf(scene.reset());

    @Test
    void theTicketStandsInForAToken() {
      Response response = scene.validate(ticket);

      assertThat(response.status()).isEqualTo(200);
      assertThat(session(response)).isEqualTo(ticket);
      assertThat(text(response)).contains("\"allow_password_change\":true");
      scene.clock.pass(Duration.ofMinutes(5));
      assertThat(session(scene.validate(ticket))).as("nothing turns it").isEqualTo(ticket);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH"})
    void itSetsThePasswordAndSignsIn(String method) {
      Session elsewhere = scene.signIn();

      Response response = scene.json(method, PASSWORD, wish(NEW), ticket.fields());

      assertThat(response.status()).isEqualTo(200);
      assertThat(text(response))
          .contains("\"success\":true", "\"allow_password_change\":false", "\"created_at\":")
          .endsWith("\"message\":\"Your password has been successfully updated.\"}");
      Session fresh = session(response);
      assertThat(fresh.client()).matches("[A-Za-z0-9_-]{22}");
      assertThat(scene.admits(fresh)).isTrue();
      assertThat(scene.admits(ticket)).isFalse();
      assertThat(scene.admits(elsewhere)).isFalse();
      assertThat(scene.letsIn(NEW)).isTrue();
      assertThat(scene.put(ticket, wish("third lighthouse")).status()).isEqualTo(401);
    }

    @Test
    void itSetsThePasswordWhereAngularTokenDoes() {
      String body =
          "{\"password\":\"%s\",\"password_confirmation\":\"%s\",\"reset_password_token\":\"%s\"}"
              .formatted(NEW, NEW, ticket.token());

      Response response = scene.json("PUT", AUTH, body, ticket.fields());

      assertThat(response.status()).isEqualTo(200);
      assertThat(text(response)).startsWith("{\"status\":\"success\",\"data\":{");
      assertThat(scene.admits(session(response))).isTrue();
      assertThat(scene.letsIn(NEW)).isTrue();
      assertThat(scene.json("PUT", AUTH, body, ticket.fields()).status()).isEqualTo(404);
    }

    @Test
    void aRefusalLeavesItGood() {
      Response shorter = scene.put(ticket, wish("short7."));
      Response incomplete = scene.put(ticket, "{\"password\":\"second lighthouse\"}");
      Response odd = scene.put(ticket, "{\"password\":7,\"password_confirmation\":\"7\"}");
      Response elsewhere = scene.update(ticket, wish("short7."));

      assertThat(text(shorter))
          .isEqualTo(fieldError("password", "is too short (minimum is 8 characters)"));
      assertThat(text(incomplete)).contains("You must fill out the fields");
      assertThat(text(odd)).isEqualTo(fieldError("password", "is invalid"));
      for (Response refused : List.of(shorter, incomplete, odd, elsewhere)) {
        assertThat(refused.status()).isEqualTo(422);
        assertThat(session(refused)).isEqualTo(ticket);
      }
      assertThat(scene.put(ticket, wish(NEW)).status()).isEqualTo(200);
    }

    @Test
    void itIsGoodForNothingElse() {
      assertThat(scene.send("DELETE", Scene.SIGN_OUT, ticket.fields(), "").status()).isEqualTo(404);
      assertThat(scene.send("DELETE", AUTH, ticket.fields(), "").status()).isEqualTo(404);
      assertThat(scene.update(ticket, "{\"name\":\"Tess\"}").status()).isEqualTo(404);
      assertThat(
              scene
                  .update(ticket, "{\"password\":\"%s\",\"email\":\"x@test.com\"}".formatted(NEW))
                  .status())
          .isEqualTo(404);
      assertThat(scene.letsIn(OLD)).isTrue();
      assertThat(scene.admits(ticket)).isTrue();
    }

    @Test
    void theCurrentPasswordIsNotAskedFor() {
      Scene strict =
          scene.restarted(
              Settings.standard()
                  .withRules(
                      new Rules(CurrentPassword.PASSWORD, false, false, false, false, true)));

      assertThat(strict.put(ticket, wish(NEW)).status()).isEqualTo(200);
    }

    @Test
    void itIsTheOwnersAlone() {
      scene.person("other@test.com", "user");
      Session stolen = new Session(ticket.token(), ticket.client(), 0, "other@test.com");
      Session forged = new Session("guess", ticket.client(), 0, EMAIL);

      for (Session stranger : List.of(stolen, forged)) {
        assertThat(scene.admits(stranger)).isFalse();
        assertThat(text(scene.put(stranger, wish(NEW)))).isEqualTo(refusal("Unauthorized"));
      }
    }

    @Test
    void aTokenIsNoTicket() {
      Session signedIn = scene.signIn();
      Session disguised = new Session(signedIn.token(), "reset_password", 0, EMAIL);

      assertThat(scene.admits(disguised)).isFalse();
    }

    @Test
    void itDiesWithItsTimeAndWithTheAccount() {
      scene.disable(account());
      assertThat(scene.admits(ticket)).isFalse();
      assertThat(scene.put(ticket, wish(NEW)).status()).isEqualTo(401);
    }

    @Test
    void itIsSpentOnceWhoeverIsQuicker() {
      scene.meanwhile(() -> assertThat(scene.put(ticket, wish(NEW)).status()).isEqualTo(200));

      Response late = scene.put(ticket, wish("third lighthouse"));

      assertThat(late.status()).isEqualTo(401);
      assertThat(text(late)).isEqualTo(refusal("Unauthorized"));
      assertThat(scene.letsIn(NEW)).isTrue();
    }

    @Test
    void tooMuchToHashLeavesItGood() {
      scene.overload(Duration.ofSeconds(2));

      Response response = scene.put(ticket, wish(NEW));

      assertThat(response.status()).isEqualTo(503);
      assertThat(field(response, "retry-after")).isEqualTo("2");
      assertThat(scene.admits(ticket)).isTrue();
    }

    @Test
    void byDefaultATicketInTheBodyIsNotLookedAt() {
      String body =
          "{\"password\":\"%s\",\"password_confirmation\":\"%s\",\"reset_password_token\":\"%s\"}"
              .formatted(NEW, NEW, ticket.token());

      Response response = scene.json("PUT", PASSWORD, body, Fields.none());

      assertThat(response.status()).isEqualTo(401);
      assertThat(scene.letsIn(OLD)).isTrue();
    }

    @Test
    void theAddressIsConfirmedByWhoReadTheLetter() {
      Scene strict =
          scene.restarted(
              Settings.standard()
                  .withRules(new Rules(CurrentPassword.IF_SENT, false, true, false, false, true)));
      strict.signUp(
          "{\"email\":\"new@test.com\",\"password\":\"%s\",\"confirm_success_url\":\"%s\"}"
              .formatted(OLD, LANDING));
      Map<String, String> told = landed(strict.open(strict.askForReset("new@test.com")));

      assertThat(strict.put(Scene.sessionOf(told), wish(NEW)).status()).isEqualTo(200);

      assertThat(strict.signIn("new@test.com", NEW).uid()).isEqualTo("new@test.com");
    }
  }

  @Test
  void theTicketMayTravelAsACookie() {
    Cookie cookie = new Cookie("auth_cookie", List.of());
    Tokens baked = new Tokens(Names.standard(), false, BatchAnswers.REPEAT, Optional.of(cookie));
    Scene baker = Scene.withSomebody(Settings.standard().withTokens(baked));
    Response opened = baker.open(baker.askForReset(EMAIL));
    Fields ticket = Fields.none().with("cookie", cookieOf(opened));

    Response set = baker.json("PUT", PASSWORD, wish(NEW), ticket);

    assertThat(set.status()).isEqualTo(200);
    Fields fresh = Fields.none().with("cookie", cookieOf(set));
    assertThat(baker.send("GET", Scene.VALIDATE, fresh, "").status()).isEqualTo(200);
    assertThat(baker.send("GET", Scene.VALIDATE, ticket, "").status()).isEqualTo(401);
  }

  private static String cookieOf(Response response) {
    return field(response, "set-cookie").split(";", 2)[0];
  }

  @Nested
  class WithTheTicketAlone {

    private final Scene strict = Scene.withSomebody(Settings.standard().withRules(tokenDemanded()));
    private final URI link = strict.askForReset(EMAIL);
    private final String ticket = query(link).first("reset_password_token").orElseThrow();

    private Response set(String token, String password) {
      String body =
          "{\"password\":\"%s\",\"password_confirmation\":\"%s\",\"reset_password_token\":%s}"
              .formatted(password, password, token);
      return strict.json("PUT", PASSWORD, body, Fields.none());
    }

    @Test
    void theLinkHandsOnNothingElse() {
      assertThat(landed(strict.open(link))).isEqualTo(Map.of("reset_password_token", ticket));
    }

    @Test
    void itSetsThePasswordAndSignsIn() {
      Response response = set('"' + ticket + '"', NEW);

      assertThat(response.status()).isEqualTo(200);
      assertThat(strict.admits(session(response))).isTrue();
      assertThat(strict.letsIn(NEW)).isTrue();
    }

    @Test
    void aRefusalCarriesNothingAndLeavesItGood() {
      Response refused = set('"' + ticket + '"', "short7.");

      assertThat(refused.status()).isEqualTo(422);
      assertThat(Scene.names(refused)).doesNotContainAnyElementsOf(TOKEN_FIELDS);
      assertThat(set('"' + ticket + '"', NEW).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"guess\"", "\"\"", "null", "7", "[]"})
    void aBadOneIsRefusedEvenWithGoodHeaders(String token) {
      Response response = set(token, NEW);

      assertThat(response.status()).isEqualTo(401);
      assertThat(text(response)).isEqualTo(refusal("Unauthorized"));
      Session session = strict.signIn();
      String body =
          "{\"password\":\"x\",\"password_confirmation\":\"x\",\"reset_password_token\":%s}"
              .formatted(token);
      assertThat(strict.put(session, body).status()).isEqualTo(401);
    }

    @Test
    void whoIsSignedInStillChangesThePassword() {
      assertThat(strict.change(strict.signIn(), NEW).status()).isEqualTo(200);
    }

    @Test
    void anExpiredOneIsRefused() {
      strict.clock.pass(House.TICKET_LIFETIME);

      assertThat(set('"' + ticket + '"', NEW).status()).isEqualTo(401);
    }
  }

  private Account account() {
    return scene.store.accounts().findByLogin(Realm.MAIN, EMAIL).orElseThrow();
  }
}
