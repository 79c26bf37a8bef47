package dev.rekey.dialect.ocariot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.http.Fields;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;

/** Whatever somebody sends: the answer is a refusal in this wire's shape, and nothing changes. */
class OcariotProperties {

  private final Gateway gateway = new Gateway();
  private final Account admin = gateway.person("admin");
  private final String token = gateway.token(admin);
  private final String id = admin.ids().hex24();
  private final Account before = gateway.store.accounts().find(admin.id()).orElseThrow();

  @Property
  void everyBodyOfASignInIsRefused(@ForAll("bodies") byte[] body, @ForAll("types") String type) {
    assertRefused(gateway.ask("POST", "/v1/auth", typed(type), body));
  }

  @Property
  void everyBodyOfAChangeIsRefused(@ForAll("bodies") byte[] body, @ForAll("types") String type) {
    assertRefused(gateway.ask("PUT", "/v1/users/" + id + "/password", acting(type), body));
  }

  @Property
  void everyBodyOfAResetIsRefused(@ForAll("bodies") byte[] body, @ForAll("types") String type) {
    String path = "/v1/users/507f191e810c19729de860ea/reset-password";
    assertRefused(gateway.ask("POST", path, acting(type), body));
  }

  @Property
  void everyBodyThatMakesOrChangesSomethingIsRefused(
      @ForAll("writing") String line, @ForAll("bodies") byte[] body, @ForAll("types") String type) {
    String[] words = line.split(" ");
    assertRefused(gateway.ask(words[0], "/v1" + words[1], acting(type), body));
  }

  /** Nothing is there to be found, and nothing that is asked for breaks the search. */
  @Property
  void everyQueryIsAnsweredOrRefused(
      @ForAll("lists") String list, @ForAll("queries") Fields query) {
    Request asked = Gateway.request("GET", "/v1" + list, acting("application/json"), new byte[0]);
    Response response =
        gateway.door.answer(
            new Request(
                asked.id(),
                asked.origin(),
                asked.method(),
                asked.path(),
                asked.parameters(),
                query,
                asked.headers(),
                asked.body(),
                asked.arrivedAt()));
    if (response.status() == 200) {
      assertThat(Gateway.body(response).isArray()).isTrue();
    } else {
      assertRefused(response);
    }
  }

  @Property
  void everyCredentialButTheRightOneIsRefused(@ForAll String authorization) {
    Fields fields = Fields.none().with("authorization", authorization);
    Response response = gateway.ask("PUT", "/v1/users/" + id + "/password", fields, "{}");
    assertThat(response.status()).isEqualTo(401);
    assertRefused(response);
  }

  @Property
  void everyIdButTheOwnIsRefused(@ForAll String whose) {
    String body = Gateway.change(Gateway.PASSWORD, Gateway.NEXT);
    String path = "/v1/users/" + whose + "/password";
    assertRefused(gateway.ask("PUT", path, acting("application/json"), body));
  }

  @Provide
  Arbitrary<byte[]> bodies() {
    Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(200);
    Arbitrary<byte[]> nearly =
        Arbitraries.of(
                "{",
                "}",
                "[",
                "]",
                ":",
                ",",
                "\"",
                "null",
                "1e9",
                "\\u0000",
                "\\ud800",
                "\u00e9",
                "\"old_password\"",
                "\"new_password\"",
                "\"username\"",
                "\"password\"",
                "\"institution_id\"",
                "\"children\"",
                "\"gender\"",
                "\"age\"",
                "\"age_calc_date\"",
                "\"latitude\"",
                "\"school_class\"",
                "\"2050-01-01\"",
                "\"507f191e810c19729de860ea\"",
                "\"\"",
                "old_password=",
                "new_password=",
                "[a]",
                "&",
                "%",
                "%ff",
                "+",
                "\uFEFF")
            .list()
            .ofMaxSize(20)
            .map(parts -> String.join("", parts).getBytes(StandardCharsets.UTF_8));
    return Arbitraries.oneOf(noise, nearly);
  }

  @Provide
  Arbitrary<String> writing() {
    return Arbitraries.of(
        "POST /children",
        "POST /families",
        "POST /educators",
        "POST /healthprofessionals",
        "POST /applications",
        "POST /institutions",
        "PATCH /children/507f191e810c19729de860ea",
        "PATCH /families/507f191e810c19729de860ea",
        "PATCH /applications/507f191e810c19729de860ea",
        "PATCH /institutions/507f191e810c19729de860ea");
  }

  @Provide
  Arbitrary<String> lists() {
    return Arbitraries.of(
        "/children",
        "/families",
        "/educators",
        "/healthprofessionals",
        "/applications",
        "/institutions");
  }

  @Provide
  Arbitrary<Fields> queries() {
    Arbitrary<String> names =
        Arbitraries.oneOf(
            Arbitraries.of(
                "page",
                "limit",
                "sort",
                "start_at",
                "end_at",
                "period",
                "username",
                "institution",
                "age",
                "last_login",
                "created_at",
                "name",
                "$where",
                "a.b",
                "a[]"),
            Arbitraries.strings());
    Arbitrary<String> values =
        Arbitraries.oneOf(
            Arbitraries.of(
                "0",
                "-1",
                "99999999999999999999",
                "*",
                "**",
                "a*b",
                "gt:",
                "lte:5",
                ",",
                "-,-",
                "2020-02-30",
                "9999-12-31",
                "0000-01-01",
                "2020-01-01T25:00:00",
                "9999y",
                "0d",
                "(",
                "\\",
                "\0",
                "507f191e810c19729de860ea"),
            Arbitraries.strings());
    return Combinators.combine(names, values)
        .as(Fields.Field::new)
        .list()
        .ofMaxSize(6)
        .map(Fields::new);
  }

  @Provide
  Arbitrary<String> types() {
    Arbitrary<String> known =
        Arbitraries.of(
            "application/json",
            "application/json; charset=utf-8",
            "application/json; charset=iso-8859-1",
            "application/x-www-form-urlencoded",
            "text/plain");
    return Arbitraries.oneOf(known, Arbitraries.strings());
  }

  private static Fields typed(String type) {
    return Fields.none().with("content-type", type);
  }

  private Fields acting(String type) {
    return typed(type).with("authorization", "Bearer " + token);
  }

  private void assertRefused(Response response) {
    assertThat(response.status()).isBetween(400, 499);
    JsonNode body = Gateway.body(response);
    assertThat(body.get("code").intValue()).isEqualTo(response.status());
    assertThat(body.get("message").isString()).isTrue();
    assertThat(Optional.ofNullable(body.get("description")).stream()).allMatch(JsonNode::isString);
    assertThat(gateway.store.accounts().find(admin.id())).hasValue(before);
  }
}
