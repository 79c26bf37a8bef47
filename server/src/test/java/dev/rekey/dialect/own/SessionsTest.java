package dev.rekey.dialect.own;

import static dev.rekey.dialect.own.Scene.EMAIL;
import static dev.rekey.dialect.own.Scene.NEW;
import static dev.rekey.dialect.own.Scene.OLD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.proof.PlainHasher;
import dev.rekey.core.visit.Origin;
import dev.rekey.core.visit.Visit;
import dev.rekey.dialect.own.Scene.Answered;
import dev.rekey.dialect.own.Scene.Choice;
import dev.rekey.http.Fields;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in, staying signed in, signing out. */
class SessionsTest {

  private final Scene scene = new Scene();

  @Test
  void aSignInGivesATokenThatAdmits() {
    Account lettie = scene.person(EMAIL, "user");

    Answered answer = scene.signIn(EMAIL, OLD);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().path("token").asString())
        .startsWith("rekey_" + lettie.ids().hex32() + '_');
    assertThat(answer.json().path("expires_at").asString()).isEqualTo("2026-04-03T05:06:07.000Z");
    assertThat(answer.header("location"))
        .contains("/rekey/v1/sessions/" + answer.json().path("session").asString());
    Fields token = Scene.bearer(answer.json().path("token").asString());
    assertThat(scene.get("/account", token).json().path("email").asString()).isEqualTo(EMAIL);
  }

  @Test
  void saysNothingAboutUnknownDisabledAndWrong() {
    Account disabled = scene.person("disabled@example.org", "user");
    disable(disabled);
    scene.person(EMAIL, "user");

    List<String> answers =
        List.of(
            scene.signIn("nobody@example.org", OLD).text(),
            scene.signIn("disabled@example.org", OLD).text(),
            scene.signIn(EMAIL, NEW).text());

    assertThat(answers).containsOnly(answers.getFirst());
    assertThat(scene.signIn(EMAIL, NEW).status()).isEqualTo(401);
    assertThat(scene.signIn(EMAIL, NEW).problem()).isEqualTo("wrong-credentials");
  }

  private void disable(Account account) {
    Visit visit = new Visit(Realm.MAIN, "test", new Origin("local", "test"), Optional.empty());
    scene
        .store
        .accounts()
        .setDisabled(
            account.id(),
            true,
            AuditEntry.of(scene.clock.instant(), visit, account.id(), new Event.AccountDisabled()));
  }

  @Test
  void whoFailsOftenWaits() {
    scene.person(EMAIL, "user");
    for (int i = 0; i < 10; i++) {
      assertThat(scene.signIn(EMAIL, NEW).status()).isEqualTo(401);
    }

    Answered answer = scene.signIn(EMAIL, OLD);

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.header("retry-after")).contains("1");
    assertThat(answer.json().path("retry_after").asInt()).isEqualTo(1);
  }

  @Test
  void aBusyServerSaysWhenToComeBack() {
    scene.person(EMAIL, "user");
    scene.hasher.fillAfter(0);

    Answered answer = scene.signIn(EMAIL, OLD);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("retry-after"))
        .contains(Long.toString(PlainHasher.FULL_FOR.toSeconds()));
  }

  @Test
  void whoHasToConfirmHearsItOnlyWithTheRightPassword() {
    Scene strict = new Scene(Choice.standard().confirmedOnly());
    Answered signedUp =
        strict.send(
            "POST",
            "/sign-up",
            Fields.none(),
            "{\"email\":\"lettie@example.org\",\"password\":\"quiet harbour lantern\"}");
    assertThat(signedUp.json().path("token").isNull()).isTrue();

    assertThat(strict.signIn(EMAIL, NEW).problem()).isEqualTo("wrong-credentials");
    assertThat(strict.signIn(EMAIL, OLD).problem()).isEqualTo("email-unconfirmed");
    strict.send(
        "POST",
        "/email-confirmations/complete",
        Fields.none(),
        "{\"ticket\":\"" + strict.newestTicket() + "\"}");
    assertThat(strict.signIn(EMAIL, OLD).status()).isEqualTo(201);
  }

  @Test
  void nothingShownIsAskedForAToken() {
    Answered answer = scene.get("/account", Fields.none());

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.problem()).isEqualTo("not-signed-in");
    assertThat(answer.header("www-authenticate")).contains("Bearer realm=\"main\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer nonsense",
        "Bearer rekey_00000000000000000000000000000000_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "Bearer",
        "Bearer a b",
        "Basic bGV0dGllOnNlY3JldA==",
        "Bearer \u00e4"
      })
  void whatAdmitsNobodyIsSaidToBeInvalid(String shown) {
    Answered answer = scene.get("/account", Fields.none().with("Authorization", shown));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.problem()).isEqualTo("invalid-token");
    assertThat(answer.header("www-authenticate"))
        .contains("Bearer realm=\"main\", error=\"invalid_token\"");
  }

  @Test
  void twoTokensAreNone() {
    scene.person(EMAIL, "user");
    Fields token = scene.signedIn(EMAIL);

    assertThat(scene.get("/account", token.with(token)).problem()).isEqualTo("invalid-token");
  }

  @Test
  void theSchemeIsReadInAnyCase() {
    scene.person(EMAIL, "user");
    String token = scene.signedIn(EMAIL).first("authorization").orElseThrow().substring(7);

    assertThat(
            scene.get("/account", Fields.none().with("authorization", "bearer  " + token)).status())
        .isEqualTo(200);
  }

  @Test
  void aTokenEndsAtItsTime() {
    scene.person(EMAIL, "user");
    Fields token = scene.signedIn(EMAIL);

    scene.clock.pass(Duration.ofDays(30));

    assertThat(scene.get("/account", token).problem()).isEqualTo("invalid-token");
  }

  @Test
  void aTokenOfAnotherRealmAdmitsNobody() {
    Account there =
        scene.person(
            Logins.of(Optional.of(EMAIL), Optional.empty()), "user", new Realm("elsewhere"));

    assertThat(scene.signIn(EMAIL, OLD).status()).isEqualTo(401);
    assertThat(
            scene
                .get(
                    "/account", Scene.bearer("rekey_" + there.ids().hex32() + '_' + "A".repeat(32)))
                .problem())
        .isEqualTo("invalid-token");
  }

  @Test
  void theTokenOfADisabledOrDeletedAccountAdmitsNobody() {
    Account lettie = scene.person(EMAIL, "user");
    Account bert = scene.person("bert@example.org", "user");
    Fields letties = scene.signedIn(EMAIL);
    Fields berts = scene.signedIn("bert@example.org");
    disable(lettie);
    scene.delete("/account", berts);

    assertThat(scene.get("/account", letties).problem()).isEqualTo("invalid-token");
    assertThat(scene.get("/account", berts).problem()).isEqualTo("invalid-token");
    assertThat(scene.store.accounts().find(bert.id())).isEmpty();
  }

  @Test
  void ofManySessionsOnlySoManyRemain() {
    Scene two =
        new Scene(new Choice(true, Choice.standard().confirmation(), 2, Duration.ofDays(1)));
    two.person(EMAIL, "user");
    Fields first = two.signedIn(EMAIL);
    two.clock.pass(Duration.ofMinutes(1));
    two.signedIn(EMAIL);
    two.clock.pass(Duration.ofMinutes(1));
    Fields third = two.signedIn(EMAIL);

    assertThat(two.get("/account", first).status()).isEqualTo(401);
    assertThat(two.get("/sessions", third).json().path("items").size()).isEqualTo(2);
  }

  @Test
  void aSignOutEndsTheActingSessionAlone() {
    scene.person(EMAIL, "user");
    Fields one = scene.signedIn(EMAIL);
    Fields other = scene.signedIn(EMAIL);

    assertThat(scene.delete("/sessions/current", one).status()).isEqualTo(204);

    assertThat(scene.get("/account", one).status()).isEqualTo(401);
    assertThat(scene.get("/account", other).status()).isEqualTo(200);
  }

  @Test
  void sessionsAreSeenAndEndedByName() {
    scene.person(EMAIL, "user");
    Fields one = scene.signedIn(EMAIL);
    scene.clock.pass(Duration.ofSeconds(5));
    Fields other = scene.signedIn(EMAIL);

    var sessions = scene.get("/sessions", one).json().path("items");
    assertThat(sessions.get(0).path("current").asBoolean()).isFalse();
    assertThat(sessions.get(1).path("current").asBoolean()).isTrue();
    String name = sessions.get(0).path("name").asString();

    assertThat(scene.delete("/sessions/" + name, one).status()).isEqualTo(204);
    assertThat(scene.get("/account", other).status()).isEqualTo(401);
    assertThat(scene.delete("/sessions/" + name, one).problem()).isEqualTo("not-found");
  }

  @Test
  void nobodyEndsAnothersSession() {
    scene.person(EMAIL, "user");
    scene.person("bert@example.org", "user");
    Fields letties = scene.signedIn(EMAIL);
    Fields berts = scene.signedIn("bert@example.org");
    String name = scene.get("/sessions", letties).json().at("/items/0/name").asString();

    assertThat(scene.delete("/sessions/" + name, berts).status()).isEqualTo(404);
    assertThat(scene.get("/account", letties).status()).isEqualTo(200);
  }

  @Test
  void allSessionsEndOrAllButTheActingOne() {
    scene.person(EMAIL, "user");
    Fields one = scene.signedIn(EMAIL);
    Fields other = scene.signedIn(EMAIL);

    assertThat(scene.delete("/sessions?keep=current", one).json().path("ended").asInt()).isOne();
    assertThat(scene.get("/account", other).status()).isEqualTo(401);
    assertThat(scene.delete("/sessions", one).json().path("ended").asInt()).isOne();
    assertThat(scene.get("/account", one).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"keep=curent", "kep=current", "keep=current&keep=current", "keep="})
  void aSlipOfTheQueryEndsNothing(String query) {
    scene.person(EMAIL, "user");
    Fields token = scene.signedIn(EMAIL);

    assertThat(scene.delete("/sessions?" + query, token).problem()).isEqualTo("invalid-query");
    assertThat(scene.get("/account", token).status()).isEqualTo(200);
  }
}
