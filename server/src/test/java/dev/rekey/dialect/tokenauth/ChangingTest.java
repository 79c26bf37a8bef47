package dev.rekey.dialect.tokenauth;

import static dev.rekey.dialect.tokenauth.Scene.NEW;
import static dev.rekey.dialect.tokenauth.Scene.OLD;
import static dev.rekey.dialect.tokenauth.Scene.PASSWORD;
import static dev.rekey.dialect.tokenauth.Scene.TOKEN_FIELDS;
import static dev.rekey.dialect.tokenauth.Scene.field;
import static dev.rekey.dialect.tokenauth.Scene.refusal;
import static dev.rekey.dialect.tokenauth.Scene.session;
import static dev.rekey.dialect.tokenauth.Scene.text;
import static dev.rekey.dialect.tokenauth.Scene.wish;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Profile;
import dev.rekey.core.audit.Event;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.token.ClientTokens;
import dev.rekey.dialect.tokenauth.Scene.Session;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.BatchAnswers;
import dev.rekey.http.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changing the own password with a token. */
class ChangingTest {

  private final Scene scene = Scene.withSomebody();

  private final Session session = scene.signIn();

  @Test
  void answersWithTheDocumentsBodyAndTheGemsAtOnce() {
    scene.clock.pass(Duration.ofSeconds(1));

    Response response = scene.change(session, NEW);

    assertThat(response.status()).isEqualTo(200);
    assertThat(text(response))
        .isEqualTo(
            """
            {"success":true,"data":{"email":"test@test.com","provider":"email",\
            "uid":"test@test.com","id":1,"allow_password_change":false,"name":null,\
            "nickname":null,"image":null,"created_at":"2025-05-29T11:02:20.250Z",\
            "updated_at":"2025-05-29T11:02:21.250Z",\
            "message":"Your password has been successfully updated."},\
            "message":"Your password has been successfully updated."}\
            """);
    assertThat(scene.letsIn(NEW)).isTrue();
    assertThat(scene.letsIn(OLD)).isFalse();
  }

  @Test
  void everyFieldStandsWhereRailsPutsIt() {
    assertThat(Scene.names(scene.change(session, NEW)))
        .containsExactly(
            "x-frame-options",
            "x-xss-protection",
            "x-content-type-options",
            "x-permitted-cross-domain-policies",
            "referrer-policy",
            "content-type",
            "vary",
            "access-token",
            "token-type",
            "client",
            "expiry",
            "uid",
            "authorization",
            "etag",
            "cache-control",
            "x-request-id",
            "x-runtime");
  }

  @ParameterizedTest
  @EnumSource(BatchAnswers.class)
  void answersWithAFreshTokenEvenRightAfterTheSignIn(BatchAnswers mode) {
    Scene other = Scene.withSomebody(mode);
    Session before = other.signIn();

    Session after = session(other.change(before, NEW));

    assertThat(after.token()).matches("[A-Za-z0-9_-]{22}").isNotEqualTo(before.token());
    assertThat(after.client()).isEqualTo(before.client());
    assertThat(after.expiry()).isEqualTo(before.expiry());
    assertThat(other.change(after, "third lighthouse").status()).isEqualTo(200);
  }

  @Test
  void thePreviousTokenIsDeadAtOnce() {
    assertThat(scene.change(session, NEW).status()).isEqualTo(200);

    Response again = scene.change(session, "third lighthouse");

    assertThat(again.status()).isEqualTo(401);
    assertThat(text(again)).isEqualTo(refusal("Unauthorized"));
    assertThat(scene.letsIn(NEW)).isTrue();
  }

  @Test
  void aTurnedAwayTokenIsDeadAsWell() {
    scene.clock.pass(Duration.ofMinutes(1));
    Session turned = session(scene.put(session, "{}"));
    assertThat(scene.change(turned, NEW).status()).isEqualTo(200);

    assertThat(scene.put(session, "{}").status()).isEqualTo(401);
    assertThat(scene.put(turned, "{}").status()).isEqualTo(401);
  }

  @Test
  void everyOtherSessionEndsAndTheActingClientStays() {
    Session other = scene.signIn();

    Session after = session(scene.change(session, NEW));

    assertThat(scene.put(other, "{}").status()).isEqualTo(401);
    assertThat(scene.put(after, "{}").status()).isEqualTo(422);
  }

  @Test
  void isWrittenDownAndTold() {
    scene.change(session, NEW);

    assertThat(scene.store.trail().getLast().event()).isInstanceOf(Event.PasswordChanged.class);
    assertThat(scene.store.letters()).singleElement().isInstanceOf(Letter.PasswordChanged.class);
  }

  @Test
  void patchDoesWhatPutDoes() {
    assertThat(scene.json("PATCH", PASSWORD, wish(NEW), session.fields()).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/auth/password/", "/auth/password.json"})
  void theWaysInWhichRailsReadsAPathAreAllOpen(String path) {
    assertThat(scene.json("PUT", path, wish(NEW), session.fields()).status()).isEqualTo(200);
  }

  @Test
  void theExpiryNeverGoesDown() {
    Scene shorter = scene.restarted(Duration.ofDays(1));

    Session after = session(shorter.change(session, NEW));

    assertThat(after.expiry()).isEqualTo(session.expiry());
    shorter.clock.pass(ClientTokens.LIFESPAN.minusHours(1));
    Session later = session(shorter.change(after, "third lighthouse"));
    assertThat(later.expiry()).isEqualTo(session.expiry() + 23 * 3600);
  }

  @Test
  void anExpiredTokenIsNobodys() {
    scene.clock.pass(ClientTokens.LIFESPAN);

    assertThat(scene.change(session, NEW).status()).isEqualTo(401);
  }

  @Test
  void whoseRoleMayNotIsToldSoAndNothingElse() {
    scene.person("child@test.com", "child");
    Session child = scene.signIn("child@test.com", OLD);

    for (String body : List.of(wish(NEW), "{}", wish("short"), "{\"password\":7}")) {
      Response response = scene.put(child, body);
      assertThat(response.status()).isEqualTo(403);
      assertThat(text(response))
          .isEqualTo(refusal("Your account may not change its password here."));
      assertThat(session(response)).isEqualTo(child);
    }
  }

  @Test
  void whoIsOvertakenIsAStrangerAfterwards() {
    scene.meanwhile(() -> assertThat(scene.change(session, NEW).status()).isEqualTo(200));

    Response response = scene.change(session, "third lighthouse");

    assertThat(response.status()).isEqualTo(401);
    assertThat(text(response)).isEqualTo(refusal("Unauthorized"));
    assertThat(Scene.names(response)).doesNotContainAnyElementsOf(TOKEN_FIELDS);
    assertThat(scene.letsIn(NEW)).isTrue();
  }

  @Test
  void tooMuchToHashCostsNobodyTheToken() {
    scene.overload(Duration.ofSeconds(4));

    Response response = scene.change(session, NEW);

    assertThat(response.status()).isEqualTo(503);
    assertThat(field(response, "retry-after")).isEqualTo("4");
    assertThat(text(response))
        .isEqualTo(refusal("The server is busy. Please try again in a moment."));
    assertThat(Scene.names(response)).doesNotContainAnyElementsOf(TOKEN_FIELDS);
  }

  @Test
  void whoHasNoAddressIsCalledByTheUsername() {
    Logins logins = Logins.of(Optional.empty(), Optional.of("edu"));
    scene.person(logins, "user", Profile.empty());
    Session edu = scene.signIn("edu", OLD);

    assertThat(edu.uid()).isEqualTo("edu");
    assertThat(text(scene.change(edu, NEW))).contains("\"email\":null").contains("\"uid\":\"edu\"");
  }

  @Test
  void aDisabledAccountIsAStranger() {
    Account somebody = scene.person("closed@test.com", "user");
    Session closed = scene.signIn("closed@test.com", OLD);
    scene.disable(somebody);

    Response response = scene.change(closed, NEW);

    assertThat(response.status()).isEqualTo(401);
    assertThat(text(response)).isEqualTo(refusal("Unauthorized"));
  }
}
