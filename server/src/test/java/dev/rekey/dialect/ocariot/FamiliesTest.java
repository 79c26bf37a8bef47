package dev.rekey.dialect.ocariot;

import static dev.rekey.dialect.ocariot.School.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.http.Response;
import org.junit.jupiter.api.Test;

/** A family and its children. */
class FamiliesTest {

  private static final String GONE =
      "Family not found or already removed. A new operation for the same resource is not required.";

  private final School school = new School();
  private final String one = school.child("one");
  private final String two = school.child("two");
  private final String family = school.family("fam", one);

  @Test
  void aChildIsAddedOnceAndTheFamilyIsShown() {
    for (int i = 0; i < 2; i++) {
      Response response = school.post("/families/" + family + "/children/" + two, "");

      assertThat(response.status()).isEqualTo(200);
      assertThat(Gateway.body(response).get("children").size()).isEqualTo(2);
      assertThat(School.id(response)).isEqualTo(family);
    }
  }

  @Test
  void aChildIsTakenOutAndNobodyMindsWhenItIsNotThere() {
    for (int i = 0; i < 2; i++) {
      Response response = school.delete("/families/" + family + "/children/" + one);

      assertThat(response.status()).isEqualTo(204);
      assertThat(response.body()).isEmpty();
    }
    assertThat(school.delete("/families/" + family + "/children/" + School.NOBODY).status())
        .isEqualTo(204);
    assertThat(Gateway.text(school.get("/families/" + family + "/children"))).isEqualTo("[]");
  }

  @Test
  void whoeverIsMissingIsToldInItsOwnWay() {
    assertError(
        school.post("/families/" + School.NOBODY + "/children/" + one, ""),
        400,
        "Family not found!",
        GONE);
    assertError(
        school.post("/families/" + family + "/children/" + School.NOBODY, ""),
        400,
        "The association could not be performed because the child does not have a record.");
    assertError(
        school.post("/families/" + family + "/children/" + family, ""),
        400,
        "The association could not be performed because the child does not have a record.");
    assertError(
        school.delete("/families/" + School.NOBODY + "/children/" + one),
        404,
        "Family not found!",
        GONE);
    assertError(
        school.get("/families/" + School.NOBODY + "/children"), 404, "Family not found!", GONE);
  }

  @Test
  void theFamilysIdIsLookedAtBeforeTheChilds() {
    for (String method : new String[] {"POST", "DELETE"}) {
      assertThat(message(method, "/families/123/children/123"))
          .isEqualTo("Parameter {family_id} is not in valid format!");
      assertThat(message(method, "/families/" + family + "/children/123"))
          .isEqualTo("Parameter {child_id} is not in valid format!");
    }
  }

  @Test
  void aFamilySeesItsChildrenAndChangesItself() {
    String token = school.token("fam");

    assertThat(school.gateway.get(token, "/children/" + one).status()).isEqualTo(200);
    assertThat(school.gateway.get(token, "/children/" + two).status()).isEqualTo(403);
    Response changed =
        school.gateway.as(
            token, "PATCH", "/families/" + family, "{\"children\":[\"" + two + "\"]}");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(school.gateway.get(token, "/children/" + one).status()).isEqualTo(403);
    assertThat(school.gateway.get(token, "/children/" + two).status()).isEqualTo(200);
  }

  private String message(String method, String path) {
    return Gateway.body(school.gateway.as(school.admin, method, path, ""))
        .get("message")
        .stringValue();
  }
}
