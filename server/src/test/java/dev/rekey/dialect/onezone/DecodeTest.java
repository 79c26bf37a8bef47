package dev.rekey.dialect.onezone;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.rekey.core.password.Password;
import dev.rekey.core.proof.Claim;
import dev.rekey.dialect.Reading;
import dev.rekey.dialect.Reading.Misread;
import dev.rekey.dialect.Reading.Read;
import dev.rekey.dialect.onezone.Decode.Change;
import dev.rekey.http.Fields;
import dev.rekey.http.Request;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class DecodeTest {

  private static final String BASIC = "Basic " + Zone.base64("anna:secret");

  @Test
  void nothingShownIsNobody() {
    assertThat(claim(Fields.none())).isEqualTo(new Claim.Nothing());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "basic YW5uYTpzZWNyZXQ=",
        "BASIC YW5uYTpzZWNyZXQ=",
        "bearer abc",
        "Digest username=\"anna\"",
        "Basic",
        "Bearer",
        ""
      })
  void anotherSchemeOrLetterCaseIsNobody(String authorization) {
    assertThat(claim(Fields.none().with("Authorization", authorization)))
        .isEqualTo(new Claim.Nothing());
  }

  @Test
  void theFirstCredentialCountsAlone() {
    Fields basic = Fields.none().with("Authorization", BASIC);
    Fields bearer = Fields.none().with("Authorization", "Bearer b").with("Macaroon", "m");
    assertThat(claim(basic.with("X-Auth-Token", "t"))).isEqualTo(new Claim.SignedToken("t"));
    assertThat(claim(basic.with("X-Auth-Token", ""))).isEqualTo(new Claim.SignedToken(""));
    assertThat(claim(bearer.with("x-auth-token", "t"))).isEqualTo(new Claim.SignedToken("t"));
    assertThat(claim(bearer)).isEqualTo(new Claim.SignedToken("b"));
    assertThat(claim(basic.with("Macaroon", "m"))).isEqualTo(new Claim.SignedToken("m"));
    assertThat(claim(basic)).isInstanceOf(Claim.NameAndPassword.class);
  }

  @ParameterizedTest
  @CsvSource({
    "anna:secret, anna, secret",
    "anna:a:b:c, anna, a:b:c",
    "anna:, anna, ''",
    "':', '', ''",
    "zażółć:gęślą, zażółć, gęślą"
  })
  void nameAndPasswordPartAtTheFirstColon(String pair, String name, String password) {
    Claim claim = claim(Fields.none().with("Authorization", "Basic " + Zone.base64(pair)));
    assertThat(claim).isInstanceOf(Claim.NameAndPassword.class);
    Claim.NameAndPassword shown = (Claim.NameAndPassword) claim;
    assertThat(shown.name()).isEqualTo(name);
    assertThat(shown.password().sameAs(Password.of(password))).isTrue();
  }

  @Test
  void blanksInsideOfBase64DoNoHarm() {
    assertThat(claim(Fields.none().with("Authorization", "Basic  YW5u YTpz\tZWNyZXQ=")))
        .isInstanceOf(Claim.NameAndPassword.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "YW5uYTpzZWNyZXQ", // no padding
        "YW5uYTpzZWNyZXQ==",
        "YW5uYTpz!!NyZXQ=",
        "YW5uYTpz-_NyZXQ=", // the other alphabet
        "YW5uYQ==", // no colon
        "=",
        "żółć",
        "YW5uYTpzZWNyZXQ=, Basic YW5uYTpzZWNyZXQ="
      })
  void whatIsNoNameAndPasswordIsGarbled(String encoded) {
    assertThat(claim(Fields.none().with("Authorization", "Basic " + encoded)))
        .isEqualTo(new Claim.Garbled());
  }

  @Test
  void bytesThatAreNoUtf8AndNamesWithControlCharactersAreGarbled() {
    assertThat(claim(basic("jürgen:secret".getBytes(ISO_8859_1)))).isEqualTo(new Claim.Garbled());
    assertThat(claim(basic("an\0na:secret".getBytes(UTF_8)))).isEqualTo(new Claim.Garbled());
    assertThat(claim(basic("an\nna:secret".getBytes(UTF_8)))).isEqualTo(new Claim.Garbled());
  }

  @Test
  void twoAuthorizationsAreNone() {
    Fields twice = Fields.none().with("Authorization", BASIC).with("authorization", BASIC);
    assertThat(claim(twice)).isEqualTo(new Claim.Garbled());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*/*",
        "*",
        "application/*",
        "application/json",
        "APPLICATION/JSON",
        "application/json; charset=utf-8",
        "application/json;charset=\"utf-8\";q=0.5",
        "text/html, application/xml;q=0.9, */*;q=0.8",
        "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
        "text/html,,application/json,",
        "text/plain;a=\"x,y;\\\"z\", application/json",
        "application/json;version=1;q=1"
      })
  void acceptAdmitsJson(String accept) {
    assertThat(objection("Accept", accept)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html",
        "application/xml",
        "application/json;q=0",
        "*/*;q=0.0",
        "application/jsonp",
        "text/*",
        ","
      })
  void acceptDoesNotAdmitJson(String accept) {
    assertThat(objection("Accept", accept)).contains(new Objection.NotAcceptable());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"json", "application/", "/json", "a/b c/d", "a/b;c=\"", "a/b;=c", "é/é", "**"})
  void acceptCannotBeRead(String accept) {
    assertThat(objection("Accept", accept)).contains(new Objection.UnreadableAccept());
  }

  @Test
  void anAcceptAsLongAsAHeaderMayBeIsRead() {
    assertThat(objection("Accept", "a/b" + ";c=\"\\\"\"".repeat(3000) + ", */*")).isEmpty();
    assertThat(objection("Accept", "a/b,".repeat(4000) + "*/*")).isEmpty();
    assertThat(objection("Accept", "a/b;c=\"" + "d".repeat(16_000)))
        .contains(new Objection.UnreadableAccept());
  }

  @Test
  void everyAcceptCounts() {
    Fields headers = Fields.none().with("Accept", "text/html").with("Accept", "*/*");
    assertThat(Decode.objection(request(headers, ""))).isEmpty();
  }

  @Test
  void noTagEverMatches() {
    assertThat(objection("If-Match", "*")).isEmpty();
    assertThat(objection("If-Match", "\"a\"")).contains(new Objection.PreconditionFailed());
    assertThat(objection("If-None-Match", "\"a\"")).contains(new Objection.PreconditionFailed());
    assertThat(objection("If-None-Match", "*")).contains(new Objection.PreconditionFailed());
  }

  @Test
  void acceptComesBeforeTags() {
    Fields both = Fields.none().with("If-Match", "\"a\"").with("Accept", "text/html");
    assertThat(Decode.objection(request(both, ""))).contains(new Objection.NotAcceptable());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON",
        "application/json; charset=utf-8",
        "application/json;charset=\"UTF-8\""
      })
  void aBodyIsJson(String type) {
    assertThat(body(Fields.none().with("Content-Type", type), "[]")).isInstanceOf(Read.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/json; charset=iso-8859-1",
        "application/merge-patch+json",
        "json",
        ""
      })
  void aBodyThatIsNotJsonIsNotRead(String type) {
    assertThat(body(Fields.none().with("Content-Type", type), "{}"))
        .isEqualTo(new Misread<>(new Objection.UnsupportedMediaType()));
  }

  @Test
  void aBodyWithoutTypeOrWithTwoIsNotRead() {
    Fields twice = Zone.json().with("content-type", "application/json");
    assertThat(body(Fields.none(), "{}"))
        .isEqualTo(new Misread<>(new Objection.UnsupportedMediaType()));
    assertThat(body(twice, "{}")).isEqualTo(new Misread<>(new Objection.UnsupportedMediaType()));
  }

  @Test
  void noBodyIsAnEmptyObjectOfAnyType() {
    assertThat(change("")).isEqualTo(new Misread<>(new Objection.Missing("newPassword")));
    assertThat(body(Fields.none().with("Content-Type", "text/plain"), "")).isInstanceOf(Read.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "{",
        "{}x",
        "{} {}",
        "\uFEFF{}",
        "{\"newPassword\":\"\\ud800\"}",
        "{\"newPassword\":\"a\",\"newPassword\":\"b\"}",
        "{'newPassword':'a'}",
        "NaN"
      })
  void whatIsNotJsonIsMalformed(String body) {
    assertThat(body(Zone.json(), body)).isEqualTo(new Misread<>(new Objection.Malformed()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "true", "1", "\"newPassword\"", "[{}]"})
  void whatIsNoObjectIsMalformed(String body) {
    assertThat(change(body)).isEqualTo(new Misread<>(new Objection.Malformed()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false", "12345678", "1e400", "[\"a\"]", "{}"})
  void aPasswordIsAString(String value) {
    assertThat(change("{\"newPassword\":" + value + ",\"oldPassword\":3}"))
        .isEqualTo(new Misread<>(new Objection.NotText("newPassword")));
    assertThat(read("{\"newPassword\":\"a\",\"oldPassword\":" + value + "}").current())
        .isEqualTo(new Misread<>(new Objection.NotText("oldPassword")));
  }

  @Test
  void theNewPasswordIsMissedBeforeTheOldOne() {
    assertThat(change("{}")).isEqualTo(new Misread<>(new Objection.Missing("newPassword")));
    assertThat(change("{\"oldPassword\":5}"))
        .isEqualTo(new Misread<>(new Objection.Missing("newPassword")));
    assertThat(read("{\"newPassword\":\"a\"}").current())
        .isEqualTo(new Misread<>(new Objection.Missing("oldPassword")));
  }

  @Test
  void nullIsAnAnswerToo() {
    Change change = read("{\"newPassword\":null,\"oldPassword\":null,\"more\":[{}]}");
    assertThat(change.next()).isEmpty();
    assertThat(change.current()).isEqualTo(new Read<>(Optional.empty()));
  }

  @Test
  void bothAreForgotten() {
    Change change = read(Zone.wish("old", "new"));
    change.forget();
    assertThatIllegalStateException().isThrownBy(change.next().orElseThrow()::length);
  }

  private static Claim claim(Fields headers) {
    return Decode.claim(request(headers, ""));
  }

  private static Fields basic(byte[] pair) {
    return Fields.none().with("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  private static Optional<Objection> objection(String name, String value) {
    return Decode.objection(request(Fields.none().with(name, value), ""));
  }

  private static Reading<JsonNode, Objection> body(Fields headers, String body) {
    return Decode.body(request(headers, body));
  }

  private static Reading<Change, Objection> change(String body) {
    return switch (body(Zone.json(), body)) {
      case Read(var node) -> Decode.change(node);
      case Misread(var objection) -> new Misread<>(objection);
    };
  }

  private static Change read(String body) {
    return switch (change(body)) {
      case Read(var change) -> change;
      case Misread(var objection) -> throw new AssertionError(objection);
    };
  }

  private static Request request(Fields headers, String body) {
    return Zone.request("PATCH", Zone.PASSWORD_PATH, headers, body.getBytes(UTF_8));
  }
}
