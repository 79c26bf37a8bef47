package dev.rekey.dialect.tokenauth;

import static dev.rekey.dialect.tokenauth.Scene.EMAIL;
import static dev.rekey.dialect.tokenauth.Scene.NEW;
import static dev.rekey.dialect.tokenauth.Scene.OLD;
import static dev.rekey.dialect.tokenauth.Scene.PASSWORD;
import static dev.rekey.dialect.tokenauth.Scene.field;
import static dev.rekey.dialect.tokenauth.Scene.fieldError;
import static dev.rekey.dialect.tokenauth.Scene.session;
import static dev.rekey.dialect.tokenauth.Scene.text;
import static dev.rekey.dialect.tokenauth.Scene.wish;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.dialect.tokenauth.Scene.Session;
import dev.rekey.http.Fields;
import dev.rekey.http.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a change of the own password is refused for. */
class RefusingTest {

  private final Scene scene = Scene.withSomebody();

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
