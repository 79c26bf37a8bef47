package dev.rekey.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.http.FormBody.Doubled;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartBodyTest {

  private static final String NAMED = "Content-Disposition: form-data; name=";

  /** A part with this head, whose lines are cut at bars. */
  private static String part(String head, String text) {
    return "--x\r\n" + head.replace("|", "\r\n") + "\r\n\r\n" + text + "\r\n";
  }

  private static Optional<Fields> parse(String body) {
    return MultipartBody.parse(body.getBytes(UTF_8), "x");
  }

  private static Fields parts(String body) {
    return parse(body).orElseThrow();
  }

  @Test
  void readsTextsInTheirOrder() {
    String body = part(NAMED + "\"b\"", "1") + part(NAMED + "a", "zażółć\r\n\r\n--") + "--x--\r\n";

    assertThat(parts(body).all())
        .containsExactly(new Fields.Field("b", "1"), new Fields.Field("a", "zażółć\r\n\r\n--"));
  }

  @Test
  void readsAnEmptyTextAndABodyWithoutParts() {
    assertThat(parts(part(NAMED + "a", "") + "--x--").first("a")).contains("");
    assertThat(parts("--x--").all()).isEmpty();
    assertThat(parts("before\r\n--x--\r\nafterwards").all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "content-disposition:form-data;name=a",
        "Content-Disposition: form-data; name=\"a\"|Content-Type: text/plain; charset=utf-8",
        "Content-Type: text/plain|CONTENT-DISPOSITION: Form-Data; NAME=\"a\"",
        "Content-Disposition: form-data; more=\"x;y\"; name=\"a\""
      })
  void readsTheNameHoweverItIsWritten(String head) {
    assertThat(parts(part(head, "1") + "--x--").first("a")).contains("1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"filename=\"a.png\"", "filename=\"a\\b.png\"", "filename*=UTF-8''a", "filename="})
  void passesOverFilesWhateverIsInThem(String filename) {
    String head = NAMED + "\"image\"; " + filename + "|Content-Type: image/png";
    byte[] body =
        (part(head, "\u00ff\u0000") + part(NAMED + "a", "1") + "--x--").getBytes(ISO_8859_1);

    Optional<Fields> read = MultipartBody.parse(body, "x");

    if (filename.equals("filename=")) {
      assertThat(read).isEmpty();
    } else {
      assertThat(read.orElseThrow().all()).containsExactly(new Fields.Field("a", "1"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a=1",
        "--x",
        "--x\r\n",
        "--x\r\n--x--",
        "--y--",
        "--x\r\nContent-Disposition: form-data; name=a\r\n\r\n1",
        "--x\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--x",
        "--x\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--xy--",
        "--x \r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--x--",
        "--x\nContent-Disposition: form-data; name=a\n\n1\n--x--",
        "--x\r\nContent-Disposition: form-data; name=a\r\n1\r\n--x--",
        "--x\r\n\r\n1\r\n--x--"
      })
  void refusesWhatIsNotCutAsItsBoundarySays(String body) {
    assertThat(parse(body)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: text/plain",
        "Content-Disposition: form-data",
        "Content-Disposition: attachment; name=a",
        "Content-Disposition: form-data; name",
        "Content-Disposition: form-data; name=\"a",
        "Content-Disposition: form-data; name=\"a\\\"b\"",
        "Content-Disposition: form-data, name=a",
        "Content-Disposition: form-data; name=a b",
        "Content-Disposition: form-data; name=a|Content-Disposition: form-data; name=b"
      })
  void refusesAPartWithoutAName(String head) {
    assertThat(parse(part(head, "1") + "--x--")).isEmpty();
  }

  @Test
  void refusesATextThatIsNoUtf8() {
    byte[] body = (part(NAMED + "a", "ü") + "--x--").getBytes(ISO_8859_1);

    assertThat(MultipartBody.parse(body, "x")).isEmpty();
  }

  @Test
  void refusesMorePartsThanAFormHas() {
    String part = part(NAMED + "a", "1");

    assertThat(parse(part.repeat(100) + "--x--")).isPresent();
    assertThat(parse(part.repeat(101) + "--x--")).isEmpty();
  }

  @Test
  void refusesAHeadThatIsLongerThanAnyFormNeeds() {
    assertThat(parse(part(NAMED + "a", "1") + "--x--")).isPresent();
    assertThat(parse(part(NAMED + "a|x: " + "y".repeat(4_096), "1") + "--x--")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "multipart/form-data; boundary=Aa1                   | true",
        "multipart/form-data; charset=utf-8; boundary=\"Aa1\" | true",
        "Multipart/Form-Data;BOUNDARY=Aa1                    | true",
        "multipart/form-data; boundary=aA1                   | false",
        "multipart/form-data; boundary=\"Aa1 \"               | false",
        "multipart/form-data; boundary=                      | false",
        "multipart/form-data                                 | false"
      })
  void takesTheBoundaryFromTheHeadOfTheRequest(String type, boolean read) {
    String body = "--Aa1\r\n" + NAMED + "\"user[a]\"\r\n\r\n1\r\n--Aa1--";
    Request request = Requests.of("POST", "/", Fields.none().with("content-type", type), body);

    Json.Parsed parsed = MultipartBody.parseNested(request, Doubled.REFUSE);

    if (parsed instanceof Json.Parsed.Value(var node)) {
      assertThat(read).isTrue();
      assertThat(node.toString()).isEqualTo("{\"user\":{\"a\":\"1\"}}");
    } else {
      assertThat(read).isFalse();
    }
  }

  @Test
  void refusesADoubledNameAsAFormDoes() {
    String part = part(NAMED + "a", "1");
    Request request =
        Requests.of(
            "POST",
            "/",
            Fields.none().with("content-type", "multipart/form-data; boundary=x"),
            part + part + "--x--");

    assertThat(MultipartBody.parseNested(request, Doubled.REFUSE))
        .isInstanceOf(Json.Parsed.Unreadable.class);
  }
}
