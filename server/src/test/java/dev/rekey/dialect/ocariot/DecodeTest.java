package dev.rekey.dialect.ocariot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Realm;
import dev.rekey.core.proof.Claim;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.visit.Origin;
import dev.rekey.core.visit.Visit;
import dev.rekey.dialect.Reading;
import dev.rekey.http.Fields;
import dev.rekey.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecodeTest {

  private static final Visit VISIT =
      new Visit(Realm.MAIN, "ocariot", new Origin("127.0.0.1", ""), Optional.empty());

  @ParameterizedTest
  @ValueSource(
      strings = {"Bearer a.b-c_d", "bearer a.b-c_d", "BEARER  \t a.b-c_d", " Bearer a.b-c_d "})
  void aTokenFollowsItsSchemeInAnyCaseAndAfterAnyBlanks(String authorization) {
    assertThat(claim(authorization)).isEqualTo(new Claim.SignedToken("a.b-c_d"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Bearer", "Bearer  ", "Basic YTpi", "a.b.c", "Bearera.b.c", "JWT a.b.c"})
  void anotherSchemeOrNoTokenIsNoClaim(String authorization) {
    assertThat(claim(authorization)).isEqualTo(new Claim.Nothing());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer a.b c", "Bearer a.b,c", "Bearer \u00e9", "Bearer ={}"})
  void whatNoTokenLooksLikeIsGarbled(String authorization) {
    assertThat(claim(authorization)).isEqualTo(new Claim.Garbled());
  }

  @Test
  void noHeaderIsNoClaim() {
    assertThat(Decode.claim(request(Fields.none(), ""))).isEqualTo(new Claim.Nothing());
  }

  @Test
  void ofTwoTokensNeitherIsChosen() {
    Fields two = Fields.none().with("authorization", "Bearer a").with("Authorization", "Bearer a");
    assertThat(Decode.claim(request(two, ""))).isEqualTo(new Claim.Garbled());
  }

  @Test
  void aUsernameIsTakenAsItIs() {
    assertThat(signIn("application/json", "{\"username\":\" Edu \",\"password\":\"p\"}"))
        .isInstanceOfSatisfying(
            Reading.Read.class,
            read -> assertThat(((SignIn.Command) read.command()).name()).isEqualTo(" Edu "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "12",
        "null",
        "\"x\"",
        "[]",
        "",
        "{}",
        "{\"username\":\"a\",\"username\":\"b\"}"
      })
  void atASignInTheGatewayHandsOnNothingOfWhatItCannotRead(String body) {
    assertThat(signIn("application/json", body))
        .isEqualTo(new Reading.Misread<>(new Mistake.Missing(List.of("username", "password"))));
  }

  @Test
  void atASignInAFormIsNotRead() {
    assertThat(signIn("application/x-www-form-urlencoded", "username=a&password=b"))
        .isEqualTo(new Reading.Misread<>(new Mistake.Missing(List.of("username", "password"))));
  }

  @Test
  void anInvalidFieldIsToldBeforeAnAbsentOne() {
    assertThat(signIn("application/json", "{\"password\":\"\"}"))
        .isEqualTo(new Reading.Misread<>(new Mistake.Empty("password")));
  }

  @Test
  void theUsernameIsToldBeforeThePassword() {
    assertThat(signIn("application/json", "{\"password\":\"\",\"username\":null}"))
        .isEqualTo(new Reading.Misread<>(new Mistake.NotText("username")));
  }

  @Test
  void aByteOrderMarkIsNoMistake() {
    assertThat(signIn("application/json", "\uFEFF{\"username\":\"a\"}"))
        .isEqualTo(new Reading.Misread<>(new Mistake.Missing(List.of("password"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/json; charset=iso-8859-1", "application/json;charset=\"utf-16\""})
  void onlyUtf8IsRead(String type) {
    assertThat(signIn(type, "{}")).isEqualTo(new Reading.Misread<>(new Mistake.ForeignCharset()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/json; charset=UTF-8", "APPLICATION/JSON", "application/json;"})
  void theContentTypeMayBeSpeltInMoreThanOneWay(String type) {
    assertThat(signIn(type, "{\"username\":1}"))
        .isEqualTo(new Reading.Misread<>(new Mistake.NotText("username")));
  }

  private static Reading<SignIn.Command, Mistake> signIn(String type, String body) {
    return Decode.signIn(request(Fields.none().with("Content-Type", type), body), VISIT);
  }

  private static Claim claim(String authorization) {
    return Decode.claim(request(Fields.none().with("Authorization", authorization), ""));
  }

  private static Request request(Fields headers, String body) {
    return Gateway.request("POST", "/v1/auth", headers, body.getBytes(StandardCharsets.UTF_8));
  }
}
