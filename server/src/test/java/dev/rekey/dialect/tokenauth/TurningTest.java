package dev.rekey.dialect.tokenauth;

import static dev.rekey.dialect.tokenauth.Scene.EMAIL;
import static dev.rekey.dialect.tokenauth.Scene.NEW;
import static dev.rekey.dialect.tokenauth.Scene.OLD;
import static dev.rekey.dialect.tokenauth.Scene.TOKEN_FIELDS;
import static dev.rekey.dialect.tokenauth.Scene.credentials;
import static dev.rekey.dialect.tokenauth.Scene.field;
import static dev.rekey.dialect.tokenauth.Scene.refusal;
import static dev.rekey.dialect.tokenauth.Scene.session;
import static dev.rekey.dialect.tokenauth.Scene.text;
import static dev.rekey.dialect.tokenauth.Scene.wish;
import static dev.rekey.dialect.tokenauth.Scene.withCurrent;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.token.ClientTokens;
import dev.rekey.dialect.tokenauth.Scene.Session;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.BatchAnswers;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Cookie;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Names;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Settings;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Tokens;
import dev.rekey.http.Fields;
import dev.rekey.http.Response;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One token follows another. */
class TurningTest {

  private final Scene scene = Scene.withSomebody();

  private final Session session = scene.signIn();

  @Test
  void aRefusalInsideTheBatchRepeatsTheToken() {
    scene.clock.pass(House.BATCH.minusMillis(1));

    assertThat(session(scene.put(session, "{}"))).isEqualTo(session);
  }

  @Test
  void aRefusalAfterTheBatchTurnsTheToken() {
    scene.clock.pass(House.BATCH);

    Session turned = session(scene.put(session, "{}"));

    assertThat(turned.token()).matches("[A-Za-z0-9_-]{22}").isNotEqualTo(session.token());
    assertThat(turned.client()).isEqualTo(session.client());
    assertThat(turned.expiry()).isEqualTo(session.expiry() + 5);
    assertThat(scene.change(turned, NEW).status()).isEqualTo(200);
  }

  @Test
  void everyKindOfRefusalTurnsIt() {
    for (String body : List.of("{}", "{\"password\":7}", wish("short"), withCurrent("\"guess\""))) {
      Session before = scene.signIn();
      scene.clock.pass(Duration.ofMinutes(1));

      Session after = session(scene.put(before, body));

      assertThat(after.token()).as(body).isNotEqualTo(before.token());
      assertThat(after.client()).isEqualTo(before.client());
    }
  }

  @Test
  void theTokenBeforeStaysGoodUntilTheNextTurnAndForABatchAfterIt() {
    scene.clock.pass(Duration.ofMinutes(1));
    Session second = session(scene.put(session, "{}"));
    scene.clock.pass(Duration.ofHours(1));
    assertThat(scene.put(session, "{}").status()).as("answer lost, came again").isEqualTo(422);

    scene.clock.pass(House.BATCH.minusSeconds(1));
    assertThat(scene.put(session, "{}").status()).as("in the same batch").isEqualTo(422);
    scene.clock.pass(Duration.ofSeconds(1));
    assertThat(scene.put(session, "{}").status()).as("two turns old").isEqualTo(401);
    assertThat(scene.put(second, "{}").status()).isEqualTo(422);
  }

  @Test
  void theExpiryNeverGoesDown() {
    Scene shorter = scene.restarted(Duration.ofDays(1));
    shorter.clock.pass(Duration.ofMinutes(1));

    assertThat(session(shorter.put(session, "{}")).expiry()).isEqualTo(session.expiry());
  }

  @Test
  void anAnswerInsideTheBatchMayBeBlankAsTheGemHasIt() {
    Scene blank = Scene.withSomebody(BatchAnswers.BLANK);
    Session kept = blank.signIn();

    Response response = blank.put(kept, "{}");

    assertThat(field(response, "access-token")).isEqualTo(" ");
    assertThat(field(response, "expiry")).isEqualTo(" ");
    assertThat(field(response, "token-type")).isEqualTo("Bearer");
    assertThat(field(response, "client")).isEqualTo(kept.client());
    assertThat(field(response, "uid")).isEqualTo(EMAIL);
    assertThat(
            new String(
                Base64.getDecoder().decode(field(response, "authorization").substring(7)), UTF_8))
        .contains("\"access-token\":\"" + kept.token() + '"')
        .contains("\"expiry\":\"" + kept.expiry() + '"');
    assertThat(blank.change(kept, NEW).status()).isEqualTo(200);
  }

  @Test
  void anAnswerInsideTheBatchMayHaveNoFieldsAtAll() {
    Scene silent = Scene.withSomebody(BatchAnswers.OMIT);
    Session kept = silent.signIn();

    assertThat(Scene.names(silent.put(kept, "{}"))).doesNotContainAnyElementsOf(TOKEN_FIELDS);
    silent.clock.pass(House.BATCH);
    assertThat(session(silent.put(kept, "{}")).token()).isNotEqualTo(kept.token());
  }

  @Test
  void aStrangerNeverGetsAToken() {
    scene.clock.pass(Duration.ofMinutes(1));
    Session forged = new Session("bgINB4atOxd8SMNvtOTDxg", session.client(), 0, EMAIL);

    Response response = scene.put(forged, "{}");

    assertThat(response.status()).isEqualTo(401);
    assertThat(text(response)).isEqualTo(refusal("Unauthorized"));
    assertThat(Scene.names(response)).doesNotContainAnyElementsOf(TOKEN_FIELDS);
  }

  @ParameterizedTest
  @CsvSource({"1, true", "true, true", "false, true"})
  void whoSaysThatTheyAreAloneBelongsToNoBatch(String value, boolean turned) {
    Fields query = Fields.none().with("unbatch", value);

    Session after = session(scene.get(Scene.VALIDATE, query, session.fields()));

    assertThat(after.token().equals(session.token())).isEqualTo(!turned);
  }

  @ParameterizedTest
  @CsvSource({"null, false", "false, false", "true, true", "0, true"})
  void theSameInABody(String value, boolean turned) {
    Session after = session(scene.put(session, "{\"unbatch\":" + value + "}"));

    assertThat(after.token().equals(session.token())).isEqualTo(!turned);
  }

  @Test
  void aTokenThatIsTwoTurnsOldIsNotRepeated() {
    scene.clock.pass(House.BATCH);
    Session second = session(scene.validate(session));
    scene.clock.pass(House.BATCH);
    Session third = session(scene.validate(second));

    Response late = scene.validate(session);

    assertThat(late.status()).isEqualTo(200);
    assertThat(Scene.names(late)).doesNotContainAnyElementsOf(TOKEN_FIELDS);
    assertThat(scene.admits(third)).isTrue();
  }

  @Test
  void whereTokensLastEveryAnswerRepeatsTheSame() {
    Scene lasting =
        Scene.withSomebody(
            Settings.standard()
                .withTokens(
                    new Tokens(Names.standard(), true, BatchAnswers.BLANK, Optional.empty())));
    Session kept = lasting.signIn();
    lasting.clock.pass(Duration.ofHours(1));

    assertThat(session(lasting.validate(kept))).isEqualTo(kept);
    assertThat(session(lasting.put(kept, "{}"))).isEqualTo(kept);
    Session other = lasting.signIn();
    assertThat(session(lasting.change(kept, NEW))).as("the acting one lives on").isEqualTo(kept);
    assertThat(lasting.admits(kept)).isTrue();
    assertThat(lasting.admits(other)).isFalse();
  }

  @Test
  void otherSessionsLiveOnWhereTheMountIsSetSo() {
    House keeping = new House(ClientTokens.LIFESPAN, true, false, Duration.ZERO, true);
    Scene gem = Scene.withSomebody(Settings.standard(), keeping);
    Session acting = gem.signIn();
    Session other = gem.signIn();

    Session after = session(gem.change(acting, NEW));

    assertThat(gem.admits(after)).isTrue();
    assertThat(gem.admits(other)).isTrue();
    assertThat(gem.admits(acting)).isFalse();
  }

  @Test
  void theCookieIsAllThatAClientNeeds() {
    Scene baker =
        Scene.withSomebody(
            Settings.standard()
                .withTokens(
                    new Tokens(
                        Names.standard(),
                        false,
                        BatchAnswers.REPEAT,
                        Optional.of(new Cookie("auth_cookie", List.of())))));
    Response signedIn = baker.json("POST", Scene.SIGN_IN, credentials(EMAIL, OLD), Fields.none());
    Fields cookie = Fields.none().with("cookie", cookieOf(signedIn));

    assertThat(baker.send("GET", Scene.VALIDATE, cookie, "").status()).isEqualTo(200);
    Response changed = baker.json("PUT", Scene.PASSWORD, Scene.wish(NEW), cookie);
    assertThat(changed.status()).isEqualTo(200);
    Fields fresh = Fields.none().with("cookie", cookieOf(changed));
    assertThat(baker.send("GET", Scene.VALIDATE, cookie, "").status()).isEqualTo(401);
    Response out = baker.send("DELETE", Scene.SIGN_OUT, fresh, "");
    assertThat(field(out, "set-cookie")).startsWith("auth_cookie=;").endsWith("; max-age=0");
    assertThat(baker.send("GET", Scene.VALIDATE, fresh, "").status()).isEqualTo(401);
  }

  private static String cookieOf(Response response) {
    return field(response, "set-cookie").split(";", 2)[0];
  }
}
