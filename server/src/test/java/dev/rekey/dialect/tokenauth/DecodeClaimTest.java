package dev.rekey.dialect.tokenauth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.proof.Claim;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.BatchAnswers;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Cookie;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Names;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Tokens;
import dev.rekey.http.Fields;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecodeClaimTest {

  private static final Fields NONE = Fields.none();

  private static final Fields SHOWN =
      NONE.with("access-token", "t").with("client", "c").with("uid", "u");

  @Test
  void comeFromTheHeader() {
    assertThat(claim(SHOWN, "{}")).isEqualTo(new Claim.ClientToken("u", "c", "t"));
    assertThat(claim(SHOWN.with("token-type", "MAC").with("expiry", "0"), "{}"))
        .isEqualTo(new Claim.ClientToken("u", "c", "t"));
  }

  @Test
  void comeFromParameters() {
    assertThat(claim(NONE, "{\"access-token\":\"t\",\"client\":\"c\",\"uid\":\"u\"}"))
        .isEqualTo(new Claim.ClientToken("u", "c", "t"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer ", "Token ", "", "Bearer  x ", "Bearer\t "})
  void comeFromTheLastWordOfTheAuthorizationWhateverItsScheme(String scheme) {
    String json = "{\"access-token\":\"t\",\"client\":\"c\",\"uid\":\"ü\",\"expiry\":\"1\"}";
    assertThat(claim(NONE.with("authorization", scheme + base64(json)), "{}"))
        .isEqualTo(new Claim.ClientToken("ü", "c", "t"));
  }

  @Test
  void areLookedForOneByOne() {
    String bearer = base64("{\"access-token\":\"bt\",\"client\":\"bc\",\"uid\":\"bu\"}");
    Fields headers = NONE.with("uid", "hu").with("authorization", "Bearer " + bearer);

    assertThat(claim(headers, "{\"client\":\"pc\",\"uid\":\"pu\"}"))
        .isEqualTo(new Claim.ClientToken("hu", "pc", "bt"));
  }

  @Test
  void passOverEmptyHeadersAndWhatIsNoText() {
    String bearer = base64("{\"access-token\":\"t\",\"client\":7,\"uid\":\"u\"}");
    Fields headers = NONE.with("access-token", "").with("authorization", "Bearer " + bearer);

    assertThat(claim(headers, "{\"access-token\":[\"x\"],\"uid\":{}}"))
        .isEqualTo(new Claim.ClientToken("u", "default", "t"));
  }

  @Test
  void callAClientDefaultThatDoesNotSayItsName() {
    assertThat(claim(NONE.with("access-token", "t").with("uid", "u"), "{}"))
        .isEqualTo(new Claim.ClientToken("u", "default", "t"));
  }

  @Test
  void areNoneWithoutAToken() {
    assertThat(claim(NONE.with("uid", "u").with("client", "c"), "{}"))
        .isEqualTo(new Claim.Nothing());
    assertThat(claim(NONE, "{\"uid\":\"u\",\"client\":\"c\",\"access-token\":\" \"}"))
        .isEqualTo(new Claim.Nothing());
  }

  @Test
  void areNoneWithoutAUid() {
    assertThat(claim(NONE.with("access-token", "t").with("client", "c"), "{}"))
        .isEqualTo(new Claim.Nothing());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Bearer",
        "Bearer !!!",
        "Bearer W10=", // []
        "Bearer bnVsbA==", // null
        "Bearer e30=e30=",
        "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.",
        "Bearer żółć",
        "Basic dGVzdEB0ZXN0LmNvbTpmaXJzdA=="
      })
  void areNoneWhereTheAuthorizationHoldsNoJsonObject(String authorization) {
    assertThat(claim(NONE.with("authorization", authorization), "{}"))
        .isEqualTo(new Claim.Nothing());
  }

  @Test
  void areNotDisturbedByWhatTheAuthorizationHoldsBesides() {
    assertThat(claim(SHOWN.with("authorization", "Bearer !!!"), "{}"))
        .isEqualTo(new Claim.ClientToken("u", "c", "t"));
  }

  @Test
  void ofAClientThatIsCalledSoShowATicket() {
    assertThat(
            claim(
                NONE.with("access-token", "t").with("client", "reset_password").with("uid", "u"),
                "{}"))
        .isEqualTo(new Claim.ResetTicket("u", "t"));
  }

  @Test
  void comeFromTheCookieWhereThereIsOneBeforeTheAuthorization() {
    String json = "{\"access-token\":\"ct\",\"client\":\"cc\",\"uid\":\"c@ü\",\"expiry\":\"1\"}";
    String bearer = base64("{\"access-token\":\"bt\",\"client\":\"bc\",\"uid\":\"bu\"}");
    Fields headers =
        NONE.with("cookie", "a=b; auth_cookie=" + URLEncoder.encode(json, UTF_8) + "; c=d")
            .with("authorization", "Bearer " + bearer);

    assertThat(claim(withCookie(), headers, "{\"client\":\"pc\"}"))
        .isEqualTo(new Claim.ClientToken("c@ü", "pc", "ct"));
    assertThat(claim(headers, "{}")).isEqualTo(new Claim.ClientToken("bu", "bc", "bt"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%", "%7B", "[]", "null", "\"x\"", "%ff", "{\"access-token\":1}"})
  void areNoneWhereTheCookieHoldsNoJsonObject(String value) {
    assertThat(claim(withCookie(), NONE.with("cookie", "auth_cookie=" + value), "{}"))
        .isEqualTo(new Claim.Nothing());
  }

  @Test
  void areLookedForUnderOtherNamesWhereTheMountHasThem() {
    Names names = new Names("x-token", "x-type", "x-client", "x-expiry", "x-uid", "x-auth");
    Tokens tokens = new Tokens(names, false, BatchAnswers.REPEAT, Optional.empty());
    String bearer = base64("{\"x-token\":\"t\",\"uid\":\"no\"}");
    Fields headers =
        NONE.with("X-Auth", "Bearer " + bearer).with("X-Client", "c").with("uid", "no");

    assertThat(claim(tokens, headers, "{\"x-uid\":\"u\"}"))
        .isEqualTo(new Claim.ClientToken("u", "c", "t"));
  }

  private static Tokens withCookie() {
    Cookie cookie = new Cookie("auth_cookie", List.of());
    return new Tokens(Names.standard(), false, BatchAnswers.REPEAT, Optional.of(cookie));
  }

  private static Claim claim(Fields headers, String parameters) {
    return claim(Tokens.standard(), headers, parameters);
  }

  private static Claim claim(Tokens tokens, Fields headers, String parameters) {
    return new DecodeClaim(tokens)
        .claim(
            Scene.request("PUT", Scene.PASSWORD, NONE, headers, new byte[0]),
            Scene.node(parameters.getBytes(UTF_8)));
  }

  private static String base64(String json) {
    return Base64.getEncoder().encodeToString(json.getBytes(UTF_8));
  }
}
