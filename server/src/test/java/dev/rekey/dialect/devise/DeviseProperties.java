package dev.rekey.dialect.devise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Realm;
import dev.rekey.http.Fields;
import dev.rekey.http.Json;
import dev.rekey.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import tools.jackson.databind.JsonNode;

/** Whatever comes in, an answer in this wire's shape goes out. */
class DeviseProperties {

  private static final Set<String> SHAPES =
      Set.of("error", "errors", "status", "confirmation_token", "unlock_token");

  /** All routes are there, and nobody who sends nonsense is asked to wait. */
  private final Scene scene =
      new Scene(plain -> Scene.with(plain, plain.manners(), Scene.allLetters()));

  @Property(tries = 2_000)
  void everyBodyIsRefusedInShape(
      @ForAll("operations") Tuple2<String, String> operation,
      @ForAll("types") String type,
      @ForAll("bodies") byte[] body) {
    assertRefused(
        scene.send(
            operation.get1(), operation.get2(), body, Fields.none().with("content-type", type)));
  }

  @Property(tries = 1_000)
  void everyTokenIsRefusedInShape(@ForAll("tokens") String token, @ForAll String audience) {
    Fields headers =
        Fields.none()
            .with("content-type", "application/json")
            .with("authorization", token)
            .with("jwt-aud", audience);

    assertRefused(scene.send("PATCH", "/api/v1/users", "{}", headers));
  }

  @Property(tries = 1_000)
  void everyPathIsRefusedInShape(@ForAll("methods") String method, @ForAll("paths") String path) {
    assertRefused(scene.send(method, "/api/v1/users" + path, "{}", Fields.none()));
  }

  private void assertRefused(Response response) {
    assertThat(response.status()).isBetween(400, 499);
    if (!(Json.parse(response.body()) instanceof Json.Parsed.Value(JsonNode body))) {
      throw new AssertionError("no JSON: " + Scene.text(response));
    }
    assertThat(SHAPES).contains(body.propertyNames().iterator().next());
    assertThat(scene.store.accounts().count(Realm.MAIN)).as("accounts").isZero();
  }

  @Provide
  Arbitrary<Tuple2<String, String>> operations() {
    return Arbitraries.of(
        Tuple.of("POST", "/api/v1/users"),
        Tuple.of("GET", "/api/v1/users"),
        Tuple.of("DELETE", "/api/v1/users"),
        Tuple.of("POST", "/api/v1/users/sign_in"),
        Tuple.of("POST", "/api/v1/users/confirmation"),
        Tuple.of("GET", "/api/v1/users/confirmation"),
        Tuple.of("POST", "/api/v1/users/unlock"),
        Tuple.of("GET", "/api/v1/users/unlock"),
        Tuple.of("PATCH", "/api/v1/users"),
        Tuple.of("PUT", "/api/v1/users"),
        Tuple.of("POST", "/api/v1/users/password"),
        Tuple.of("PUT", "/api/v1/users/password"),
        Tuple.of("PATCH", "/api/v1/users/password"));
  }

  @Provide
  Arbitrary<String> types() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "application/json",
            "application/json; charset=iso-8859-1",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "text/plain",
            ""),
        Arbitraries.strings().ofMaxLength(30));
  }

  @Provide
  Arbitrary<byte[]> bodies() {
    Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(200);
    Arbitrary<byte[]> nearly = nearlyRight().map(text -> text.getBytes(StandardCharsets.UTF_8));
    return Arbitraries.oneOf(noise, nearly);
  }

  /**
   * Bodies of the right form whose values are of any kind; none of them names an e-mail address.
   */
  private static Arbitrary<String> nearlyRight() {
    Arbitrary<String> names =
        Arbitraries.of(
            "password",
            "password_confirmation",
            "current_password",
            "reset_password_token",
            "first_name",
            "remember_me");
    Arbitrary<String> values =
        Arbitraries.of(
            "null",
            "true",
            "17",
            "1e400",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "[]",
            "{}",
            "[[[]]]",
            "\"valiD_passw0rd!\"",
            "\"😀😀😀😀😀😀😀😀\"");
    Arbitrary<String> wrappers =
        Arbitraries.of("{\"user\":{%s}}", "{%s}", "[{%s}]", "{\"user\":[{%s}]}", "{\"user\":{%s}");
    return Combinators.combine(names, values, wrappers, names, values)
        .as((name, value, wrapper, other, more) ->
            wrapper.formatted("\"%s\":%s,\"%s\":%s".formatted(name, value, other, more)));
  }

  @Provide
  Arbitrary<String> tokens() {
    Arbitrary<String> segment = Arbitraries.strings().alpha().numeric().ofMaxLength(20);
    Arbitrary<String> segments =
        Combinators.combine(segment, segment, segment)
            .as((head, claims, signature) -> "Bearer " + head + '.' + claims + '.' + signature);
    return Arbitraries.oneOf(segments, Arbitraries.strings().map(text -> "Bearer " + text));
  }

  @Provide
  Arbitrary<String> methods() {
    return Arbitraries.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "BREW");
  }

  @Provide
  Arbitrary<String> paths() {
    return Arbitraries.strings().withChars("/ab.%2F0?#\\{}").ofMaxLength(12);
  }
}
