package dev.rekey.dialect.ocariot;

import static dev.rekey.dialect.ocariot.School.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.http.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Making users: what must be there, which mistake is told first, and what is shown afterwards. */
class EnrolmentTest {

  private static final String INVALID = "One or more request fields are invalid...";
  private static final String MISSING = "Required fields were not provided...";

  private final School school = new School();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          children | username, password, institution, gender, age
          families | username, password, institution, Collection with children IDs
          educators | username, password, institution
          healthprofessionals | username, password, institution
          applications | username, password, application_name
          """)
  void allThatIsAbsentIsTold(String path, String fields) {
    for (String body : new String[] {"{}", "[]", ""}) {
      assertError(school.post("/" + path, body), 400, MISSING, fields + " are required!");
    }
  }

  /** Each body has a mistake more than the one before; the told one is the one that is new. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          children | "age":"11" | Required fields were not provided... | username, password, institution, gender, age_calc_date are required!
          children | "age_calc_date":"yesterday" | Date: yesterday, is not in valid ISO 8601 format. | Date must be in the format: yyyy-MM-dd
          children | "age_calc_date":7,"age":"x" | Date: x, is not in valid ISO 8601 format. | Date must be in the format: yyyy-MM-dd
          children | "age_calc_date":"","age":"0" | One or more request fields are invalid... | Age cannot be less than or equal to zero!
          children | "age":-1,"gender":"other" | One or more request fields are invalid... | The names of the allowed genders are: male, female.
          children | "gender":null,"institution_id":"123" | Parameter {institution_id} is not in valid format! | A 24-byte hex ID similar to this: 507f191e810c19729de860ea is expected.
          children | "gender":1,"institution_id":"","password":"" | One or more request fields are invalid... | password must have at least one character!
          children | "institution":7,"password":null,"username":7 | One or more request fields are invalid... | username must be a string!
          families | "children":[] | Required fields were not provided... | username, password, institution, Collection with children IDs are required!
          families | "children":["507f191e810c19729de860ea"] | Required fields were not provided... | username, password, institution are required!
          families | "children":["123","507f191e810c19729de860ea",{"id":"x"}] | One or more request fields are invalid... | The following IDs from children attribute are not in valid format: 123, x
          families | "children":["123",null] | One or more request fields are invalid... | Children field contains invalid IDs. It is expected that each item in the array is a 24-byte hex string like this: 507f191e810c19729de860ea
          families | "children":{},"institution_id":null | Parameter {institution_id} is not in valid format! | A 24-byte hex ID similar to this: 507f191e810c19729de860ea is expected.
          applications | "application_name":"" | One or more request fields are invalid... | application_name must have at least one character!
          applications | "application_name":7,"username":"  " | One or more request fields are invalid... | username must have at least one character!
          """)
  void ofSeveralMistakesTheFirstIsTold(
      String path, String members, String message, String description) {
    assertError(school.post("/" + path, "{" + members + "}"), 400, message, description);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          null | children must be an array!
          {} | children must be an array!
          "507f191e810c19729de860ea" | children must be an array!
          [""] | Children field contains invalid IDs. It is expected that each item in the array is a 24-byte hex string like this: 507f191e810c19729de860ea
          [7] | Children field contains invalid IDs. It is expected that each item in the array is a 24-byte hex string like this: 507f191e810c19729de860ea
          [{}] | Children field contains invalid IDs. It is expected that each item in the array is a 24-byte hex string like this: 507f191e810c19729de860ea
          [{"id":7}] | Children field contains invalid IDs. It is expected that each item in the array is a 24-byte hex string like this: 507f191e810c19729de860ea
          """)
  void theChildrenAreAListOfIds(String children, String description) {
    String body = school.user("fam", "\"children\":" + children);

    assertError(school.post("/families", body), 400, INVALID, description);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          null | One or more request fields are invalid... | age must be a string!
          true | One or more request fields are invalid... | age must be a string!
          [5] | One or more request fields are invalid... | age must be a string!
          "" | One or more request fields are invalid... | age must have at least one character!
          " " | One or more request fields are invalid... | Age cannot be less than or equal to zero!
          "-3" | One or more request fields are invalid... | Age cannot be less than or equal to zero!
          0 | One or more request fields are invalid... | Age cannot be less than or equal to zero!
          "2012-06-0" | Date: 2012-06-0, is not in valid ISO 8601 format. | Date must be in the format: yyyy-MM-dd
          "2012-13-01" | Date: 2012-13-01, is not in valid ISO 8601 format. | Date must be in the format: yyyy-MM-dd
          "11a" | Date: 11a, is not in valid ISO 8601 format. | Date must be in the format: yyyy-MM-dd
          "2050-12-31" | Datetime: 2050-12-31, cannot be used! | The 'age' and 'age_calc_date' fields can only receive past or present dates.
          """,
      quoteCharacter = '`')
  void anAgeIsAboveZeroOrADayOfBirth(String age, String message, String description) {
    assertError(school.post("/children", aged(age)), 400, message, description);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "2012-06-35" | Date: 2012-06-35, is not in valid ISO 8601 format.
          "2011-02-29" | Date: 2011-02-29, is not in valid ISO 8601 format.
          "1677-12-31" | Date 1677-12-31 has year not allowed. The year must be greater than 1678 and less than 2261.
          "2262-01-01" | Date 2262-01-01 has year not allowed. The year must be greater than 1678 and less than 2261.
          """)
  void ofADayThatThereIsNotNoMoreIsTold(String age, String message) {
    assertError(school.post("/children", aged(age)), 400, message);
  }

  @ParameterizedTest
  @CsvSource({"11, 11", "'\"11\"', 11", "9.5, 9.5", "1e1, 10", "'\" 7 \"', ' 7 '"})
  void anAgeIsShownAsAText(String age, String shown) {
    Response response = school.post("/children", aged(age + ",\"age_calc_date\":\"2019-12-01\""));

    assertThat(Gateway.body(response).get("age").stringValue()).isEqualTo(shown);
  }

  @Test
  void aDayOfBirthNeedsNoOtherDay() {
    assertThat(school.post("/children", aged("\"2012-02-29\"")).status()).isEqualTo(201);
  }

  @Test
  void aChildIsShownWithoutItsPasswordAndItsKind() {
    Response response =
        school.post(
            "/children",
            school.user(
                " kid ",
                "\"gender\":\"male\",\"age\":11,\"age_calc_date\":\"2019-12-01\","
                    + "\"id\":\"x\",\"type\":7,\"last_login\":true,\"last_sync\":[],"
                    + "\"fitbit_status\":\"valid\",\"cve_status\":null"));

    assertThat(response.status()).isEqualTo(201);
    assertThat(Gateway.text(response))
        .isEqualTo(
            """
            {"id":"%s","username":"kid","institution_id":"%s","gender":"male","age":"11",\
            "age_calc_date":"2019-12-01","fitbit_status":"none"}\
            """
                .formatted(School.id(response), school.institution));
  }

  @Test
  void aFamilyIsShownWithItsWholeChildren() {
    String kid = school.child("kid");
    Response response =
        school.post("/families", school.user("fam", "\"children\":[{\"id\":\"" + kid + "\"}]"));

    assertThat(Gateway.body(response).get("children"))
        .isEqualTo(Gateway.body(school.get("/families/" + School.id(response) + "/children")));
    assertThat(Gateway.body(response).get("children").get(0).get("username").stringValue())
        .isEqualTo("kid");
  }

  @Test
  void anEducatorBeginsWithoutGroupsAndAnApplicationNeedsNoInstitution() {
    Response educator = school.post("/educators", school.user("edu", "\"x\":1"));
    Response application =
        school.post(
            "/applications",
            "{\"username\":\"app\",\"password\":\"a good password\",\"application_name\":\"A\"}");

    assertThat(Gateway.text(educator)).endsWith(",\"children_groups\":[]}");
    assertThat(Gateway.text(application))
        .isEqualTo(
            "{\"id\":\"%s\",\"username\":\"app\",\"application_name\":\"A\"}"
                .formatted(School.id(application)));
  }

  @Test
  void aNameThatAnybodyHasIsTaken() {
    school.educator("ann");

    assertError(
        school.post("/educators", school.user("ann", "\"x\":1")),
        409,
        "Educator is already registered...");
    assertError(
        school.post("/healthprofessionals", school.user(" ann", "\"x\":1")),
        409,
        "Health Professional is already registered...");
    assertThat(school.post("/educators", school.user("Ann", "\"x\":1")).status()).isEqualTo(201);
  }

  @Test
  void theNameComesBeforeTheChildrenAndTheChildrenBeforeTheInstitution() {
    String edu = school.educator("edu");
    String unknown =
        "\"children\":[\""
            + School.NOBODY
            + "\",\""
            + edu
            + "\"],\"institution\":\""
            + School.NOBODY
            + '"';

    assertError(
        school.post("/families", school.user("edu", unknown)),
        409,
        "Family is already registered...");
    assertError(
        school.post("/families", school.user("fam", unknown)),
        400,
        "It is necessary for children to be registered before proceeding.",
        "The following IDs were verified without registration: " + School.NOBODY + ", " + edu);
    assertError(
        school.post("/educators", school.user("new", "\"institution\":\"" + School.NOBODY + '"')),
        400,
        "The institution provided does not have a registration.",
        "It is necessary that the institution be registered before trying again.");
  }

  @Test
  void aPasswordThatDoesNotPleaseIsAnInvalidField() {
    Response response =
        school.post(
            "/educators",
            "{\"username\":\"edu\",\"password\":\"short\",\"institution_id\":\"%s\"}"
                .formatted(school.institution));

    assertError(response, 400, INVALID, "password must have at least 8 characters!");
  }

  @Test
  void whatNoKeyboardTypesIsNoName() {
    for (String name : new String[] {"a\\u0000b", "a\\nb", "a\\u007fb"}) {
      assertError(
          school.post("/educators", school.user(name, "\"x\":1")),
          400,
          INVALID,
          "username must not have characters that no keyboard can type!");
    }
    assertError(
        school.post("/applications", school.user("app", "\"application_name\":\"a\\u0000\"")),
        400,
        INVALID,
        "application_name must not have characters that no keyboard can type!");
  }

  @Test
  void aServerWithTooMuchToHashAsksToComeAgain() {
    school.gateway.hasher.fill(Duration.ofSeconds(3));

    Response response = school.post("/educators", school.user("edu", "\"x\":1"));

    assertThat(response.status()).isEqualTo(503);
    assertThat(response.headers().first("Retry-After")).hasValue("3");
  }

  @Test
  void aMalformedBodyIsToldAndMakesNobody() {
    for (String body : new String[] {"{", "12", "null", "{\"a\":1,\"a\":2}"}) {
      assertThat(Gateway.text(school.post("/educators", body)))
          .contains("Unable to process request body!");
    }
    assertThat(school.get("/educators").headers().first("X-Total-Count")).hasValue("0");
  }

  private String aged(String age) {
    return school.user("kid", "\"gender\":\"male\",\"age\":" + age);
  }
}
