package dev.rekey.dialect.tokenauth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.dialect.tokenauth.Scene.Session;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.CurrentPassword;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Rules;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Settings;
import dev.rekey.http.Fields;
import dev.rekey.http.Response;
import java.util.Base64;
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

/** Whatever comes in, an answer in this wire's shape goes out, and nothing changes. */
class TokenAuthProperties {

  private static final Set<String> TOKEN_NAMES = Set.of("access-token", "client", "uid");

  private final Scene scene = Scene.withSomebody();
  private final Session session = scene.signIn();

  @Property(tries = 1_000)
  void everyBodyIsRefusedInShape(
      @ForAll("operations") Tuple2<String, String> operation,
      @ForAll("types") String type,
      @ForAll("bodies") byte[] body) {
    Fields headers = session.fields().with("content-type", type);
    assertRefused(scene.answer(Scene.request(operation.get1(), operation.get2(), headers, body)));
  }

  @Property(tries = 500)
  void everyQueryIsRefusedInShape(
      @ForAll("operations") Tuple2<String, String> operation, @ForAll("queries") Fields query) {
    assertRefused(
        scene.answer(
            Scene.request(
                operation.get1(), operation.get2(), query, session.fields(), new byte[0])));
  }

  /** With everything switched on and an address among the names, so that some of it is done. */
  @Property(tries = 1_000)
  void nothingIsEverAnAccident(
      @ForAll("routes") Tuple2<String, String> route,
      @ForAll("queries") Fields query,
      @ForAll("addressed") byte[] body) {
    Rules rules = new Rules(CurrentPassword.IF_SENT, false, true, true, true, false);
    Scene everything = Scene.withSomebody(Settings.standard().withRules(rules));
    Fields headers = everything.signIn().fields().with("content-type", "application/json");

    Response response =
        everything.answer(Scene.request(route.get1(), route.get2(), query, headers, body));

    assertThat(response.status()).isBetween(200, 499);
  }

  @Property(tries = 1_000)
  void everyTokenIsRefusedInShape(@ForAll("headers") Fields headers) {
    Response response = scene.json("PUT", Scene.PASSWORD, Scene.wish(Scene.NEW), headers);

    assertRefused(response);
    assertThat(response.status()).isEqualTo(401);
  }

  @Property(tries = 500)
  void everyBearerIsRefusedInShape(@ForAll("bearers") String bearer) {
    Fields headers = Fields.none().with("authorization", bearer);
    Response response = scene.json("PUT", Scene.PASSWORD, Scene.wish(Scene.NEW), headers);

    assertRefused(response);
    assertThat(response.status()).isEqualTo(401);
  }

  @Property(tries = 500)
  void everyPathIsRefusedInShape(@ForAll("methods") String method, @ForAll("paths") String path) {
    assertRefused(scene.send(method, "/auth" + path, session.fields(), "{}"));
  }

  private void assertRefused(Response response) {
    assertThat(response.status()).isBetween(400, 499);
    JsonNode body = Scene.node(response.body());
    boolean page = body.path("status").isInt() && body.path("error").isString();
    boolean told =
        body.path("success").isBoolean() && !body.path("success").booleanValue()
            || body.path("status").asString("").equals("error");
    boolean refusal =
        told
            && (body.path("errors").isArray()
                || body.path("errors").path("full_messages").isArray());
    assertThat(page || refusal).as(Scene.text(response)).isTrue();
    assertThat(scene.store.letters()).isEmpty();
  }

  @Provide
  Arbitrary<Tuple2<String, String>> operations() {
    return Arbitraries.of(
        Tuple.of("POST", Scene.SIGN_IN),
        Tuple.of("POST", Scene.AUTH),
        Tuple.of("POST", Scene.PASSWORD),
        Tuple.of("GET", Scene.EDIT),
        Tuple.of("PUT", Scene.PASSWORD),
        Tuple.of("PATCH", Scene.PASSWORD),
        Tuple.of("GET", Scene.SIGN_IN));
  }

  @Provide
  Arbitrary<Tuple2<String, String>> routes() {
    return Arbitraries.of(
        Tuple.of("POST", Scene.AUTH),
        Tuple.of("PUT", Scene.AUTH),
        Tuple.of("POST", Scene.PASSWORD),
        Tuple.of("GET", Scene.EDIT),
        Tuple.of("PUT", Scene.PASSWORD),
        Tuple.of("GET", Scene.VALIDATE),
        Tuple.of("POST", Scene.CONFIRMATION),
        Tuple.of("GET", Scene.CONFIRMATION),
        Tuple.of("POST", Scene.UNLOCK),
        Tuple.of("GET", Scene.UNLOCK),
        Tuple.of("DELETE", Scene.SIGN_OUT));
  }

  @Provide
  Arbitrary<byte[]> addressed() {
    Arbitrary<String> names =
        Arbitraries.of(
            "email",
            "name",
            "password",
            "redirect_url",
            "confirm_success_url",
            "config_name",
            "reset_password_token",
            "confirmation_token");
    Arbitrary<String> values =
        Arbitraries.of(
            "null",
            "true",
            "17",
            "[]",
            "{}",
            "\"\"",
            "\"a\\u0000b\"",
            "\"\\u000a\"",
            "\"nobody@test.com\"",
            "\"http://localhost/\"",
            "\"{token}\"",
            "\"http://[::1\"");
    return Combinators.combine(names, values, names, values)
        .as((name, value, other, more) ->
            name.equals(other)
                ? "{\"%s\":%s}".formatted(name, value)
                : "{\"%s\":%s,\"%s\":%s}".formatted(name, value, other, more))
        .map(text -> text.getBytes(UTF_8));
  }

  @Provide
  Arbitrary<String> types() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "application/json",
            "application/json; charset=iso-8859-1",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            ""),
        Arbitraries.strings().ofMaxLength(30));
  }

  @Provide
  Arbitrary<byte[]> bodies() {
    Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(200);
    Arbitrary<byte[]> json = nearlyRight().map(text -> text.getBytes(UTF_8));
    Arbitrary<byte[]> form = pairs().map(text -> text.getBytes(UTF_8));
    return Arbitraries.oneOf(noise, json, form);
  }

  /** Bodies of the right form whose values are of any kind; no two passwords in them are equal. */
  private static Arbitrary<String> nearlyRight() {
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
            "\"short\"",
            "\"first lighthouse\"");
    Arbitrary<String> wrappers = Arbitraries.of("{%s}", "{\"user\":{%s}}", "[{%s}]", "{%s");
    return Combinators.combine(names(), values, wrappers, names(), values)
        .as((name, value, wrapper, other, more) ->
            wrapper.formatted("\"%s\":%s,\"%s\":%s".formatted(name, value, other, more)));
  }

  private static Arbitrary<String> pairs() {
    Arbitrary<String> values =
        Arbitraries.of("", "a", "%00", "%ff", "%zz", "+", "first+lighthouse");
    Arbitrary<String> shapes = Arbitraries.of("", "[]", "[a]", "[", "[[]]");
    return Combinators.combine(names(), shapes, values)
        .as((name, shape, value) -> name + shape + '=' + value)
        .list()
        .ofMaxSize(4)
        .map(list -> String.join("&", list));
  }

  @Provide
  Arbitrary<Fields> queries() {
    Arbitrary<String> values = Arbitraries.of("", "a", "\0", " ", "first lighthouse");
    Arbitrary<String> shapes = Arbitraries.of("", "[]", "[a]", "[", "[[]]");
    return Combinators.combine(names(), shapes, values)
        .as((name, shape, value) -> Fields.none().with(name + shape, value))
        .list()
        .ofMaxSize(4)
        .map(all -> all.stream().reduce(Fields.none(), Fields::with));
  }

  /** No e-mail address among them, so that nobody signs in. */
  private static Arbitrary<String> names() {
    return Arbitraries.of(
        "password", "password_confirmation", "current_password", "username", "unbatch", "");
  }

  @Provide
  Arbitrary<Fields> headers() {
    Arbitrary<String> value =
        Arbitraries.oneOf(
            Arbitraries.strings().withCharRange(' ', 'ÿ').ofMaxLength(30),
            Arbitraries.strings().ofMaxLength(10),
            Arbitraries.of(Scene.EMAIL, session.client(), "default", "", " "));
    return Combinators.combine(Arbitraries.of(TOKEN_NAMES), value)
        .as((name, text) -> Fields.none().with(name, text))
        .list()
        .ofMaxSize(4)
        .map(all -> all.stream().reduce(Fields.none(), Fields::with));
  }

  @Provide
  Arbitrary<String> bearers() {
    Arbitrary<String> values = Arbitraries.of("\"\"", "1", "null", "[]", "\"a\"", "\"\\u0000\"");
    Arbitrary<String> json =
        Combinators.combine(Arbitraries.of(TOKEN_NAMES), values, values)
            .as((name, one, uid) -> "{\"%s\":%s,\"x\":%s}".formatted(name, one, uid));
    return Arbitraries.oneOf(
        json.map(text -> "Bearer " + Base64.getEncoder().encodeToString(text.getBytes(UTF_8))),
        Arbitraries.bytes()
            .array(byte[].class)
            .ofMaxSize(40)
            .map(noise -> "Bearer " + Base64.getEncoder().encodeToString(noise)),
        Arbitraries.strings().ofMaxLength(40));
  }

  @Provide
  Arbitrary<String> methods() {
    return Arbitraries.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "BREW");
  }

  @Provide
  Arbitrary<String> paths() {
    Arbitrary<String> noise = Arbitraries.strings().withChars("/asw.%2F0?#\\{}").ofMaxLength(12);
    return Combinators.combine(Arbitraries.of("/x", "/sign_in", "/password"), noise)
        .as((start, rest) -> start + rest);
  }
}
