package dev.rekey.dialect.ocariot;

import static dev.rekey.dialect.ocariot.School.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.http.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The groups of an educator; a health professional's are on the same routes. */
class GroupsTest {

  private final School school = new School();
  private final String kid = school.child("kid");
  private final String owner = school.educator("edu");
  private final String token = school.token("edu");
  private final String groups = "/educators/" + owner + "/children/groups";

  @Test
  void aGroupIsMadeShownChangedAndDeleted() {
    String child = Gateway.text(school.get("/children/" + kid));
    Response made = post("\"name\":\"A\",\"school_class\":\"4th\",\"children\":[\"" + kid + "\"]");
    String id = School.id(made);
    String shown =
        "{\"id\":\"%s\",\"name\":\"A\",\"children\":[%s],\"school_class\":\"4th\"}"
            .formatted(id, child);

    assertThat(made.status()).isEqualTo(201);
    assertThat(Gateway.text(made)).isEqualTo(shown);
    assertThat(Gateway.text(ask("GET", "/" + id, ""))).isEqualTo(shown);
    assertThat(Gateway.text(school.get("/educators/" + owner)))
        .endsWith(",\"children_groups\":[" + shown + "]}");
    assertThat(Gateway.text(ask("PATCH", "/" + id, "{\"name\":\"B\",\"children\":[]}")))
        .isEqualTo(
            "{\"id\":\"%s\",\"name\":\"B\",\"children\":[],\"school_class\":\"4th\"}"
                .formatted(id));
    assertThat(ask("DELETE", "/" + id, "").status()).isEqualTo(204);
    assertThat(ask("DELETE", "/" + id, "").status()).isEqualTo(204);
    assertError(
        ask("GET", "/" + id, ""),
        404,
        "Children Group not found!",
        "Children Group not found or already removed."
            + " A new operation for the same resource is not required.");
    assertThat(ask("PATCH", "/" + id, "{}").status()).isEqualTo(404);
  }

  @Test
  void aListHasItsOwnCount() {
    make("B");
    make("A");

    Response response = ask("GET", "?sort=name&limit=1", "");

    assertThat(Gateway.body(response).get(0).get("name").stringValue()).isEqualTo("A");
    assertThat(Gateway.body(response).size()).isEqualTo(1);
    assertThat(response.headers().first("X-Total-Count")).hasValue("2");
    assertThat(Gateway.text(ask("GET", "?name=b*", ""))).contains("\"name\":\"B\"");
  }

  @Test
  void twoOfOneOwnerHaveTwoNames() {
    String a = make("A");
    make("B");

    assertError(
        post("\"name\":\"A\",\"children\":[\"" + kid + "\"]"),
        409,
        "Children Group is already registered...");
    assertError(
        ask("PATCH", "/" + a, "{\"name\":\"B\"}"), 409, "Children Group is already registered...");
    school.educator("another");
    String other = school.token("another");
    String id = school.gateway.account("another").ids().hex24();
    Response elsewhere =
        school.gateway.as(
            other,
            "POST",
            "/educators/" + id + "/children/groups",
            "{\"name\":\"A\",\"children\":[\"" + kid + "\"]}");
    assertThat(elsewhere.status()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {} | Required fields were not provided... | name, Collection with children IDs are required!
          {"name":"A"} | Required fields were not provided... | Collection with children IDs are required!
          {"children":[]} | Required fields were not provided... | name, Collection with children IDs are required!
          {"children":null} | One or more request fields are invalid... | children must be an array!
          {"children":null,"school_class":7} | One or more request fields are invalid... | school_class must be a string!
          {"children":null,"school_class":"","name":null} | One or more request fields are invalid... | name must be a string!
          {"children":["x"],"name":""} | One or more request fields are invalid... | name must have at least one character!
          {"children":["x"]} | One or more request fields are invalid... | The following IDs from children attribute are not in valid format: x
          {"name":"A","children":["507f191e810c19729de860ea"]} | It is necessary for children to be registered before proceeding. | The following IDs were verified without registration: 507f191e810c19729de860ea
          """)
  void ofSeveralMistakesTheFirstIsTold(String body, String message, String description) {
    assertError(ask("POST", "", body), 400, message, description);
  }

  @Test
  void ofTwoIdsTheOwnersIsLookedAtFirst() {
    for (String method : new String[] {"GET", "PATCH", "DELETE"}) {
      Response both =
          school.gateway.as(token, method, "/educators/123/children/groups/123", "{\"name\":7}");
      assertThat(Gateway.text(both)).contains("{educator_id}");
      assertThat(Gateway.text(ask(method, "/123", "{\"name\":7}"))).contains("{group_id}");
    }
  }

  @Test
  void whoIsOfAnotherKindHasNone() {
    String elsewhere = "/healthprofessionals/" + owner + "/children/groups";
    String gone =
        "Health Professional not found or already removed."
            + " A new operation for the same resource is not required.";

    assertError(
        school.gateway.as(
            token, "POST", elsewhere, "{\"name\":\"A\",\"children\":[\"" + kid + "\"]}"),
        400,
        "Health Professional not found!",
        gone);
    assertError(school.gateway.get(token, elsewhere), 400, "Health Professional not found!", gone);
  }

  private String make(String name) {
    Response response = post("\"name\":\"" + name + "\",\"children\":[\"" + kid + "\"]");
    assertThat(response.status()).isEqualTo(201);
    return School.id(response);
  }

  private Response post(String members) {
    return ask("POST", "", "{" + members + "}");
  }

  private Response ask(String method, String below, String body) {
    return school.gateway.as(token, method, groups + below, body);
  }
}
