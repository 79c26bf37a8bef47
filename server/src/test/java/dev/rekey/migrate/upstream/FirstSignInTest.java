package dev.rekey.migrate.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.TestServer;
import dev.rekey.core.account.Account;
import dev.rekey.core.account.Realm;
import dev.rekey.core.store.Together;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another Rekey stands for the old system: whoever signs in here first comes over from there. */
class FirstSignInTest {

  private static final String PASSWORD = "the old lighthouse";

  @TempDir Path folder;
  private TestServer old;
  private TestServer fresh;
  private Client client;

  @BeforeEach
  void start() {
    old = TestServer.onSqlite(folder.resolve("old"), Map.of());
    String url = "http://127.0.0.1:" + old.port();
    Map<String, String> settings = new HashMap<>(Map.of("hashing.patience", "30s"));
    for (String mount : List.of("devise", "tokenauth", "ocariot", "onezone")) {
      settings.put("mounts." + mount + ".upstream.url", url);
    }
    fresh = TestServer.onSqlite(folder.resolve("fresh"), settings);
    client = new Client(fresh.port());
  }

  @AfterEach
  void stop() {
    fresh.close();
    old.close();
  }

  @Test
  void whoeverIsKnownToDeviseThereIsSignedInHereWithTheSameId() {
    Account there =
        old.create(
            Map.of(
                "email", "anna@example.org",
                "password", PASSWORD,
                "number", "4711",
                "first_name", "Anna"));

    HttpResponse<String> answer = client.devise("Anna@example.org", PASSWORD);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Client.json(answer).path("user").path("id").asLong()).isEqualTo(4711);
    assertThat(answer.headers().firstValue("authorization")).isPresent();
    Account here = here("anna@example.org");
    assertThat(here.ids().number()).isEqualTo(4711);
    assertThat(here.profile().get("first_name")).contains("Anna");
    assertThat(here.confirmation().confirmedAt()).isPresent();
    assertThat(here.credential().hash()).isPresent();
    assertThat(here.moments().lastSignInAt()).isPresent();
    assertThat(fresh.store().audit().latest(here.id(), 9))
        .containsExactly("signed-in", "account-adopted");
    assertThat(there.ids().number()).isEqualTo(here.ids().number());
  }

  @Test
  void theSessionThatAskingOpenedThereIsClosedAgain() throws InterruptedException {
    Account there = old.create(Map.of("email", "anna@example.org", "password", PASSWORD));
    client.devise("anna@example.org", PASSWORD);
    awaitNoSessionOf(there);
    Account other = old.create(Map.of("email", "bert@example.org", "password", PASSWORD));
    client.tokenAuth("bert@example.org", PASSWORD);
    awaitNoSessionOf(other);
  }

  private void awaitNoSessionOf(Account there) throws InterruptedException {
    for (int tries = 0; tries < 100; tries++) {
      List<String> trail = old.store().audit().latest(there.id(), 1);
      if (trail.equals(List.of("signed-out"))) {
        assertThat(old.store().grants().of(there.id(), Instant.now())).isEmpty();
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("the session stayed open");
  }

  @Test
  void devisesTokensComeOverAsWell() {
    old.create(
        Map.of(
            "email", "anna@example.org",
            "uid", "anna-uid",
            "password", PASSWORD,
            "number", "12",
            "nickname", "annie"));

    HttpResponse<String> answer = client.tokenAuth("anna@example.org", PASSWORD);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("uid")).contains("anna-uid");
    assertThat(answer.headers().firstValue("access-token")).isPresent();
    assertThat(Client.json(answer).path("data").path("id").asLong()).isEqualTo(12);
    assertThat(Client.json(answer).path("data").path("nickname").asString()).isEqualTo("annie");
  }

  @Test
  void membersOfOcariotKeepTheirIdAndKind() {
    old.create(
        Map.of(
            "username", "kid01",
            "role", "child",
            "password", PASSWORD,
            "hex24", "5a62be07de34500146d9c544",
            "gender", "female",
            "age", "9"));

    HttpResponse<String> answer = client.ocariot("kid01", PASSWORD);

    assertThat(answer.statusCode()).isEqualTo(200);
    var claims = Client.claims(Client.json(answer).path("access_token").asString());
    assertThat(claims.path("sub").asString()).isEqualTo("5a62be07de34500146d9c544");
    assertThat(claims.path("sub_type").asString()).isEqualTo("child");
    assertThat(here("kid01").profile().fields())
        .containsEntry("gender", "female")
        .containsEntry("age", "9");
  }

  @Test
  void usersOfOnezoneComeOverWithBasicCredentialsEvenAtTheChangeOfTheirPassword() {
    old.create(
        Map.of(
            "username", "zoe",
            "email", "zoe@example.org",
            "password", PASSWORD,
            "hex32", "0123456789abcdef0123456789abcdef"));

    HttpResponse<String> changed =
        client.send(
            "PATCH",
            "/api/v3/onezone/user/password",
            Map.of("authorization", Client.basic("zoe", PASSWORD)),
            Map.of("oldPassword", PASSWORD, "newPassword", "the new lighthouse"));

    assertThat(changed.statusCode()).isEqualTo(204);
    assertThat(here("zoe").ids().hex32()).isEqualTo("0123456789abcdef0123456789abcdef");
    assertThat(here("zoe").logins().email()).contains("zoe@example.org");
    assertThat(client.onezone("zoe", "the new lighthouse").statusCode()).isEqualTo(200);
    assertThat(client.onezone("zoe", PASSWORD).statusCode()).isEqualTo(401);
  }

  @Test
  void onceHereTheOldSystemIsNotAskedAgain() {
    Account there = old.create(Map.of("email", "anna@example.org", "password", PASSWORD));
    client.devise("anna@example.org", PASSWORD);
    int asked = signInsOf(there);

    assertThat(client.devise("anna@example.org", PASSWORD).statusCode()).isEqualTo(200);
    assertThat(client.devise("anna@example.org", "a wrong lighthouse").statusCode()).isEqualTo(401);
    assertThat(client.tokenAuth("anna@example.org", PASSWORD).statusCode()).isEqualTo(200);
    assertThat(signInsOf(there)).isEqualTo(asked);
  }

  private int signInsOf(Account there) {
    return (int)
        old.store().audit().latest(there.id(), 50).stream()
            .filter(event -> event.startsWith("sign"))
            .filter(event -> !event.equals("signed-out"))
            .count();
  }

  @Test
  void aWrongPasswordIsAnsweredAsEverAndCounted() {
    old.create(Map.of("email", "anna@example.org", "password", PASSWORD));
    HttpResponse<String> unknown = client.devise("nobody@example.org", "a wrong lighthouse");
    HttpResponse<String> wrong = client.devise("anna@example.org", "a wrong lighthouse");

    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.body()).isEqualTo(unknown.body());
    for (int i = 0; i < 10; i++) {
      client.devise("anna@example.org", "a wrong lighthouse " + i);
    }
    assertThat(client.devise("anna@example.org", PASSWORD).statusCode()).isEqualTo(429);
  }

  @Test
  void anAccountThatWasImportedWithoutAHashGetsItsPassword() {
    Account known = fresh.create(Map.of("email", "anna@example.org", "role", "user"));
    old.create(Map.of("email", "anna@example.org", "password", PASSWORD, "number", "4711"));

    assertThat(client.devise("anna@example.org", PASSWORD).statusCode()).isEqualTo(200);

    Account here = here("anna@example.org");
    assertThat(here.id()).isEqualTo(known.id());
    assertThat(here.ids().number()).isEqualTo(4711);
  }

  @Test
  void twentyFirstSignInsAtOnceMakeOneAccountAndAllAreIn() {
    old.create(Map.of("email", "anna@example.org", "password", PASSWORD));

    List<Integer> statuses =
        Together.all(20, _ -> client.devise("anna@example.org", PASSWORD).statusCode());

    assertThat(statuses).containsOnly(200);
    assertThat(fresh.store().accounts().count(Realm.MAIN)).isEqualTo(1);
  }

  @Test
  void whoeverLeftDoesNotComeBackByTheOldSystemsWord() {
    old.create(Map.of("email", "anna@example.org", "password", PASSWORD));
    HttpResponse<String> in = client.devise("anna@example.org", PASSWORD);
    String token = in.headers().firstValue("authorization").orElseThrow();
    assertThat(client.send("DELETE", "/api/v1/users", Map.of("authorization", token), Map.of()))
        .satisfies(gone -> assertThat(gone.statusCode()).isLessThan(300));

    assertThat(client.devise("anna@example.org", PASSWORD).statusCode()).isEqualTo(401);
    assertThat(fresh.store().accounts().count(Realm.MAIN)).isZero();
  }

  @Test
  void aNameThatIsAnothersHereIsNotGivenAway() {
    Account mine =
        fresh.create(
            Map.of("email", "anna@example.org", "username", "anna", "password", "another secret"));
    old.create(Map.of("username", "anni", "email", "anna@example.org", "password", PASSWORD));

    assertThat(client.onezone("anni", PASSWORD).statusCode()).isEqualTo(401);

    assertThat(fresh.store().accounts().count(Realm.MAIN)).isEqualTo(1);
    assertThat(client.onezone("anna", "another secret").statusCode()).isEqualTo(200);
    assertThat(here("anna").id()).isEqualTo(mine.id());
  }

  @Test
  void aClosedAccountIsNotAskedAbout() {
    fresh.create(Map.of("email", "anna@example.org", "disabled", "true"));
    Account there = old.create(Map.of("email", "anna@example.org", "password", PASSWORD));

    assertThat(client.devise("anna@example.org", PASSWORD).statusCode()).isEqualTo(401);
    assertThat(old.store().audit().latest(there.id(), 9)).containsExactly("account-created");
  }

  @Test
  void nothingThatLiesOnDiskHoldsThePassword() throws IOException {
    old.create(Map.of("email", "anna@example.org", "password", PASSWORD));
    client.devise("anna@example.org", PASSWORD);
    client.onezone("nobody", PASSWORD);

    try (Stream<Path> files = Files.walk(folder.resolve("fresh"))) {
      assertThat(files.filter(Files::isRegularFile))
          .isNotEmpty()
          .noneMatch(file -> latin(file).contains(PASSWORD));
    }
  }

  private static String latin(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Account here(String name) {
    return fresh.store().accounts().findByLogin(Realm.MAIN, name).orElseThrow();
  }
}
