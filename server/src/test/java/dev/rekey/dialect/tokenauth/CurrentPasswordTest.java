package dev.rekey.dialect.tokenauth;

import static dev.rekey.dialect.tokenauth.Scene.NEW;
import static dev.rekey.dialect.tokenauth.Scene.OLD;
import static dev.rekey.dialect.tokenauth.Scene.field;
import static dev.rekey.dialect.tokenauth.Scene.fieldError;
import static dev.rekey.dialect.tokenauth.Scene.refusal;
import static dev.rekey.dialect.tokenauth.Scene.session;
import static dev.rekey.dialect.tokenauth.Scene.text;
import static dev.rekey.dialect.tokenauth.Scene.withCurrent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.dialect.tokenauth.Scene.Session;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.CurrentPassword;
import dev.rekey.http.Response;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When a change must show the current password. */
class CurrentPasswordTest {

  private final Scene scene = Scene.withSomebody();

  @ParameterizedTest
  @EnumSource(names = {"ATTRIBUTES", "PASSWORD"})
  void demandedMeansThatItMustBeThereAndRight(CurrentPassword demanded) {
    Scene strict = Scene.withSomebody(demanded);
    Session session = strict.signIn();
    String blank = fieldError("current_password", "can't be blank");

    assertThat(text(strict.change(session, NEW))).isEqualTo(blank);
    assertThat(text(strict.put(session, withCurrent("null")))).isEqualTo(blank);
    assertThat(text(strict.put(session, withCurrent("\" \"")))).isEqualTo(blank);
    assertThat(text(strict.put(session, withCurrent("\"guess\""))))
        .isEqualTo(fieldError("current_password", "is invalid"));
    assertThat(strict.letsIn(NEW)).isFalse();
    assertThat(strict.put(session, withCurrent('"' + OLD + '"')).status()).isEqualTo(200);
  }

  @Test
  void neverMeansThatItIsNotLookedAt() {
    Scene lenient = Scene.withSomebody(CurrentPassword.NEVER);
    Session session = lenient.signIn();

    assertThat(lenient.put(session, withCurrent("\"guess\"")).status()).isEqualTo(200);
    assertThat(lenient.letsIn(NEW)).isTrue();
  }

  @Test
  void byDefaultWhatIsSentMustBeRight() {
    Session session = scene.signIn();

    assertThat(text(scene.put(session, withCurrent("\"guess\""))))
        .isEqualTo(fieldError("current_password", "is invalid"));
    assertThat(scene.put(session, withCurrent("null")).status()).isEqualTo(200);
  }

  @Test
  void wrongOnesAreCountedAndBlankOnesAreNot() {
    Session session = scene.signIn();

    for (int i = 0; i < 5; i++) {
      assertThat(scene.put(session, withCurrent("\"\"")).status()).isEqualTo(422);
    }
    for (int i = 0; i < 3; i++) {
      assertThat(scene.put(session, withCurrent("\"guess\"")).status()).isEqualTo(422);
    }
    Response closed = scene.put(session, withCurrent('"' + OLD + '"'));

    assertThat(closed.status()).isEqualTo(429);
    assertThat(text(closed)).isEqualTo(refusal("Too many attempts. Please try again later."));
    assertThat(field(closed, "retry-after")).isEqualTo("1");
    scene.clock.pass(Duration.ofSeconds(1));
    assertThat(scene.put(session, withCurrent('"' + OLD + '"')).status()).isEqualTo(200);
  }

  private static final String ANOTHER_NAME = "{\"nickname\":\"tess\"}";

  @Test
  void ofAnyAttributeMeansThatANameNeedsItToo() {
    Scene strict = Scene.withSomebody(CurrentPassword.ATTRIBUTES);
    Session session = strict.signIn();

    Response refused = strict.update(session, ANOTHER_NAME);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(text(refused))
        .isEqualTo(
            "{\"status\":\"error\",\"errors\":%s}"
                .formatted(Scene.errors("current_password", "can't be blank")));
    String proven = "{\"nickname\":\"tess\",\"current_password\":\"%s\"}".formatted(OLD);
    assertThat(strict.update(session, proven).status()).isEqualTo(200);
  }

  @Test
  void ofThePasswordMeansThatANameNeedsNone() {
    Scene strict = Scene.withSomebody(CurrentPassword.PASSWORD);
    Session session = strict.signIn();

    assertThat(strict.update(session, ANOTHER_NAME).status()).isEqualTo(200);
    assertThat(strict.update(session, Scene.wish(NEW)).status()).isEqualTo(422);
    assertThat(strict.update(session, withCurrent('"' + OLD + '"')).status()).isEqualTo(200);
  }

  @Test
  void whoSpeaksOfItWithANameHasToKnowIt() {
    Session session = scene.signIn();

    for (String current : List.of("null", "\"\"")) {
      String body = "{\"nickname\":\"tess\",\"current_password\":%s}".formatted(current);
      assertThat(text(scene.update(session, body))).contains("Current password can't be blank");
    }
    String guessed = "{\"nickname\":\"tess\",\"current_password\":\"guess\"}";
    assertThat(text(scene.update(session, guessed))).contains("Current password is invalid");
    assertThat(text(scene.validate(session))).contains("\"nickname\":null");
  }

  @Test
  void neverMeansThatANameIsChangedWhateverIsSaid() {
    Scene lenient = Scene.withSomebody(CurrentPassword.NEVER);
    String guessed = "{\"nickname\":\"tess\",\"current_password\":\"guess\"}";

    assertThat(lenient.update(lenient.signIn(), guessed).status()).isEqualTo(200);
  }
}
