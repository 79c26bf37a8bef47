package dev.rekey.dialect.ocariot;

import static dev.rekey.dialect.ocariot.School.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.http.Fields;
import dev.rekey.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists: their pages, their order, what is passed over, and what a client has already. */
class ListsTest {

  private final School school = new School();

  @BeforeEach
  void someChildren() {
    for (String name : List.of("BR2", "br10", "EU1", "BR1")) {
      school.child(name);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '' | BR1 EU1 br10 BR2
          page=1&limit=2 | BR1 EU1
          page=2&limit=2 | br10 BR2
          page=3&limit=2 | ''
          page=2&limit=3 | BR2
          page=x&limit=y | BR1 EU1 br10 BR2
          page=0&limit=0 | BR1 EU1 br10 BR2
          page=-2&limit=-2 | br10 BR2
          page=-0&limit=x00 | BR1 EU1 br10 BR2
          page=01&limit=02 | BR1 EU1
          limit=99999999999999999999 | BR1 EU1 br10 BR2
          page=99999999999999999999 | ''
          sort=username | BR1 BR2 br10 EU1
          sort=-username | EU1 br10 BR2 BR1
          sort=-age,username | BR1 BR2 br10 EU1
          sort=no-such-field | BR1 EU1 br10 BR2
          sort=, | BR1 EU1 br10 BR2
          username=BR* | BR1 br10 BR2
          username=*1 | BR1 EU1
          username=*r1* | BR1 br10
          username=br10 | br10
          username=BR10 | br10
          username=BR1,EU1 | BR1 EU1
          username=*1&username=BR* | BR1
          username=*1&sort=-username&limit=1 | EU1
          username[$ne]=BR1 | BR1 EU1 br10 BR2
          age=11 | BR1 EU1 br10 BR2
          age=gt:9 | ''
          age=gt:11 | ''
          username=gt:BR2 | EU1 br10
          username=lte:br2 | BR1 BR2
          gender=female | ''
          nonsense=1 | ''
          password=* | ''
          institution_id=507f191e810c19729de860ea | ''
          institution=507f191e810c19729de860ea | ''
          fields=username | BR1 EU1 br10 BR2
          start_at=2026-01-01 | BR1 EU1 br10 BR2
          start_at=2026-01-02 | ''
          end_at=2025-12-31 | ''
          end_at=2025-12-31T23:59:59 | ''
          start_at=2025-12-31T23:59:59.999Z | BR1 EU1 br10 BR2
          start_at=nonsense&end_at=%2B999999999-12-31 | BR1 EU1 br10 BR2
          period=1d | BR1 EU1 br10 BR2
          period=2w&end_at=2025-12-31 | ''
          period=9999y&end_at=9999-12-31 | BR1 EU1 br10 BR2
          period=soon | BR1 EU1 br10 BR2
          """)
  void showWhatWasAskedFor(String query, String names) {
    Response response = school.get("/children?" + query);

    assertThat(response.status()).as(Gateway.text(response)).isEqualTo(200);
    assertThat(names(response)).isEqualTo(names);
    assertThat(response.headers().first("X-Total-Count")).hasValue("4");
  }

  @Test
  void anInstitutionIsLookedForByItsId() {
    assertThat(names(school.get("/children?institution=" + school.institution)))
        .isEqualTo("BR1 EU1 br10 BR2");
    for (String value : List.of("123", "gt:5", "5*", "", "507f191e810c19729de860ea,1")) {
      assertError(
          school.get("/children?institution=" + value),
          400,
          "Some ID provided does not have a valid format!",
          "A 24-byte hex ID similar to this: 507f191e810c19729de860ea is expected.");
    }
  }

  @Test
  void theChildrenOfAFamilyAreAListToo() {
    String one = school.child("one");
    String two = school.child("two");
    String family = school.family("fam", one, two);

    Response response = school.get("/families/" + family + "/children?sort=username&limit=1");

    assertThat(names(response)).isEqualTo("one");
    assertThat(response.headers().first("X-Total-Count")).hasValue("2");
  }

  @Test
  void theChildrenOfNoFamilyAreNoneToCount() {
    Response response = school.get("/families/" + School.NOBODY + "/children");

    assertThat(response.status()).isEqualTo(404);
    assertThat(response.headers().first("X-Total-Count")).hasValue("0");
  }

  @Test
  void whoHasAnAnswerAlreadyIsNotSentItAgain() {
    Response first = school.get("/children");
    String tag = first.headers().first("ETag").orElseThrow();

    for (String known : List.of(tag, tag.substring(2), "\"x\", " + tag, "*")) {
      Response second = asked("If-None-Match", known);

      assertThat(second.status()).as(known).isEqualTo(304);
      assertThat(second.body()).isEmpty();
      assertThat(second.headers().first("ETag")).hasValue(tag);
      assertThat(second.headers().first("X-Total-Count")).hasValue("4");
      assertThat(second.headers().has("Content-Type")).isFalse();
      assertThat(second.headers().all()).containsAll(Words.GATEWAY.all());
    }
    school.child("new");
    assertThat(asked("If-None-Match", tag).status()).isEqualTo(200);
  }

  @Test
  void whoHasAnotherOrWantsItAgainIsSentIt() {
    String tag = school.get("/children").headers().first("ETag").orElseThrow();
    Fields again =
        Gateway.bearer(school.admin).with("If-None-Match", tag).with("Cache-Control", "no-cache");

    assertThat(asked("If-None-Match", "W/\"x\"").status()).isEqualTo(200);
    assertThat(asked("If-None-Match", "").status()).isEqualTo(200);
    assertThat(school.gateway.ask("GET", "/v1/children", again, "").status()).isEqualTo(200);
  }

  @Test
  void aRefusalIsNeverKnownAlready() {
    Response response =
        school.gateway.ask(
            "GET", "/v1/children", Fields.none().with("If-None-Match", "*"), new byte[0]);

    assertThat(response.status()).isEqualTo(401);
  }

  @Test
  void aBodyIsNotLookedAtWhereNoneIsExpected() {
    Response response =
        school.gateway.ask(
            "GET",
            "/v1/children",
            Gateway.bearer(school.admin),
            "{".getBytes(StandardCharsets.UTF_8));

    assertThat(response.status()).isEqualTo(200);
  }

  private Response asked(String header, String value) {
    return school.gateway.ask(
        "GET", "/v1/children", Gateway.bearer(school.admin).with(header, value), "");
  }

  private static String names(Response response) {
    return String.join(
        " ",
        StreamSupport.stream(Gateway.body(response).spliterator(), false)
            .map(child -> child.get("username").stringValue())
            .toList());
  }
}
