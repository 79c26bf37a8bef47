package dev.rekey.dialect.own;

import static dev.rekey.dialect.own.Scene.EMAIL;
import static dev.rekey.dialect.own.Scene.NEW;
import static dev.rekey.dialect.own.Scene.OLD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.dialect.own.Scene.Answered;
import dev.rekey.http.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that bears a key is done once. */
class RepetitionsTest {

  private static final Fields KEY = key("\"8e03978e-40d5-43dd-bc93-6894a57f9324\"");
  private static final String REPLAYED = "idempotency-replayed";

  private final Scene scene = new Scene();

  private static Fields key(String value) {
    return Fields.none().with("Idempotency-Key", value);
  }

  private Answered signUp(Fields headers, String email) {
    return scene.send(
        "POST",
        "/sign-up",
        headers,
        "{\"email\":\"%s\",\"password\":\"quiet harbour lantern\"}".formatted(email));
  }

  @Test
  void aRepetitionGetsTheSameAnswerAndNothingIsDoneTwice() {
    Answered first = signUp(KEY, EMAIL);
    Answered again = signUp(KEY, EMAIL);

    assertThat(first.status()).isEqualTo(201);
    assertThat(first.header(REPLAYED)).isEmpty();
    assertThat(again.header(REPLAYED)).contains("true");
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(scene.store.letters()).hasSize(1);
  }

  @Test
  void withoutAKeyARequestIsARequest() {
    signUp(Fields.none(), EMAIL);

    assertThat(signUp(Fields.none(), EMAIL).violations()).containsExactly("email taken");
  }

  @Test
  void aKeyIsTheSameInQuotationMarksOrNot() {
    signUp(key("abc"), EMAIL);

    assertThat(signUp(key(" \"abc\" "), EMAIL).header(REPLAYED)).isPresent();
  }

  @Test
  void aKeyBelongsToOneRequest() {
    signUp(KEY, EMAIL);

    Answered other = signUp(KEY, "bert@example.org");
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    assertThat(scene.send("POST", "/password-resets", KEY, "{\"login\":\"x\"}").problem())
        .isEqualTo("idempotency-key-reused");
  }

  @Test
  void aRefusalIsRepeatedToWhoeverIsSignedIn() {
    scene.person(EMAIL, "user");
    scene.person("bert@example.org", "user");
    Fields token = scene.signedIn(EMAIL).with(KEY);
    String wish = "{\"username\":\"lettie\"}";
    scene.send("PATCH", "/account", scene.signedIn("bert@example.org"), wish);

    Answered taken = scene.send("PATCH", "/account", token, wish);
    scene.delete("/account", scene.signedIn("bert@example.org"));

    assertThat(taken.violations()).containsExactly("username taken");
    assertThat(scene.send("PATCH", "/account", token, wish).text()).isEqualTo(taken.text());
  }

  @Test
  void whatAStrangerIsRefusedIsNotKept() {
    signUp(Fields.none(), EMAIL);
    assertThat(signUp(KEY, EMAIL).status()).isEqualTo(422);

    assertThat(signUp(KEY, EMAIL).header(REPLAYED)).isEmpty();
    assertThat(signUp(KEY, "bert@example.org").status()).isEqualTo(201);
  }

  @Test
  void whatOnlyWantedPatienceIsTriedAgain() {
    scene.hasher.fillAfter(0);
    assertThat(signUp(KEY, EMAIL).status()).isEqualTo(503);
    scene.hasher.fillAfter(Integer.MAX_VALUE);

    Answered second = signUp(KEY, EMAIL);
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.header(REPLAYED)).isEmpty();
  }

  @Test
  void anIncidentGivesTheKeyBack() {
    scene.hasher.meanwhile(() -> {
      throw new IllegalStateException("the disk is full");
    });
    Answered broken = signUp(KEY, EMAIL);
    assertThat(broken.status()).isEqualTo(500);
    assertThat(broken.json().path("incident").asString()).isEqualTo("k7d2m9x4ab");

    assertThat(signUp(KEY, EMAIL).status()).isEqualTo(201);
  }

  @Test
  void whoComesMeanwhileIsAskedToWait() {
    List<Answered> meanwhile = new ArrayList<>();
    scene.hasher.meanwhile(() -> meanwhile.add(signUp(KEY, EMAIL)));

    assertThat(signUp(KEY, EMAIL).status()).isEqualTo(201);

    assertThat(meanwhile)
        .singleElement()
        .satisfies(answer -> {
          assertThat(answer.status()).isEqualTo(409);
          assertThat(answer.problem()).isEqualTo("request-under-way");
          assertThat(answer.header("retry-after")).contains("1");
        });
  }

  @Test
  void anAnswerIsForgottenAfterADay() {
    signUp(KEY, EMAIL);
    scene.clock.pass(Duration.ofHours(24));

    assertThat(signUp(KEY, EMAIL).violations()).containsExactly("email taken");
  }

  @Test
  void nobodyMeetsAnothersKey() {
    scene.person(EMAIL, "user");
    scene.person("bert@example.org", "user");
    String wish = "{\"profile\":{\"town\":\"Bree\"}}";

    Answered letties = scene.send("PATCH", "/account", scene.signedIn(EMAIL).with(KEY), wish);
    Answered berts =
        scene.send("PATCH", "/account", scene.signedIn("bert@example.org").with(KEY), wish);

    assertThat(letties.json().path("email").asString()).isEqualTo(EMAIL);
    assertThat(berts.header(REPLAYED)).isEmpty();
    assertThat(berts.json().path("email").asString()).isEqualTo("bert@example.org");
  }

  @Test
  void aChangedPasswordIsConfirmedOnceMore() {
    scene.person(EMAIL, "user");
    Fields token = scene.signedIn(EMAIL).with(KEY);
    String wish =
        "{\"current_password\":%s,\"new_password\":%s}"
            .formatted(Scene.quoted(OLD), Scene.quoted(NEW));

    assertThat(scene.send("PUT", "/account/password", token, wish).status()).isEqualTo(204);
    assertThat(scene.send("PUT", "/account/password", token, wish).status()).isEqualTo(204);
    assertThat(scene.store.letters()).hasSize(1);
  }

  @Test
  void aRepetitionWantsAGoodTokenToo() {
    scene.person(EMAIL, "user");
    Fields token = scene.signedIn(EMAIL).with(KEY);
    scene.send("PATCH", "/account", token, "{\"profile\":{\"town\":\"Bree\"}}");
    scene.delete("/sessions", token.without("Idempotency-Key"));

    assertThat(scene.send("PATCH", "/account", token, "{\"profile\":{\"town\":\"Bree\"}}").status())
        .isEqualTo(401);
  }

  @Test
  void whereNothingIsDoneNoKeyIsLookedAt() {
    assertThat(scene.get("/password-policy", key("")).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"\"", "a b", "\"a", "a\"b", "\u00e4"})
  void whatIsNoKeyIsRefused(String value) {
    assertThat(signUp(key(value), EMAIL).problem()).isEqualTo("invalid-idempotency-key");
    assertThat(signUp(key("a".repeat(256)), EMAIL).problem()).isEqualTo("invalid-idempotency-key");
    assertThat(signUp(KEY.with(key("b")), EMAIL).problem()).isEqualTo("invalid-idempotency-key");
    assertThat(scene.store.trail()).isEmpty();
  }
}
