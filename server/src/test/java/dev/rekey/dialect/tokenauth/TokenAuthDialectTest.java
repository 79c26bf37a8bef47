package dev.rekey.dialect.tokenauth;

import static dev.rekey.dialect.tokenauth.Scene.field;
import static dev.rekey.dialect.tokenauth.Scene.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rekey.core.account.Realm;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.BatchAnswers;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.CurrentPassword;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Names;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Redirects;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Rules;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Settings;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Tokens;
import dev.rekey.http.Fields;
import dev.rekey.http.Response;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The mount as such: its paths, its settings, and who may read its answers. */
class TokenAuthDialectTest {

  private final Scene scene = Scene.withSomebody();

  @ParameterizedTest
  @CsvSource({
    "GET, /auth",
    "GET, /auth/password",
    "DELETE, /auth/password",
    "OPTIONS, /auth/password",
    "PUT, /auth/passwords",
    "PUT, /auth/Password",
    "PUT, /auth//password",
    "POST, /auth/password/edit",
    "GET, /auth/sign_up",
    "GET, /auth/edit",
    "GET, /auth/cancel",
    "GET, /auth/sign_out",
    "POST, /auth/validate_token",
    "POST, /auth/confirmation",
    "GET, /auth/confirmation",
    "POST, /auth/unlock",
    "GET, /auth/unlock",
    "BREW, /auth/sign_in"
  })
  void whatItDoesNotHaveIsTheFrameworksPage(String method, String path) {
    Response response = scene.send(method, path, Fields.none(), "");

    assertThat(response.status()).isEqualTo(404);
    assertThat(text(response)).isEqualTo("{\"status\":404,\"error\":\"Not Found\"}");
    assertThat(field(response, "content-type")).isEqualTo("application/json; charset=UTF-8");
  }

  @Test
  void pagesOfOtherOriginsMayReadTheTokenFields() {
    Fields origin = Fields.none().with("origin", "https://app.example.org");

    Response response = scene.send("GET", Scene.VALIDATE, origin, "");

    assertThat(response.status()).isEqualTo(401);
    assertThat(field(response, "access-control-allow-origin")).isEqualTo("*");
    assertThat(field(response, "access-control-expose-headers").split(", "))
        .containsExactlyInAnyOrder(
            "access-token",
            "token-type",
            "client",
            "expiry",
            "uid",
            "authorization",
            "x-incident-id");
  }

  @Test
  void aBrowserMayAskBeforeItSends() {
    Fields asked =
        Fields.none()
            .with("origin", "https://app.example.org")
            .with("access-control-request-method", "PUT")
            .with("access-control-request-headers", "access-token,client,uid,if-modified-since");

    Response response = scene.send("OPTIONS", Scene.PASSWORD, asked, "");

    assertThat(response.status()).isEqualTo(200);
    assertThat(field(response, "access-control-allow-headers"))
        .isEqualTo("access-token,client,uid,if-modified-since");
    assertThat(field(response, "access-control-allow-methods")).contains("PUT", "DELETE");
  }

  @Test
  void theStandardIsTheDocuments() {
    Settings standard = Settings.standard();

    assertThat(standard.prefix()).isEqualTo("/auth");
    assertThat(standard.tokens())
        .isEqualTo(new Tokens(Names.standard(), false, BatchAnswers.REPEAT, Optional.empty()));
    assertThat(standard.rules())
        .isEqualTo(new Rules(CurrentPassword.IF_SENT, false, false, false, false, true));
    assertThat(standard.profileFields()).containsExactly("name", "nickname", "image");
  }

  @ParameterizedTest
  @ValueSource(strings = {"auth", "/auth/", "/", ""})
  void aPrefixBeginsWithASlashAndEndsWithoutOne(String prefix) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> prefixed(prefix))
        .withMessageContaining("prefix");
  }

  private static Settings prefixed(String prefix) {
    return new Settings(
        "tokenauth",
        prefix,
        Realm.MAIN,
        "http://localhost",
        Tokens.standard(),
        Rules.standard(),
        Redirects.none(),
        List.of(),
        List.of());
  }

  @Test
  void noTwoPartsOfTheCredentialsShareAName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Names("token", "type", "client", "expiry", "uid", "Token"))
        .withMessageContaining("name");
  }
}
