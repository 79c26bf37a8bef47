package dev.rekey.dialect.tokenauth;

import static dev.rekey.dialect.tokenauth.Scene.CONFIRMATION;
import static dev.rekey.dialect.tokenauth.Scene.EMAIL;
import static dev.rekey.dialect.tokenauth.Scene.LANDING;
import static dev.rekey.dialect.tokenauth.Scene.OLD;
import static dev.rekey.dialect.tokenauth.Scene.TOKEN_FIELDS;
import static dev.rekey.dialect.tokenauth.Scene.UNLOCK;
import static dev.rekey.dialect.tokenauth.Scene.credentials;
import static dev.rekey.dialect.tokenauth.Scene.field;
import static dev.rekey.dialect.tokenauth.Scene.landed;
import static dev.rekey.dialect.tokenauth.Scene.refusal;
import static dev.rekey.dialect.tokenauth.Scene.session;
import static dev.rekey.dialect.tokenauth.Scene.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.letter.Letter;
import dev.rekey.core.token.ClientTokens;
import dev.rekey.dialect.tokenauth.Scene.Session;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.CurrentPassword;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Rules;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Settings;
import dev.rekey.http.Fields;
import dev.rekey.http.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters that confirm an address or unlock an account, and their links. */
class LettersTest {

  private static final String NEW_EMAIL = "new@test.com";

  private static Settings settings(boolean paranoid) {
    return Settings.standard()
        .withRules(new Rules(CurrentPassword.IF_SENT, false, true, false, true, paranoid));
  }

  private final Scene scene = Scene.withSomebody(settings(true));
  private final Scene frank = Scene.withSomebody(settings(false));

  private static Response ask(Scene where, String path, String body) {
    return where.json("POST", path, body, Fields.none());
  }

  private static void signUp(Scene where) {
    Response response =
        where.signUp(
            "{\"email\":\"%s\",\"password\":\"%s\",\"confirm_success_url\":\"%s\"}"
                .formatted(NEW_EMAIL, OLD, LANDING));
    assertThat(response.status()).isEqualTo(200);
  }

  private static String email(String address) {
    return "{\"email\":\"%s\"}".formatted(address);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/auth/confirmation | If your email address exists in our database, you will receive an"
            + " email with instructions for how to confirm your email address in a few minutes.",
        "/auth/unlock | If your account exists, you will receive an email with instructions for how"
            + " to unlock it in a few minutes."
      })
  void askingSaysTheSameWhetherSomebodyIsThereOrNot(String path, String message) {
    for (String address : new String[] {EMAIL, "nobody@test.com", "7"}) {
      Response response = ask(scene, path, email(address));
      assertThat(response.status()).isEqualTo(200);
      assertThat(text(response)).isEqualTo("{\"success\":true,\"message\":\"" + message + "\"}");
    }
  }

  @ParameterizedTest
  @CsvSource({"/auth/confirmation, confirming", "/auth/unlock, unlocking"})
  void askingTellsWhoIsThereWhereTheMountIsSetSo(String path, String doing) {
    Response known = ask(frank, path, email(" TEST@test.com"));
    Response unknown = ask(frank, path, email("nobody@test.com"));

    assertThat(known.status()).isEqualTo(200);
    assertThat(text(known))
        .isEqualTo(
            "{\"success\":true,\"message\":\"An email has been sent to 'test@test.com' containing"
                + " instructions for "
                + doing
                + " your account.\"}");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(text(unknown))
        .isEqualTo(refusal("Unable to find user with email 'nobody@test.com'."));
  }

  @ParameterizedTest
  @ValueSource(strings = {CONFIRMATION, UNLOCK})
  void askingNeedsAnAddressAndLeadsNobodyJustAnywhere(String path) {
    String elsewhere = "{\"email\":\"test@test.com\",\"redirect_url\":\"https://evil.example/\"}";

    for (String body : new String[] {"{}", "{\"email\":null}", "{\"email\":{}}"}) {
      Response response = ask(scene, path, body);
      assertThat(response.status()).isEqualTo(401);
      assertThat(text(response)).isEqualTo(refusal("You must provide an email address."));
    }
    assertThat(ask(scene, path, elsewhere).status()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {CONFIRMATION, UNLOCK})
  void tooManyLettersAreTooMany(String path) {
    for (int i = 0; i < 60; i++) {
      ask(scene, path, email("n" + i + "@test.com"));
    }

    Response response = ask(scene, path, email(EMAIL));

    assertThat(response.status()).isEqualTo(429);
    assertThat(field(response, "retry-after")).isEqualTo("3600");
  }

  @Nested
  class Confirming {

    @Test
    void theLinkConfirmsWhenItIsOpenedAndSignsNobodyIn() {
      signUp(scene);
      URI link = scene.newestLink();

      Response first = scene.open(link);
      Response second = scene.open(link);

      assertThat(link.toString())
          .startsWith(
              "http://localhost:8080/auth/confirmation?config=default"
                  + "&redirect_url=http%3A%2F%2Flocalhost%3A7777%2Fapp&confirmation_token=");
      assertThat(landed(first)).isEqualTo(Map.of("account_confirmation_success", "true"));
      assertThat(Scene.names(first)).doesNotContainAnyElementsOf(TOKEN_FIELDS);
      assertThat(landed(second)).isEqualTo(Map.of("account_confirmation_success", "false"));
      assertThat(scene.signIn(NEW_EMAIL, OLD).uid()).isEqualTo(NEW_EMAIL);
    }

    @Test
    void withoutAnythingToLeadToItIsAPlainAnswer() {
      signUp(scene);
      ask(scene, CONFIRMATION, email(NEW_EMAIL));

      Response good = scene.open(scene.newestLink());
      Response used = scene.open(scene.newestLink());

      assertThat(good.status()).isEqualTo(200);
      assertThat(text(good)).isEqualTo("{\"success\":true}");
      assertThat(used.status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "guess"})
    void aBadTicketConfirmsNothing(String token) {
      Fields query = Fields.none().with("confirmation_token", token);

      assertThat(scene.get(CONFIRMATION, query, Fields.none()).status()).isEqualTo(404);
      assertThat(
              landed(scene.get(CONFIRMATION, query.with("redirect_url", LANDING), Fields.none())))
          .isEqualTo(Map.of("account_confirmation_success", "false"));
      Response elsewhere =
          scene.get(
              CONFIRMATION, query.with("redirect_url", "https://evil.example/"), Fields.none());
      assertThat(elsewhere.status()).isEqualTo(422);
    }

    @Test
    void theOnesToConfirmGetALetterAndTheOthersDoNot() {
      signUp(scene);
      int before = scene.store.letters().size();

      ask(scene, CONFIRMATION, email(EMAIL));
      assertThat(scene.store.letters()).hasSize(before);
      ask(scene, CONFIRMATION, email(NEW_EMAIL));
      assertThat(scene.store.letters()).hasSize(before + 1);
    }

    @Test
    void beforeThatNobodySignsInAndParanoiaSaysNotWhy() {
      signUp(scene);

      Response response =
          scene.json("POST", Scene.SIGN_IN, credentials(NEW_EMAIL, OLD), Fields.none());

      assertThat(response.status()).isEqualTo(401);
      assertThat(text(response)).isEqualTo(refusal("Invalid login credentials. Please try again."));
    }

    @Test
    void aTokenOfSomebodyUnconfirmedIsTakenOrNotAsTheMountIsSet() {
      House lenient = new House(ClientTokens.LIFESPAN, true, true, Duration.ofDays(1), true);
      House strict = new House(ClientTokens.LIFESPAN, true, true, Duration.ofDays(1), false);
      for (House house : new House[] {lenient, strict}) {
        Scene other = new Scene(settings(true), house);
        signUp(other);
        Session session = other.signIn(NEW_EMAIL, OLD);
        assertThat(other.admits(session)).isTrue();

        other.clock.pass(Duration.ofDays(1));

        assertThat(other.admits(session)).isEqualTo(house.bypassed());
      }
    }
  }

  @Nested
  class Unlocking {

    private void lock() {
      for (int failed = 0; failed < 9; ) {
        Response response =
            scene.json("POST", Scene.SIGN_IN, credentials(EMAIL, "guess"), Fields.none());
        if (response.status() == 401) {
          failed++;
        } else {
          scene.clock.pass(Duration.ofSeconds(Long.parseLong(field(response, "retry-after"))));
        }
      }
    }

    @Test
    void theLinkUnlocksOnceAndSignsNobodyIn() {
      lock();
      assertThat(scene.letsIn(OLD)).isFalse();
      ask(scene, UNLOCK, email(EMAIL));
      URI link = scene.newestLink();

      Response response = scene.open(link);

      assertThat(response.status()).isEqualTo(302);
      assertThat(field(response, "location")).isEqualTo("http://localhost:8080/?unlock=true");
      assertThat(Scene.names(response)).doesNotContainAnyElementsOf(TOKEN_FIELDS);
      assertThat(scene.letsIn(OLD)).isTrue();
      assertThat(scene.open(link).status()).isEqualTo(404);
    }

    @Test
    void theLinkLeadsWhereTheRequestWantedIt() {
      ask(scene, UNLOCK, "{\"email\":\"%s\",\"redirect_url\":\"%s\"}".formatted(EMAIL, LANDING));

      assertThat(field(scene.open(scene.newestLink()), "location"))
          .isEqualTo(LANDING + "?unlock=true");
    }

    @Test
    void aResetUnlocksAsWell() {
      lock();
      Session ticket = Scene.sessionOf(scene.reset());

      Session fresh = session(scene.put(ticket, Scene.wish(Scene.NEW)));

      assertThat(scene.admits(fresh)).isTrue();
      assertThat(scene.letsIn(Scene.NEW)).isTrue();
    }

    @Test
    void aLetterForSomethingElseUnlocksNothing() {
      scene.askForReset(EMAIL);
      String ticket = Scene.query(scene.newestLink()).first("reset_password_token").orElseThrow();

      assertThat(
              scene.get(UNLOCK, Fields.none().with("unlock_token", ticket), Fields.none()).status())
          .isEqualTo(404);
      assertThat(scene.store.letters()).singleElement().isInstanceOf(Letter.ResetLink.class);
    }
  }
}
