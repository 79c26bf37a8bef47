package dev.rekey.dialect.devise;

import static dev.rekey.dialect.devise.Scene.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.letter.Letter;
import dev.rekey.http.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationsTest {

  private static final String USERS = "/api/v1/users";
  private static final String LETTIE = "lettie.gleason+operator@example.com";
  private static final String OLD = "valiD_passw0rd!";

  @Nested
  class SigningUp {

    private final Scene scene = new Scene();

    @Test
    void makesAnAccountOfTheNewcomersRole() {
      Response response =
          scene.json(
              "POST",
              USERS,
              "{\"user\":{\"email\":\"Ada@Example.com\",\"password\":\"yellow umbrella\","
                  + "\"role\":\"operator\",\"first_name\":\"Ada\"}}");

      assertThat(response.status()).isEqualTo(200);
      assertThat(text(response))
          .isEqualTo(
              "{\"user\":{\"id\":1,\"email\":\"ada@example.com\",\"first_name\":\"Ada\","
                  + "\"last_name\":null,\"role\":\"user\"}}");
      assertThat(scene.store.letters()).isEmpty();
    }

    @Test
    void writesToWhoHasToConfirmFirst() {
      Scene careful = new Scene(plain -> Scene.with(plain, plain.manners(), Scene.allLetters()));
      Response response =
          careful.json(
              "POST",
              USERS,
              "{\"user\":{\"email\":\"ada@example.com\",\"password\":\"yellow umbrella\"}}");

      assertThat(response.status()).isEqualTo(200);
      assertThat(response.headers().has("authorization")).isFalse();
      assertThat(careful.store.letters()).singleElement().isInstanceOf(Letter.ConfirmLink.class);
    }

    @Test
    void aBusyServerSaysSo() {
      scene.hasher.fill();

      assertThat(
              scene
                  .json(
                      "POST",
                      USERS,
                      "{\"user\":{\"email\":\"ada@example.com\",\"password\":\"yellow umbrella\"}}")
                  .status())
          .isEqualTo(503);
      assertThat(scene.store.accounts().count(Realm.MAIN)).isZero();
    }
  }

  @Nested
  class Changing {

    private final Scene scene = Scene.withOperator();
    private final String bearer = scene.signIn(LETTIE, OLD);

    @Test
    void ofPasswordAddressAndFieldsIsOneCommit() {
      Response response =
          change(
              "\"email\":\"l@example.com\",\"first_name\":\"L\",\"password\":\"after_456!\","
                  + "\"current_password\":\"valiD_passw0rd!\"");

      assertThat(response.status()).isEqualTo(200);
      assertThat(scene.only().logins().email()).contains("l@example.com");
      assertThat(scene.only().profile().get("first_name")).contains("L");
      assertThat(events()).endsWith("signed-in", "password-changed");
      assertThat(scene.store.letters())
          .extracting(Letter::to)
          .as("who hears of it: the address that it had")
          .containsOnly(LETTIE);
    }

    @Test
    void isRefusedAsAWhole() {
      Response response =
          change(
              "\"email\":\"l@example.com\",\"first_name\":\"L\",\"password\":\"after_456!\","
                  + "\"current_password\":\"wrong\"");

      assertThat(response.status()).isEqualTo(422);
      assertThat(scene.only().logins().email()).contains(LETTIE);
      assertThat(scene.only().profile().get("first_name")).contains("Lettie");
      assertThat(scene.store.letters()).isEmpty();
    }

    @Test
    void ofFieldsAloneKeepsEverySession() {
      String other = scene.signIn(LETTIE, OLD);

      Response response =
          change("\"first_name\":\"L\",\"password\":\"\",\"current_password\":\"" + OLD + "\"");

      assertThat(response.status()).isEqualTo(200);
      assertThat(events()).endsWith("account-changed");
      assertThat(scene.json("GET", USERS, "", "authorization", other).status()).isEqualTo(200);
      assertThat(scene.json("GET", USERS, "", "authorization", bearer).status()).isEqualTo(200);
    }

    @Test
    void ofAnAddressWaitsForItsConfirmationWhereThatIsChosen() {
      Scene careful = new Scene(plain -> Scene.with(plain, plain.manners(), Scene.allLetters()));
      careful.move(1932, "operator", LETTIE, OLD, Map.of());
      String token = careful.signIn(LETTIE, OLD);

      careful.json(
          "PATCH",
          USERS,
          "{\"user\":{\"email\":\"l@example.com\",\"current_password\":\"" + OLD + "\"}}",
          "authorization",
          token);
      assertThat(careful.only().logins().email()).contains(LETTIE);

      Response confirmed =
          careful.json(
              "GET", USERS + "/confirmation?confirmation_token=" + careful.confirmation(), "");
      assertThat(confirmed.status()).isEqualTo(200);
      assertThat(careful.only().logins().email()).contains("l@example.com");
    }

    @Test
    void comesTooLateForAnAddressThatSomebodyElseConfirmedFirst() {
      Scene careful = new Scene(plain -> Scene.with(plain, plain.manners(), Scene.allLetters()));
      careful.move(1932, "operator", LETTIE, OLD, Map.of());
      String token = careful.signIn(LETTIE, OLD);
      careful.json(
          "PATCH",
          USERS,
          "{\"user\":{\"email\":\"l@example.com\",\"current_password\":\"" + OLD + "\"}}",
          "authorization",
          token);
      String ticket = careful.confirmation();
      careful.move(7, "driver", "l@example.com", OLD, Map.of());

      Response response =
          careful.json("GET", USERS + "/confirmation?confirmation_token=" + ticket, "");

      assertThat(response.status()).isEqualTo(422);
      assertThat(text(response)).isEqualTo("{\"email\":[\"has already been taken\"]}");
    }

    @Test
    void isTooLateWithAnOldLink() {
      Scene careful = new Scene(plain -> Scene.with(plain, plain.manners(), Scene.allLetters()));
      careful.json(
          "POST",
          USERS,
          "{\"user\":{\"email\":\"ada@example.com\",\"password\":\"yellow umbrella\"}}");
      careful.pass(Duration.ofDays(1));

      Response response =
          careful.json(
              "GET", USERS + "/confirmation?confirmation_token=" + careful.confirmation(), "");

      assertThat(response.status()).isEqualTo(422);
      assertThat(text(response))
          .isEqualTo(
              "{\"email\":[\"needs to be confirmed within 1 day, please request a new one\"]}");
    }

    private Response change(String attributes) {
      return scene.json("PATCH", USERS, "{\"user\":{" + attributes + "}}", "authorization", bearer);
    }

    private List<String> events() {
      return scene.store.trail().stream().map(AuditEntry::event).map(Event::name).toList();
    }
  }

  @Nested
  class Leaving {

    private final Scene scene = Scene.withOperator();
    private final String bearer = scene.signIn(LETTIE, OLD);

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PATCH", "DELETE"})
    void aDisabledAccountIsNobodys(String method) {
      scene.disable();

      Response response = scene.json(method, USERS, "{}", "authorization", bearer);

      assertThat(response.status()).isEqualTo(401);
      assertThat(text(response)).isEqualTo("{\"error\":\"revoked token\"}");
    }

    @Test
    void whoGivesUpIsToldInALetter() {
      Response response = scene.json("DELETE", USERS, "", "authorization", bearer);

      assertThat(response.status()).isEqualTo(204);
      assertThat(response.body()).isEmpty();
      assertThat(scene.store.accounts().count(Realm.MAIN)).isZero();
      assertThat(scene.store.letters()).singleElement().isInstanceOf(Letter.AccountDeleted.class);
    }
  }
}
