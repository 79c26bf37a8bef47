package dev.rekey.dialect.ocariot;

import static dev.rekey.dialect.ocariot.School.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.http.Response;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Institutions. */
class InstitutionsTest {

  private final School school = new School();

  @Test
  void numbersBecomeTextsAndWhatIsAbsentIsLeftOut() {
    Response response =
        school.post(
            "/institutions",
            "{\"id\":\"x\",\"type\":\"T\",\"name\":\"N\",\"latitude\":0,\"longitude\":-35.9175756}");

    assertThat(response.status()).isEqualTo(201);
    assertThat(Gateway.text(response))
        .isEqualTo(
            """
            {"id":"%s","type":"T","name":"N","latitude":"0","longitude":"-35.9175756"}\
            """
                .formatted(School.id(response)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {} | Required fields were not provided... | name, type are required!
          {"name":"N"} | Required fields were not provided... | type are required!
          {"longitude":null} | One or more request fields are invalid... | longitude must be a string!
          {"longitude":null,"latitude":[]} | One or more request fields are invalid... | latitude must be a string!
          {"latitude":[],"address":""} | One or more request fields are invalid... | address must have at least one character!
          {"address":"","type":7} | One or more request fields are invalid... | type must be a string!
          {"type":7,"name":""} | One or more request fields are invalid... | name must have at least one character!
          """)
  void ofSeveralMistakesTheFirstIsTold(String body, String message, String description) {
    assertError(school.post("/institutions", body), 400, message, description);
    if (!message.startsWith("Required")) {
      assertError(
          school.patch("/institutions/" + school.institution, body), 400, message, description);
    }
  }

  @Test
  void aNameIsTakenByItselfToo() {
    assertError(
        school.post("/institutions", "{\"type\":\"T\",\"name\":\"Name Example\"}"),
        409,
        "Institution is already registered...");
    assertError(
        school.patch("/institutions/" + school.institution, "{\"name\":\"Name Example\"}"),
        409,
        "Institution is already registered...");
  }

  @Test
  void anySubsetWillDoAndNothingAtAll() {
    String one = "/institutions/" + school.institution;

    assertThat(Gateway.text(school.patch(one, ""))).isEqualTo(Gateway.text(school.get(one)));
    assertThat(Gateway.text(school.patch(one, "{\"address\":\"here\"}")))
        .isEqualTo(
            "{\"id\":\"%s\",\"type\":\"School\",\"name\":\"Name Example\",\"address\":\"here\"}"
                .formatted(school.institution));
  }

  @Test
  void whatIsNotThereIsNotFound() {
    String gone =
        "Institution not found or already removed."
            + " A new operation for the same resource is not required.";

    for (Response response :
        new Response[] {
          school.get("/institutions/" + School.NOBODY),
          school.patch("/institutions/" + School.NOBODY, "{}")
        }) {
      assertError(response, 404, "Institution not found!", gone);
    }
    assertThat(school.delete("/institutions/" + School.NOBODY).status()).isEqualTo(204);
  }

  @Test
  void oneThatSomebodyBelongsToStays() {
    String edu = school.educator("edu");

    assertError(
        school.delete("/institutions/" + school.institution),
        400,
        "The institution is associated with one or more users.");
    school.delete("/users/" + edu);
    assertThat(school.delete("/institutions/" + school.institution).status()).isEqualTo(204);
    assertThat(school.get("/institutions/" + school.institution).status()).isEqualTo(404);
  }

  @Test
  void aListIsSortedAndSifted() {
    school.made("/institutions", "{\"type\":\"Clinic\",\"name\":\"A\"}");

    Response response = school.get("/institutions?sort=name&type=clin*");

    assertThat(Gateway.body(response).size()).isEqualTo(1);
    assertThat(Gateway.body(response).get(0).get("name").stringValue()).isEqualTo("A");
    assertThat(response.headers().first("X-Total-Count")).hasValue("2");
  }

  /** A child sees the own institution and no other; an educator changes it. */
  @Test
  void onesOwnIsOnesOwnInCapitalsToo() {
    school.child("kid");
    school.educator("edu");
    String capitals = "/institutions/" + school.institution.toUpperCase(Locale.ROOT);

    assertThat(school.gateway.get(school.token("kid"), capitals).status()).isEqualTo(200);
    assertThat(school.gateway.as(school.token("edu"), "PATCH", capitals, "{}").status())
        .isEqualTo(200);
  }
}
