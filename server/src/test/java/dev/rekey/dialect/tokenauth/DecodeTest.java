package dev.rekey.dialect.tokenauth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.rekey.core.password.Password;
import dev.rekey.dialect.Reading;
import dev.rekey.dialect.Reading.Misread;
import dev.rekey.dialect.Reading.Read;
import dev.rekey.dialect.tokenauth.Decode.Change;
import dev.rekey.dialect.tokenauth.Decode.Entry;
import dev.rekey.dialect.tokenauth.Decode.Misreading;
import dev.rekey.http.Fields;
import dev.rekey.http.Request;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class DecodeTest {

  private static final Misread<?, Misreading> UNREADABLE =
      new Misread<>(new Misreading.Unreadable());
  private static final Misread<?, Misreading> NO_PASSWORDS =
      new Misread<>(new Misreading.NoPasswords());
  private static final Misread<?, Misreading> NO_CREDENTIALS =
      new Misread<>(new Misreading.NoCredentials());
  private static final Fields NONE = Fields.none();

  @Nested
  class Parameters {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            application/json                  | {"a":"1","b":{"c":null}} | {"a":"1","b":{"c":null}}
            Application/JSON; charset=utf-8   | {"a":"ż"}                | {"a":"ż"}
            application/json                  | [1,2]                    | {}
            application/json                  | "text"                   | {}
            application/json                  | null                     | {}
            application/x-www-form-urlencoded | a=1+2&b=%C5%BC           | {"a":"1 2","b":"ż"}
            application/x-www-form-urlencoded | user[a]=1&c[]=2          | {"user":{"a":"1"},"c":["2"]}
            text/plain                        | {"a":"1"}                | {}
            application/vnd.api+json          | {"a":"1"}                | {}
            nonsense                          | {"a":"1"}                | {}
            """)
    void comeFromJsonAndFormsAlone(String type, String body, String expected) {
      assertThat(read(Fields.none().with("content-type", type), body).toString())
          .isEqualTo(expected);
    }

    @Test
    void comeFromTheTextsOfAMultipartBodyToo() {
      String body = "--x\r\ncontent-disposition: form-data; name=\"a[b]\"\r\n\r\nż\r\n--x--";

      assertThat(
              read(NONE.with("content-type", "multipart/form-data; boundary=x"), body).toString())
          .isEqualTo("{\"a\":{\"b\":\"ż\"}}");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "multipart/form-data",
          "multipart/form-data; boundary=y",
          "multipart/form-data; boundary=\"\""
        })
    void cannotBeReadFromPartsThatAreCutOtherwise(String type) {
      byte[] body = "--x\r\n\r\n\r\n--x--".getBytes(UTF_8);

      assertThat(Decode.parameters(request(NONE, NONE.with("content-type", type), body)))
          .isEqualTo(UNREADABLE);
    }

    @Test
    void areNoneWithoutABodyOrATypeOrWithTwo() {
      Fields twice = json().with("Content-Type", "application/json");
      assertThat(read(json(), "").toString()).isEqualTo("{}");
      assertThat(read(NONE, "{\"a\":1}").toString()).isEqualTo("{}");
      assertThat(read(twice, "{\"a\":1}").toString()).isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {" ", "{", "{}x", "{} {}", "{'a':1}", "\uFEFF{}", "{\"a\":1,\"a\":2}", "NaN"})
    void cannotBeReadFromWhatIsNoJson(String body) {
      assertThat(Decode.parameters(request(NONE, json(), body.getBytes(UTF_8))))
          .isEqualTo(UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1&a=2", "a=%zz", "a=%", "a=1&a[b]=2", "a=%ff", "a[b]=1&a[]=2"})
    void cannotBeReadFromWhatIsNoForm(String body) {
      Fields form = NONE.with("content-type", "application/x-www-form-urlencoded");
      assertThat(Decode.parameters(request(NONE, form, body.getBytes(UTF_8))))
          .isEqualTo(UNREADABLE);
    }

    @Test
    void cannotBeReadFromWhatIsNoText() {
      byte[] body = "{\"a\":\"ü\"}".getBytes(ISO_8859_1);
      assertThat(Decode.parameters(request(NONE, json(), body))).isEqualTo(UNREADABLE);
    }

    @Test
    void ofTheBodyBeatThoseOfTheQuery() {
      Fields query = NONE.with("a", "query").with("b", "query");
      Request request = request(query, json(), "{\"b\":null,\"c\":\"body\"}".getBytes(UTF_8));
      assertThat(parameters(request).toString())
          .isEqualTo("{\"a\":\"query\",\"b\":null,\"c\":\"body\"}");
    }

    @Test
    void ofTheQueryMayBeDoubledButNotContradictEachOther() {
      Fields doubled = NONE.with("a", "1").with("a", "2");
      Fields contrary = NONE.with("a", "1").with("a[b]", "2");
      assertThat(parameters(request(doubled, NONE, new byte[0])).toString())
          .isEqualTo("{\"a\":\"2\"}");
      assertThat(Decode.parameters(request(contrary, NONE, new byte[0]))).isEqualTo(UNREADABLE);
    }
  }

  @Nested
  class Entries {

    @Test
    void holdANameAndAPassword() {
      Entry entry = entry("{\"email\":\"test@test.com\",\"password\":\" first \"}");
      assertThat(entry.name()).isEqualTo("test@test.com");
      assertThat(entry.password().sameAs(Password.of(" first "))).isTrue();
    }

    @Test
    void takeTheAddressBeforeTheUsername() {
      assertThat(entry("{\"username\":\"a\",\"email\":\"b\",\"password\":\"c\"}").name())
          .isEqualTo("b");
      assertThat(entry("{\"username\":\"a\",\"email\":null,\"password\":\"c\"}").name())
          .isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "{\"email\":\"a\"}",
          "{\"password\":\"a\"}",
          "{\"email\":1,\"password\":\"a\"}",
          "{\"email\":\"a\",\"password\":true}",
          "{\"email\":[\"a\"],\"password\":\"a\"}"
        })
    void needBothAsTexts(String body) {
      assertThat(Decode.entry(Scene.node(body.getBytes(UTF_8)))).isEqualTo(NO_CREDENTIALS);
    }

    @Test
    void canBeForgotten() {
      Entry entry = entry("{\"email\":\"a\",\"password\":\"b\"}");
      entry.forget();
      assertThatIllegalStateException().isThrownBy(entry.password()::length);
    }

    private Entry entry(String body) {
      return switch (Decode.entry(Scene.node(body.getBytes(UTF_8)))) {
        case Read(Entry entry) -> entry;
        case Misread(Misreading misreading) -> throw new AssertionError(misreading);
      };
    }
  }

  @Nested
  class Changes {

    @Test
    void holdThePasswordTwiceAndMayHoldTheCurrentOne() {
      Change change =
          change("{\"password\":\"a\",\"password_confirmation\":\"b\",\"current_password\":\"\"}");
      assertThat(change.next().password()).get().matches(Password.of("a")::sameAs);
      assertThat(change.next().repetition()).get().matches(Password.of("b")::sameAs);
      assertThat(change.next().repetitionDemanded()).isTrue();
      assertThat(change.current()).get().matches(Password::isEmpty);
    }

    @Test
    void takeNullForNothing() {
      assertThat(
              change(
                      "{\"password\":\"a\",\"password_confirmation\":\"\",\"current_password\":null}")
                  .current())
          .isEmpty();
      assertThat(reading("{\"password\":null,\"password_confirmation\":\"a\"}"))
          .isEqualTo(NO_PASSWORDS);
      assertThat(reading("{\"password\":\"a\"}")).isEqualTo(NO_PASSWORDS);
      assertThat(reading("{}")).isEqualTo(NO_PASSWORDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "1", "1e400", "[]", "[\"a\"]", "{}"})
    void takeNothingButTextForAPassword(String value) {
      assertNotText("password", "{\"password\":%s}", value);
      assertNotText("password", "{\"password_confirmation\":1,\"password\":%s}", value);
      assertNotText(
          "password_confirmation", "{\"password\":\"a\",\"password_confirmation\":%s}", value);
      assertNotText("current_password", "{\"current_password\":%s}", value);
    }

    @Test
    void amongOthersMayLackTheRepetitionOrBeMissingAltogether() {
      Change alone = amongOthers("{\"password\":\"a\"}");
      Change repeated = amongOthers("{\"password_confirmation\":\"a\"}");
      Change none = amongOthers("{\"name\":\"a\",\"password\":null}");

      assertThat(alone.isWished()).isTrue();
      assertThat(alone.next().repetitionDemanded()).isFalse();
      assertThat(repeated.isWished()).isTrue();
      assertThat(none.isWished()).isFalse();
    }

    @Test
    void sayWhetherTheCurrentOneIsSpokenOf() {
      assertThat(amongOthers("{\"current_password\":null}").currentShown()).isTrue();
      assertThat(amongOthers("{\"current_password\":null}").current()).isEmpty();
      assertThat(amongOthers("{}").currentShown()).isFalse();
    }

    private Change amongOthers(String body) {
      return switch (Decode.changeAmongOthers(Scene.node(body.getBytes(UTF_8)))) {
        case Read(Change change) -> change;
        case Misread(Misreading misreading) -> throw new AssertionError(misreading);
      };
    }

    @Test
    void canBeForgotten() {
      Change change =
          change("{\"password\":\"a\",\"password_confirmation\":\"a\",\"current_password\":\"b\"}");
      change.forget();
      assertThatIllegalStateException().isThrownBy(change.next().password().get()::length);
      assertThatIllegalStateException().isThrownBy(change.next().repetition().get()::length);
      assertThatIllegalStateException().isThrownBy(change.current().get()::length);
    }

    private void assertNotText(String name, String body, String value) {
      assertThat(reading(body.formatted(value)))
          .isEqualTo(new Misread<>(new Misreading.NotText(name)));
    }

    private Change change(String body) {
      return switch (reading(body)) {
        case Read(Change change) -> change;
        case Misread(Misreading misreading) -> throw new AssertionError(misreading);
      };
    }

    private Reading<Change, Misreading> reading(String body) {
      return Decode.change(Scene.node(body.getBytes(UTF_8)));
    }
  }

  private static Fields json() {
    return NONE.with("content-type", "application/json");
  }

  private static JsonNode read(Fields headers, String body) {
    return parameters(request(NONE, headers, body.getBytes(UTF_8)));
  }

  private static JsonNode parameters(Request request) {
    return switch (Decode.parameters(request)) {
      case Read(JsonNode parameters) -> parameters;
      case Misread<JsonNode, Misreading> _ -> JsonNodeFactory.instance.missingNode();
    };
  }

  private static Request request(Fields query, Fields headers, byte[] body) {
    return Scene.request("PUT", Scene.PASSWORD, query, headers, body);
  }
}
