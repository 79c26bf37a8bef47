package dev.rekey.dialect.onezone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.http.Fields;
import dev.rekey.http.Json;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is sent to whichever route, by whomever, the answer is one of this wire's. */
class EveryRouteProperties {

  private static final Set<Integer> EMPTY = Set.of(201, 204, 400, 405, 406, 412, 415);

  private final Zone zone = new Zone();

  EveryRouteProperties() {
    zone.user("anna");
    zone.admin("boss");
  }

  @Property(tries = 400)
  void anyBytes(
      @ForAll("routes") Route route, @ForAll("places") String place, @ForAll byte[] body) {
    assertAnswered(ask(route, place, "boss", body));
  }

  @Property(tries = 800)
  void anyJson(
      @ForAll("routes") Route route,
      @ForAll("places") String place,
      @ForAll("objects") String body) {
    assertAnswered(ask(route, place, "boss", body.getBytes(UTF_8)));
  }

  @Example
  void listsWithinListsAreToldAsTheyAre() {
    byte[] body = "{\"caveats\":[[[[]]]]}".getBytes(UTF_8);
    Fields headers = Zone.json().with(Zone.basic("boss", Zone.OLD));
    Response response = zone.ask("POST", "/api/v3/onezone/user/tokens/temporary", headers, body);
    assertAnswered(response);
    assertThat(response.status()).isEqualTo(400);
  }

  @Property(tries = 200)
  void whoeverMayNotChangesNothing(
      @ForAll("routes") Route route,
      @ForAll("places") String place,
      @ForAll("objects") String body) {
    Zone fresh = new Zone();
    fresh.user("anna");
    int before = fresh.store.trail().size();
    String path = route.path().replaceAll("\\{[a-z]+}", place);
    assertAnswered(fresh.ask(route.method(), path, Zone.json(), body.getBytes(UTF_8)));
    assertThat(fresh.store.trail()).hasSize(before);
  }

  private Response ask(Route route, String place, String who, byte[] body) {
    String path = route.path().replaceAll("\\{[a-z]+}", place);
    Fields headers = Zone.json().with(Zone.basic(who, Zone.OLD));
    return zone.ask(route.method(), path, headers, body);
  }

  @Provide
  Arbitrary<Route> routes() {
    return Arbitraries.of(
        new Zone()
            .dialect().routes().stream()
                .filter(route -> !route.method().equals("DELETE"))
                .filter(route -> !route.path().endsWith("/access_block"))
                .toList());
  }

  @Provide
  Arbitrary<String> places() {
    return Arbitraries.oneOf(
        Arbitraries.of(Zone.HEX32, "0".repeat(32), "%00", "%F0%9F%98%80", "..", "a%2Fb"),
        Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(50));
  }

  @Provide
  Arbitrary<String> objects() {
    Arbitrary<String> value =
        Arbitraries.oneOf(
            Arbitraries.of(
                "null",
                "true",
                "-1",
                "1e999",
                "99999999999999999999999",
                "[]",
                "{}",
                "[[[[]]]]",
                "[null]",
                "[\"oz_users_list\"]",
                "{\"accessToken\":{}}",
                "{\"identityToken\":{}}",
                "[{\"type\":\"time\",\"validUntil\":1795209064}]",
                "[{\"type\":\"ip\",\"whitelist\":[\"10.0.0.0/8\"]}]",
                "[{\"type\":\"interface\",\"interface\":\"rest\"},{\"type\":{}}]"),
            Arbitraries.strings().ofMaxLength(40).map(text -> new String(Json.write(text), UTF_8)));
    Arbitrary<String> key =
        Arbitraries.of(
            "fullName",
            "username",
            "newPassword",
            "oldPassword",
            "basicAuthEnabled",
            "grant",
            "revoke",
            "name",
            "type",
            "caveats",
            "customMetadata",
            "revoked",
            "token",
            "peerIp",
            "interface");
    Arbitrary<String> member = Combinators.combine(key, value).as((k, v) -> '"' + k + "\":" + v);
    return member.list().ofMaxSize(5).map(members -> '{' + String.join(",", members) + '}');
  }

  private static void assertAnswered(Response response) {
    assertThat(response.status()).isBetween(200, 499);
    if (response.body().length == 0) {
      assertThat(EMPTY).contains(response.status());
      assertThat(response.headers().has("content-type")).isFalse();
    } else {
      assertThat(response.headers().first("content-type")).contains("application/json");
      assertThat(Json.parse(response.body())).isInstanceOf(Json.Parsed.Value.class);
    }
  }
}
