package dev.rekey.dialect.own;

import static dev.rekey.dialect.own.Scene.EMAIL;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.dialect.own.Scene.Answered;
import dev.rekey.http.Fault;
import dev.rekey.http.Fields;
import dev.rekey.http.Requests;
import dev.rekey.http.Response;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every operation: media types, unknown places, bad bodies, browsers. */
class WireTest {

  private final Scene scene = new Scene();

  private Answered post(Fields headers, String body) {
    return scene.send("POST", "/password-resets", headers, body.getBytes(UTF_8));
  }

  private static Fields type(String value) {
    return Fields.none().with("content-type", value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html",
        "application/xml",
        "application/json;q=0",
        "image/*",
        "",
        "*/*;q=0.0, text/*"
      })
  void whoCannotDoWithJsonIsToldBeforeAnythingIsDone(String accept) {
    scene.person(EMAIL, "user");
    Answered answer = scene.delete("/account", scene.signedIn(EMAIL).with("Accept", accept));

    assertThat(answer.status()).isEqualTo(406);
    assertThat(scene.signIn(EMAIL, Scene.OLD).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/*",
        "application/json",
        "application/*;q=0.1",
        "text/html, application/json;q=0.9, */*;q=0.8",
        "APPLICATION/JSON; charset=utf-8",
        "application/problem+json"
      })
  void whoCanDoWithJsonGetsIt(String accept) {
    assertThat(scene.get("/password-policy", Fields.none().with("Accept", accept)).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/json; charset=latin1",
        "application/jsonp",
        "nonsense"
      })
  void aBodyOfAnotherTypeIsNotRead(String type) {
    Answered answer = post(type(type), "{\"login\":\"x\"}");

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.header("accept")).contains("application/json");
    assertThat(post(Fields.none(), "{\"login\":\"x\"}").status()).isEqualTo(415);
    assertThat(scene.store.trail()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[]",
        "null",
        "\"login\"",
        "{\"login\":\"a\",\"login\":\"b\"}",
        "{\"login\":\"a\"} x",
        "{\"login\":\"\\ud800\"}",
        "\ufeff{\"login\":\"a\"}"
      })
  void whatIsNoObjectIsMalformed(String body) {
    Answered answer = post(type("application/json"), body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("malformed-request");
    assertThat(scene.store.trail()).isEmpty();
  }

  @Test
  void bytesThatAreNoTextAreMalformed() {
    Answered answer =
        scene.send(
            "POST",
            "/password-resets",
            type("application/json"),
            new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'});

    assertThat(answer.problem()).isEqualTo("malformed-request");
  }

  @Test
  void deepNestingIsMalformed() {
    String deep = "[".repeat(5000) + "]".repeat(5000);

    assertThat(post(type("application/json"), "{\"login\":" + deep + "}").problem())
        .isEqualTo("malformed-request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "null", "true", "[]", "{}"})
  void aMemberOfAnotherTypeIsRefused(String value) {
    assertThat(post(type("application/json"), "{\"login\":" + value + "}").violations())
        .containsExactly("login wrong_type");
    assertThat(post(type("application/json"), "{\"login\":\"\"}").violations())
        .containsExactly("login blank");
  }

  @Test
  void anUnknownPathAndAnUnknownVerbAreProblems() {
    assertThat(scene.get("/nowhere", Fields.none()).problem()).isEqualTo("not-found");
    assertThat(scene.get("/account/", Fields.none()).problem()).isEqualTo("not-found");
    Answered verb = scene.send("PUT", "/sessions", Fields.none(), "");
    assertThat(verb.status()).isEqualTo(405);
    assertThat(verb.header("allow")).contains("DELETE, GET, HEAD, POST");
  }

  @Test
  void whatTheFrontDoorFindsIsSpokenHere() {
    OwnDialect dialect = scene.dialect();
    List<Fault> faults =
        List.of(
            new Fault.UnknownPath(),
            new Fault.UnknownMethod(new TreeSet<>(List.of("GET"))),
            new Fault.TooLarge(65_536),
            new Fault.HeadTooLarge(),
            new Fault.Malformed(),
            new Fault.Draining(Duration.ofMillis(1500)),
            new Fault.Incident("k7d2m9x4ab"));

    assertThat(faults.stream().map(fault -> statusOf(dialect, fault)).toList())
        .containsExactly(404, 405, 413, 431, 400, 503, 500);
  }

  private static int statusOf(OwnDialect dialect, Fault fault) {
    Response response = dialect.fault(Requests.of("PATCH", "/rekey/v1/sessions"), fault);
    assertThat(
            Document.kept()
                .mistakes(
                    new Document.Seen(
                        "PATCH",
                        fault instanceof Fault.UnknownMethod ? "/sessions" : "/nowhere",
                        response.status(),
                        response.headers(),
                        response.body())))
        .isEmpty();
    return response.status();
  }

  @Test
  void pagesOfTheConfiguredOriginsMayRead() {
    Fields page = Fields.none().with("Origin", "https://app.example.org");
    Answered answer = scene.get("/password-policy", page);
    assertThat(answer.header("access-control-allow-origin")).contains("https://app.example.org");
    assertThat(answer.header("access-control-expose-headers").orElseThrow()).contains("ETag");

    Answered preflight =
        scene.send(
            "OPTIONS",
            "/sessions",
            page.with("Access-Control-Request-Method", "POST")
                .with("Access-Control-Request-Headers", "authorization, idempotency-key"),
            "");
    assertThat(preflight.status()).isEqualTo(200);
    assertThat(preflight.header("access-control-allow-headers"))
        .contains("authorization, idempotency-key");

    Fields other = Fields.none().with("Origin", "https://evil.example.com");
    assertThat(scene.get("/password-policy", other).header("access-control-allow-origin"))
        .isEmpty();
  }

  @Test
  void aLongNameIsNotComparedForLong() {
    String name = "x".repeat(60_000);

    assertThat(post(type("application/json"), "{\"login\":\"a\",\"" + name + "\":1}").violations())
        .containsExactly(name + " unknown_member");
  }
}
