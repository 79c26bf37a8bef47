package dev.rekey.dialect.tokenauth;

import static dev.rekey.dialect.tokenauth.Somebody.ISSUED;
import static dev.rekey.dialect.tokenauth.Somebody.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.proof.Proof.Reason;
import dev.rekey.core.session.SignIn.Outcome;
import dev.rekey.core.token.SignedTokens.Flaw;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.CurrentPassword;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Rules;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Settings;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Tokens;
import dev.rekey.http.RailsFraming;
import dev.rekey.http.Response;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EncodeSessionTest {

  private static final String BAD_CREDENTIALS =
      Scene.refusal("Invalid login credentials. Please try again.");

  private final EncodeSession encode = encode(false, true);

  private static EncodeSession encode(boolean lockable, boolean paranoid) {
    Rules rules = new Rules(CurrentPassword.IF_SENT, false, true, false, lockable, paranoid);
    return new EncodeSession(
        Settings.standard().withRules(rules),
        new Encode(new RailsFraming(() -> 19_114_000L)),
        new EncodeCredentials(Tokens.standard()));
  }

  @Test
  void aSuccessCarriesTheCredentialsOfTheDocument() {
    Response response =
        encode.signedIn(REQUEST, "test", new Outcome.SignedIn(Somebody.account(), ISSUED));

    assertThat(Scene.field(response, "access-token")).isEqualTo("bgINB4atOxd8SMNvtOTDxg");
    assertThat(Scene.field(response, "client")).isEqualTo("V7EN7LSRYAbpE_-c5PvRSw");
    assertThat(Scene.field(response, "expiry")).isEqualTo("1450988710");
    assertThat(Scene.field(response, "uid")).isEqualTo("test@test.com");
    assertThat(Scene.field(response, "token-type")).isEqualTo("Bearer");
  }

  static Stream<Reason> reasons() {
    return Stream.of(
        new Reason.NothingShown(),
        new Reason.Unreadable(),
        new Reason.WrongNameOrPassword(),
        new Reason.Disabled(),
        new Reason.PasswordLoginOff(),
        new Reason.BadToken(Flaw.SIGNATURE),
        new Reason.Ended(),
        new Reason.Unconfirmed(),
        new Reason.NoSuchAccount());
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void allStrangersLookAlike(Reason reason) {
    Response response = encode.signedIn(REQUEST, "test", new Outcome.NotSignedIn(reason));

    assertThat(response.status()).isEqualTo(401);
    assertThat(Scene.text(response)).isEqualTo(BAD_CREDENTIALS);
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void onlyTheUnconfirmedAreToldWhereTheMountIsSetSo(Reason reason) {
    Response response =
        encode(true, false).signedIn(REQUEST, " Test@x", new Outcome.NotSignedIn(reason));

    assertThat(response.status()).isEqualTo(401);
    if (reason instanceof Reason.Unconfirmed) {
      assertThat(Scene.text(response)).contains("sent to your account at 'test@x'.");
    } else {
      assertThat(Scene.text(response)).isEqualTo(BAD_CREDENTIALS);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "true,  true,  false, 401",
    "true,  true,  true,  429",
    "true,  false, false, 429",
    "false, true,  false, 429"
  })
  void onlyTheLockedAreToldWhereTheMountIsSetSo(
      boolean locked, boolean lockable, boolean paranoid, int status) {
    Outcome outcome = new Outcome.TooMany(Duration.ofSeconds(3), locked);

    Response response = encode(lockable, paranoid).signedIn(REQUEST, "test", outcome);

    assertThat(response.status()).isEqualTo(status);
    assertThat(response.headers().first("retry-after").orElse("-"))
        .isEqualTo(status == 429 ? "3" : "-");
  }
}
