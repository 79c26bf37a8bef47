package dev.rekey.dialect.ocariot;

import static dev.rekey.dialect.ocariot.School.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.http.Response;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changing and deleting users. */
class EditingTest {

  private final School school = new School();
  private final String kid = school.child("kid");

  @Test
  void anySubsetWillDoAndNothingAtAll() {
    assertThat(Gateway.text(school.patch("/children/" + kid, "")))
        .isEqualTo(Gateway.text(school.get("/children/" + kid)));
    Response response =
        school.patch(
            "/children/" + kid,
            "{\"username\":\"other\",\"gender\":\"female\",\"age\":\"2012-01-01\",\"type\":\"admin\"}");

    assertThat(Gateway.text(response))
        .isEqualTo(
            """
            {"id":"%s","username":"other","institution_id":"%s","gender":"female",\
            "age":"2012-01-01","age_calc_date":"2019-12-01","fitbit_status":"none"}\
            """
                .formatted(kid, school.institution));
  }

  /** The id, the name, the institution, the password, what only the kind has, and who it is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          123 | {"username":"","password":"x"} | Parameter {child_id} is not in valid format!
          507f191e810c19729de860ea | {"institution_id":"x","username":"","password":"x"} | One or more request fields are invalid...
          507f191e810c19729de860ea | {"institution_id":null,"password":"x","gender":"x"} | Parameter {institution_id} is not in valid format!
          507f191e810c19729de860ea | {"password":null,"gender":"x"} | This parameter could not be updated.
          507f191e810c19729de860ea | {"gender":"x","age":null} | One or more request fields are invalid...
          507f191e810c19729de860ea | {"age":"7"} | Required fields were not provided...
          507f191e810c19729de860ea | {"age":"2050-01-01"} | Datetime: 2050-01-01, cannot be used!
          507f191e810c19729de860ea | {"institution_id":"507f191e810c19729de860ea"} | Child not found!
          """)
  void ofSeveralMistakesTheFirstIsTold(String id, String body, String message) {
    assertThat(Gateway.body(school.patch("/children/" + id, body)).get("message").stringValue())
        .isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"age":11} | age_calc_date
          {"age":"11"} | age_calc_date
          {"age_calc_date":"2019-12-01"} | age
          """)
  void anAgeAndItsDayGoTogether(String body, String absent) {
    assertError(
        school.patch("/children/" + kid, body),
        400,
        "Required fields were not provided...",
        absent + " are required!");
  }

  @Test
  void anAgeThatIsNullIsToldSo() {
    assertError(
        school.patch("/children/" + kid, "{\"age\":null}"),
        400,
        "One or more request fields are invalid...",
        "age must be a string!");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"x\"", "null", "\"\"", "7"})
  void aPasswordHasARouteOfItsOwn(String password) {
    assertError(
        school.patch("/children/" + kid, "{\"password\":" + password + "}"),
        400,
        "This parameter could not be updated.",
        "A specific route to update user password already exists.Access: PATCH /users/"
            + kid
            + "/password to update your password.");
  }

  @Test
  void theOwnNameIsTakenToo() {
    school.educator("edu");

    for (String name : new String[] {"kid", " kid ", "edu"}) {
      assertError(
          school.patch("/children/" + kid, "{\"username\":\"" + name + "\"}"),
          409,
          "Child is already registered...");
    }
  }

  @Test
  void whatIsToBelongMustExist() {
    String family = school.family("fam", kid);

    assertError(
        school.patch(
            "/families/" + family,
            "{\"children\":[\"" + School.NOBODY + "\"],\"institution\":\"" + School.NOBODY + "\"}"),
        400,
        "It is necessary for children to be registered before proceeding.",
        "The following IDs were verified without registration: " + School.NOBODY);
    assertError(
        school.patch("/families/" + family, "{\"institution\":\"" + School.NOBODY + "\"}"),
        400,
        "The institution provided does not have a registration.",
        "It is necessary that the institution be registered before trying again.");
    assertThat(Gateway.text(school.patch("/families/" + family, "{\"children\":[]}")))
        .endsWith("\"children\":[]}");
  }

  @Test
  void aUserOfAnotherKindIsNotThere() {
    Map<String, String> kinds =
        Map.of(
            "children", "Child",
            "families", "Family",
            "educators", "Educator",
            "healthprofessionals", "Health Professional",
            "applications", "Application");
    String admin = school.gateway.person("admin").ids().hex24();

    kinds.forEach((path, noun) -> {
      for (String id : new String[] {admin, School.NOBODY}) {
        String description =
            noun
                + " not found or already removed."
                + " A new operation for the same resource is not required.";
        assertError(school.get("/" + path + '/' + id), 404, noun + " not found!", description);
        assertError(
            school.patch("/" + path + '/' + id, "{}"), 404, noun + " not found!", description);
      }
    });
  }

  @Test
  void anIdMayBeInCapitals() {
    String capitals = kid.toUpperCase(Locale.ROOT);

    assertThat(School.id(school.get("/children/" + capitals))).isEqualTo(kid);
    assertThat(School.id(school.patch("/children/" + capitals, "{}"))).isEqualTo(kid);
    assertThat(school.delete("/users/" + capitals).status()).isEqualTo(204);
    assertThat(school.get("/children/" + kid).status()).isEqualTo(404);
  }

  @Test
  void aDeletedUserIsGoneEverywhereAndItsTokenWithIt() {
    String family = school.family("fam", kid);
    String token = school.token("kid");

    assertThat(school.delete("/users/" + kid + '/').status()).isEqualTo(204);
    assertThat(school.delete("/users/" + kid).status()).isEqualTo(204);
    assertThat(Gateway.text(school.get("/families/" + family))).endsWith("\"children\":[]}");
    assertThat(Gateway.text(school.gateway.get(token, "/children/" + kid)))
        .contains("not properly registered");
    assertThat(school.gateway.signIn("kid", School.PASSWORD).status()).isEqualTo(401);
  }

  @Test
  void nobodyDeletesAnAdministrator() {
    String self = school.gateway.account("admin1").ids().hex24();
    Account colleague = school.gateway.person("admin");
    String other = colleague.ids().hex24();

    assertThat(school.delete("/users/" + self).status()).isEqualTo(403);
    assertThat(school.delete("/users/" + self.toUpperCase(Locale.ROOT)).status()).isEqualTo(403);
    assertThat(school.delete("/users/" + other).status()).isEqualTo(204);
    assertThat(school.gateway.token(colleague)).isNotEmpty();
    assertThat(school.get("/children").status()).isEqualTo(200);
  }

  @Test
  void whoeverIsDisabledIsSeenAndComesInNoMore() {
    String token = school.token("kid");
    school.gateway.disable(school.gateway.account("kid"));

    assertThat(school.get("/children/" + kid).status()).isEqualTo(200);
    assertThat(school.gateway.get(token, "/children/" + kid).status()).isEqualTo(401);
  }
}
