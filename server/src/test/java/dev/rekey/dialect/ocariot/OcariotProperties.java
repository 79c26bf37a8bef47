package dev.rekey.dialect.ocariot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.http.Fields;
import dev.rekey.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
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
    assertThat(gateway.store.find(admin.id())).hasValue(admin);
  }
}
