package dev.rekey.dialect.tokenauth;

import static dev.rekey.dialect.tokenauth.Somebody.GRANT;
import static dev.rekey.dialect.tokenauth.Somebody.ISSUED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.session.TurnToken.Outcome;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.BatchAnswers;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Cookie;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Names;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Tokens;
import dev.rekey.http.Fields;
import dev.rekey.http.RailsFraming.Extras;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EncodeCredentialsTest {

  private static final String JSON =
      "{\"access-token\":\"%s\",\"token-type\":\"Bearer\",\"client\":\"V7EN7LSRYAbpE_-c5PvRSw\","
          + "\"expiry\":\"1450988710\",\"uid\":\"test@test.com\"}";

  private static EncodeCredentials encode(BatchAnswers batch, boolean lasting) {
    return new EncodeCredentials(new Tokens(Names.standard(), lasting, batch, Optional.empty()));
  }

  private static EncodeCredentials withCookie(BatchAnswers batch, String... attributes) {
    Cookie cookie = new Cookie("auth_cookie", List.of(attributes));
    return new EncodeCredentials(new Tokens(Names.standard(), false, batch, Optional.of(cookie)));
  }

  private static Fields turned(EncodeCredentials encode, Outcome outcome) {
    return encode.turned(outcome, "shown", Somebody.account()).credentials();
  }

  private static String bearer(Fields fields) {
    String word = fields.first("authorization").orElseThrow().substring("Bearer ".length());
    return new String(Base64.getDecoder().decode(word), UTF_8);
  }

  private static Optional<String> cookie(Extras extras) {
    return extras.setCookie().map(Supplier::get);
  }

  @Test
  void aTurnedTokenIsShownWithTheNewEnd() {
    Fields fields = turned(encode(BatchAnswers.OMIT, false), new Outcome.Turned(ISSUED));

    assertThat(fields.first("access-token")).contains("bgINB4atOxd8SMNvtOTDxg");
    assertThat(fields.first("expiry")).contains("1450988710");
    assertThat(bearer(fields)).isEqualTo(JSON.formatted("bgINB4atOxd8SMNvtOTDxg"));
  }

  @ParameterizedTest
  @EnumSource(BatchAnswers.class)
  void whatEndedOrDiesWithTheBatchIsNotSpokenOf(BatchAnswers mode) {
    assertThat(turned(encode(mode, false), new Outcome.Gone())).isEqualTo(Fields.none());
    assertThat(turned(encode(mode, false), new Outcome.Batched(GRANT, false)))
        .isEqualTo(Fields.none());
  }

  @Test
  void aBatchIsAnsweredInOneOfThreeWays() {
    Outcome batched = new Outcome.Batched(GRANT, true);

    Fields repeat = turned(encode(BatchAnswers.REPEAT, false), batched);
    Fields blank = turned(encode(BatchAnswers.BLANK, false), batched);
    Fields omit = turned(encode(BatchAnswers.OMIT, false), batched);

    assertThat(repeat.first("access-token")).contains("shown");
    assertThat(repeat.first("expiry")).contains("1450988710");
    assertThat(bearer(repeat)).isEqualTo(JSON.formatted("shown"));
    assertThat(blank.first("access-token")).contains(" ");
    assertThat(blank.first("expiry")).contains(" ");
    assertThat(blank.first("client")).isEqualTo(repeat.first("client"));
    assertThat(blank.first("uid")).isEqualTo(repeat.first("uid"));
    assertThat(bearer(blank)).isEqualTo(bearer(repeat));
    assertThat(omit).isEqualTo(Fields.none());
  }

  @ParameterizedTest
  @EnumSource(BatchAnswers.class)
  void aLastingTokenIsAlwaysRepeated(BatchAnswers mode) {
    Fields fields = turned(encode(mode, true), new Outcome.Batched(GRANT, true));

    assertThat(fields.first("access-token")).contains("shown");
  }

  @Test
  void otherNamesAreUsedEverywhere() {
    Names names = new Names("x-token", "x-type", "x-client", "x-expiry", "x-uid", "x-auth");
    Tokens tokens = new Tokens(names, false, BatchAnswers.REPEAT, Optional.empty());

    Fields fields = turned(new EncodeCredentials(tokens), new Outcome.Turned(ISSUED));

    assertThat(fields.all().stream().map(Fields.Field::name))
        .containsExactly("x-token", "x-type", "x-client", "x-expiry", "x-uid", "x-auth");
    assertThat(
            new String(
                Base64.getDecoder().decode(fields.first("x-auth").orElseThrow().substring(7)),
                UTF_8))
        .startsWith("{\"x-token\":\"bgINB4atOxd8SMNvtOTDxg\",\"x-type\":\"Bearer\",\"x-client\":");
  }

  @Test
  void aCookieTakesThePlaceOfTheAuthorization() {
    Extras extras = withCookie(BatchAnswers.REPEAT).fresh(Somebody.account(), ISSUED);

    assertThat(extras.credentials().has("access-token")).isTrue();
    assertThat(extras.credentials().has("authorization")).isFalse();
    String line = cookie(extras).orElseThrow();
    assertThat(line).startsWith("auth_cookie=%7B").endsWith("; path=/; samesite=lax");
    String value = line.substring("auth_cookie=".length(), line.indexOf(';'));
    assertThat(URLDecoder.decode(value, UTF_8)).isEqualTo(JSON.formatted("bgINB4atOxd8SMNvtOTDxg"));
  }

  @Test
  void itsAttributesMayBeOthers() {
    Extras extras =
        withCookie(BatchAnswers.REPEAT, "Secure", "SameSite=Strict", "domain=example.org")
            .fresh(Somebody.account(), ISSUED);

    assertThat(cookie(extras).orElseThrow())
        .endsWith("; path=/; SameSite=Strict; Secure; domain=example.org");
  }

  @Test
  void aBatchSetsNoCookie() {
    Extras extras =
        withCookie(BatchAnswers.REPEAT)
            .turned(new Outcome.Batched(GRANT, true), "shown", Somebody.account());

    assertThat(extras.credentials().has("access-token")).isTrue();
    assertThat(extras.setCookie()).isEmpty();
  }

  @Test
  void whoGoesLosesTheCookie() {
    assertThat(cookie(withCookie(BatchAnswers.REPEAT).gone()))
        .contains("auth_cookie=; path=/; samesite=lax; max-age=0");
    assertThat(cookie(encode(BatchAnswers.REPEAT, false).gone())).isEmpty();
  }
}
