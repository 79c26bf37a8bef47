package dev.rekey.dialect.onezone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.http.Fields;
import dev.rekey.http.Json;
import dev.rekey.http.Response;
import java.util.Base64;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is sent, the answer is a refusal in this wire's shape, and nothing changes. */
class OnezoneProperties {

  private static final Set<Integer> WITHOUT_BODY = Set.of(400, 405, 406, 412, 415);

  private final Zone zone = new Zone();

  OnezoneProperties() {
    zone.user("anna");
  }

  @Property(tries = 500)
  void anyBodyIsRefused(@ForAll byte[] body) {
    Fields anna = Zone.json().with(Zone.basic("anna", Zone.OLD));
    assertRefused(zone.ask("PATCH", Zone.PASSWORD_PATH, anna, body));
  }

  @Property(tries = 500)
  void anyJsonIsRefused(@ForAll("wishes") String body) {
    assertRefused(zone.change(Zone.json().with(Zone.basic("anna", Zone.OLD)), body));
  }

  @Property(tries = 500)
  void anyHeadersAreRefused(@ForAll("headers") Fields headers, @ForAll byte[] body) {
    assertRefused(zone.ask("PATCH", Zone.PASSWORD_PATH, headers, body));
  }

  @Property(tries = 300)
  void anyBasicPairIsRefused(@ForAll byte[] pair) {
    String shown = "Basic " + Base64.getEncoder().encodeToString(pair);
    Zone fresh = new Zone();
    assertRefused(fresh.ask("GET", Zone.USER_PATH, Fields.none().with("authorization", shown)));
  }

  @Property(tries = 300)
  void anyPathIsAnswered(@ForAll("paths") String path, @ForAll("methods") String method) {
    Response response = zone.ask(method, "/api/v3/onezone" + path, Fields.none());
    assertThat(response.status()).isBetween(200, 499);
  }

  @Provide
  Arbitrary<String> wishes() {
    Arbitrary<String> value =
        Arbitraries.oneOf(
            Arbitraries.of("null", "true", "12345678", "[]", "{}", "[[[[[[]]]]]]", "1e999", "\"\""),
            Arbitraries.strings().ofMaxLength(40).map(text -> new String(Json.write(text))));
    Arbitrary<String> key =
        Arbitraries.of("\"oldPassword\"", "\"newPassword\"", "\"other\"", "oldPassword", "1");
    Arbitrary<String> member = Combinators.combine(key, value).as((k, v) -> k + ':' + v);
    return member.list().ofMaxSize(4).map(members -> '{' + String.join(",", members) + '}');
  }

  @Provide
  Arbitrary<Fields> headers() {
    Arbitrary<String> name =
        Arbitraries.of(
            "accept",
            "authorization",
            "content-type",
            "if-match",
            "if-none-match",
            "macaroon",
            "x-auth-token");
    Arbitrary<String> value =
        Arbitraries.oneOf(
            Arbitraries.strings().withCharRange(' ', 'ÿ').ofMaxLength(60),
            Arbitraries.of("Basic ", "Bearer ", "application/json", "*/*", "*", "a/b;q=0"));
    return Combinators.combine(name, value)
        .as((n, v) -> Fields.none().with(n, v))
        .list()
        .ofMaxSize(5)
        .map(all -> all.stream().reduce(Fields.none(), Fields::with));
  }

  @Provide
  Arbitrary<String> paths() {
    return Arbitraries.strings()
        .withChars("/%.~user password{}\0ż2F")
        .ofMaxLength(20)
        .map(tail -> "/" + tail);
  }

  @Provide
  Arbitrary<String> methods() {
    return Arbitraries.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "X");
  }

  private void assertRefused(Response response) {
    assertThat(response.status()).isBetween(400, 499);
    if (response.body().length == 0) {
      assertThat(WITHOUT_BODY).contains(response.status());
    } else {
      assertThat(response.headers().first("content-type")).contains("application/json");
      assertThat(Zone.text(response)).startsWith("{\"error\":{\"id\":\"").endsWith("\"}}");
    }
    assertThat(zone.changes()).isZero();
  }
}
