package dev.rekey.dialect.own;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.http.Fields;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever comes: an answer that the document knows, and never an accident. */
class OwnProperties {

  private static final List<String> OPERATIONS = List.copyOf(Document.kept().operations());
  private static final Scene SCENE = new Scene();
  private static final Fields ADMIN = admin();

  private static Fields admin() {
    SCENE.person("ada@example.org", "admin");
    return SCENE.signedIn("ada@example.org");
  }

  @Property(tries = 400)
  void anyBodyIsAnsweredAsDocumented(
      @ForAll("operations") String operation, @ForAll("bodies") byte[] body) {
    answered(operation, ADMIN.with("Content-Type", "application/json"), body);
  }

  @Property(tries = 200)
  void anyHeaderIsAnsweredAsDocumented(
      @ForAll("operations") String operation, @ForAll("names") String name, @ForAll String value) {
    answered(operation, Fields.none().with(name, value), "{}".getBytes(UTF_8));
  }

  private static void answered(String operation, Fields headers, byte[] body) {
    String[] parts = operation.split(" ", 2);
    String path = parts[1].replace("{id}", "0".repeat(32)).replace("{name}", "0".repeat(24));
    if (!operation.startsWith("DELETE")) {
      assertThat(SCENE.send(parts[0], path, headers, body).status()).isLessThan(500);
    }
  }

  @Provide
  Arbitrary<String> operations() {
    return Arbitraries.of(OPERATIONS);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(
        "Authorization", "Accept", "Content-Type", "Idempotency-Key", "If-None-Match", "Origin");
  }

  @Provide
  Arbitrary<byte[]> bodies() {
    Arbitrary<String> values =
        Arbitraries.of(
            "\"\"",
            "\"x\"",
            "null",
            "1e9",
            "true",
            "[]",
            "[\"a\"]",
            "{}",
            "{\"a\":\"b\"}",
            "\"\\u0000\"",
            "\"\\ud83d\\ude00\"",
            "\"a@b\"");
    Arbitrary<String> members =
        Arbitraries.of(
                "email",
                "username",
                "login",
                "password",
                "new_password",
                "current_password",
                "ticket",
                "profile",
                "role",
                "disabled",
                "password_login",
                "grant_privileges",
                "revoke_privileges",
                "x")
            .flatMap(name -> values.map(value -> "\"" + name + "\":" + value));
    Arbitrary<byte[]> objects =
        members
            .list()
            .ofMaxSize(5)
            .map(list -> ("{" + String.join(",", list) + "}").getBytes(UTF_8));
    return Arbitraries.oneOf(objects, Arbitraries.bytes().array(byte[].class).ofMaxSize(40));
  }
}
