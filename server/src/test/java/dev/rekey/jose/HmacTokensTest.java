package dev.rekey.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Handle;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Issued;
import dev.rekey.core.token.SignedTokens.Flaw;
import dev.rekey.core.token.SignedTokens.Reading;
import dev.rekey.core.token.SignedTokens.Reading.Genuine;
import dev.rekey.core.token.SignedTokens.Reading.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HmacTokensTest {

  /** Recorded from a real devise-jwt with this secret. */
  private static final String SECRET = "lab-secret-lab-secret-lab-secret-lab";

  private static final String RECORDED =
      "eyJhbGciOiJIUzI1NiJ9."
          + "eyJzdWIiOiIxIiwic2NwIjoidXNlciIsImF1ZCI6bnVsbCwiaWF0IjoxNzk1MjA4NjMzLCJleHAi"
          + "OjE3OTUyMTIyMzMsImp0aSI6ImNlNzg4NGQ1LTllNWMtNDA5ZS05YTgxLWE2NDQxYjJhYmFiOCJ9"
          + ".Hby1o09k9AQldOyHPU6kCcAd-L558vBuT14n2dJQFww";

  private static final String HEADER = "{\"alg\":\"HS256\"}";
  private static final Instant NOW = Instant.ofEpochSecond(1_795_208_633);
  private static final Optional<String> NOBODY = Optional.empty();

  private final HmacTokens tokens =
      new HmacTokens(HmacSettings.of(HmacSecret.ofText(SECRET)), Dice.rolling());

  @Test
  void writesTheRecordedTokenToTheByte() {
    HmacSettings anHour =
        new HmacSettings(
            HmacSecret.ofText(SECRET),
            List.of(),
            "user",
            Optional.empty(),
            Duration.ofSeconds(3_600),
            Optional.empty());
    HmacTokens fixed = new HmacTokens(anHour, Dice.showing("ce7884d5-9e5c-409e-9a81-a6441b2abab8"));

    Issued issued = fixed.issue(Somebody.numbered(1), Somebody.VISIT, NOW.plusMillis(987));

    assertThat(issued.token()).isEqualTo(RECORDED);
  }

  @Test
  void aTokenThatWasOpenedBeforeIsJudgedAnewEachTime() {
    Instant end = NOW.plusSeconds(3_600);
    Reading first = tokens.read(RECORDED, NOBODY, NOW);

    assertThat(tokens.read(RECORDED, NOBODY, NOW)).isEqualTo(first);
    assertThat(tokens.read(RECORDED, NOBODY, end)).isEqualTo(new Rejected(Flaw.EXPIRED));
    assertThat(tokens.read(RECORDED, Optional.of("app"), NOW))
        .isEqualTo(new Rejected(Flaw.AUDIENCE));
    assertThat(tokens.read(RECORDED.replace(".Hby1", ".Hby2"), NOBODY, NOW))
        .isEqualTo(new Rejected(Flaw.SIGNATURE));
    assertThat(tokens.read(RECORDED, NOBODY, NOW)).isEqualTo(first);
  }

  @Test
  void readsTheRecordedToken() {
    assertThat(tokens.read(RECORDED, NOBODY, NOW))
        .isEqualTo(
            new Genuine(
                new Handle.Number(1),
                Grant.Kind.JWT,
                "ce7884d5-9e5c-409e-9a81-a6441b2abab8",
                NOW,
                NOW.plusSeconds(3_600)));
  }

  @ParameterizedTest
  @CsvSource({
    "1932, 1763626415, 8e066fed-08b9-413e-82ab-08f12e56911e,"
        + " eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxOTMyIiwic2NwIjoidXNlciIsImF1ZCI6bnVsbCwiaWF0"
        + "IjoxNzYzNjI2NDE1LCJleHAiOjE3NjYyMTg0MTUsImp0aSI6IjhlMDY2ZmVkLTA4YjktNDEzZS04Mm"
        + "FiLTA4ZjEyZTU2OTExZSJ9.",
    "1872, 1748516540, f4ddfe31-967c-42a6-a437-2fc2fc44e324,"
        + " eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxODcyIiwic2NwIjoidXNlciIsImF1ZCI6bnVsbCwiaWF0"
        + "IjoxNzQ4NTE2NTQwLCJleHAiOjE3NTExMDg1NDAsImp0aSI6ImY0ZGRmZTMxLTk2N2MtNDJhNi1hND"
        + "M3LTJmYzJmYzQ0ZTMyNCJ9."
  })
  void saysWhatTheDocumentedTokensSay(long number, long second, String id, String signed) {
    HmacTokens fixed = new HmacTokens(HmacSettings.of(HmacSecret.ofText(SECRET)), Dice.showing(id));

    Issued issued =
        fixed.issue(Somebody.numbered(number), Somebody.VISIT, Instant.ofEpochSecond(second));

    assertThat(issued.token()).startsWith(signed);
  }

  @Test
  void theGrantIsFoundByTheTokensId() {
    Issued issued = tokens.issue(Somebody.numbered(9), Somebody.VISIT, NOW.plusMillis(5));

    Grant grant = issued.grant();
    assertThat(tokens.read(issued.token(), NOBODY, NOW))
        .isEqualTo(
            new Genuine(
                new Handle.Number(9),
                Grant.Kind.JWT,
                grant.ref().key(),
                grant.issuedAt(),
                grant.expiresAt()));
    assertThat(grant)
        .isEqualTo(
            new Grant(
                new Grant.Ref(new AccountId(42), Grant.Kind.JWT, grant.ref().key()),
                "ocariot",
                Optional.empty(),
                NOW,
                NOW.plus(Duration.ofDays(30)),
                "curl/8.14",
                "192.0.2.7"));
  }

  @Test
  void noTwoTokensAreAlike() {
    assertThat(tokens.issue(Somebody.numbered(9), Somebody.VISIT, NOW).token())
        .isNotEqualTo(tokens.issue(Somebody.numbered(9), Somebody.VISIT, NOW).token());
  }

  @Test
  void isGoodUntilTheVerySecondOfItsEnd() {
    Issued issued = tokens.issue(Somebody.numbered(9), Somebody.VISIT, NOW);
    Instant end = issued.grant().expiresAt();

    assertThat(tokens.read(issued.token(), NOBODY, end.minusMillis(1))).isInstanceOf(Genuine.class);
    assertThat(tokens.read(issued.token(), NOBODY, end)).isEqualTo(new Rejected(Flaw.EXPIRED));
  }

  @Test
  void aTokenForOneAudienceIsNoneForAnother() {
    String forPhones = tokens.issue(Somebody.numbered(9), Somebody.visitFor("phone"), NOW).token();
    String forNobody = tokens.issue(Somebody.numbered(9), Somebody.VISIT, NOW).token();

    assertThat(tokens.read(forPhones, Optional.of("phone"), NOW)).isInstanceOf(Genuine.class);
    assertThat(tokens.read(forPhones, Optional.of("web"), NOW))
        .isEqualTo(new Rejected(Flaw.AUDIENCE));
    assertThat(tokens.read(forPhones, NOBODY, NOW)).isEqualTo(new Rejected(Flaw.AUDIENCE));
    assertThat(tokens.read(forNobody, Optional.of("web"), NOW))
        .isEqualTo(new Rejected(Flaw.AUDIENCE));
  }

  @Test
  void aMissingAudienceIsANullOne() {
    assertThat(read("{'sub':'1','scp':'user','exp':1795208634,'jti':'a'}"))
        .isEqualTo(
            new Genuine(
                new Handle.Number(1),
                Grant.Kind.JWT,
                "a",
                Instant.EPOCH,
                Instant.ofEpochSecond(1_795_208_634)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EXPIRED  | {'sub':'1','scp':'user','exp':1795208633,'jti':'a'}",
        "EXPIRED  | {'sub':'x','scp':'y','aud':'z','exp':-1}",
        "TIME     | {'sub':'1','scp':'user','jti':'a'}",
        "TIME     | {'sub':'1','scp':'user','exp':'1795208634','jti':'a'}",
        "TIME     | {'sub':'1','scp':'user','exp':1795208634,'nbf':1795208634,'jti':'a'}",
        "NO_ID    | {'sub':'1','scp':'y','exp':1795208634}",
        "NO_ID    | {'sub':'1','scp':'user','exp':1795208634,'jti':''}",
        "NO_ID    | {'sub':'1','scp':'user','exp':1795208634,'jti':7}",
        "SCOPE    | {'sub':'1','scp':'admin','aud':'z','exp':1795208634,'jti':'a'}",
        "SCOPE    | {'sub':'1','exp':1795208634,'jti':'a'}",
        "AUDIENCE | {'sub':'x','scp':'user','aud':'web','exp':1795208634,'jti':'a'}",
        "AUDIENCE | {'sub':'1','scp':'user','aud':['web'],'exp':1795208634,'jti':'a'}",
        "NO_ID    | {'scp':'user','exp':1795208634,'jti':'a'}",
        "NO_ID    | {'sub':'lettie','scp':'user','exp':1795208634,'jti':'a'}",
        "NO_ID    | {'sub':'0','scp':'user','exp':1795208634,'jti':'a'}",
        "NO_ID    | {'sub':'-1','scp':'user','exp':1795208634,'jti':'a'}",
        "NO_ID    | {'sub':'99999999999999999999','scp':'user','exp':1795208634,'jti':'a'}",
        "ENCODING | [1]",
        "ENCODING | nonsense"
      })
  void namesTheFirstFlaw(Flaw flaw, String payload) {
    assertThat(read(payload)).isEqualTo(new Rejected(flaw));
  }

  @Test
  void aTimeBeyondAllTimeIsNoAccident() {
    assertThat(read("{'sub':'1','scp':'user','exp':1e300,'jti':'a'}")).isInstanceOf(Genuine.class);
    assertThat(read("{'sub':'1','scp':'user','exp':-1e300,'jti':'a'}"))
        .isEqualTo(new Rejected(Flaw.EXPIRED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a.b", "a.b.c.d", "....", "eyJhbGciOiJIUzI1NiJ9.e30."})
  void wantsThreeSegments(String token) {
    assertThat(tokens.read(token, NOBODY, NOW)).isEqualTo(new Rejected(Flaw.SEGMENTS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.b.c", "!.!.!", "é.é.é", "bnVsbA.e30.c2ln", "WzFd.e30.c2ln"})
  void wantsSegmentsThatDecode(String token) {
    assertThat(tokens.read(token, NOBODY, NOW)).isEqualTo(new Rejected(Flaw.ENCODING));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'alg':'none'}",
        "{'alg':'None'}",
        "{'alg':'HS512'}",
        "{'alg':'RS256'}",
        "{'alg':7}",
        "{}",
        "{'alg':'HS256','crit':['exp'],'exp':1}"
      })
  void signsAndBelievesOneAlgorithm(String header) {
    String token = Forge.hs256(SECRET, json(header), goodPayload());

    assertThat(tokens.read(token, NOBODY, NOW)).isEqualTo(new Rejected(Flaw.ALGORITHM));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "."})
  void noneIsRefusedWithoutItsSignatureToo(String end) {
    String token = Forge.encode("{\"alg\":\"none\"}") + '.' + Forge.encode(goodPayload()) + end;

    assertThat(tokens.read(token, NOBODY, NOW)).isEqualTo(new Rejected(Flaw.ALGORITHM));
  }

  @Test
  void believesNoOtherSecret() {
    String token = Forge.hs256("x" + SECRET, HEADER, goodPayload());

    assertThat(tokens.read(token, NOBODY, NOW)).isEqualTo(new Rejected(Flaw.SIGNATURE));
  }

  @Test
  void everySpellingOfASignatureButOneIsRefused() {
    // The last character carries two bits that nothing needs.
    String token = Forge.hs256(SECRET, HEADER, goodPayload());
    char last = token.charAt(token.length() - 1);
    String other = token.substring(0, token.length() - 1) + (char) (last + 1);

    assertThat(tokens.read(token, NOBODY, NOW)).isInstanceOf(Genuine.class);
    assertThat(tokens.read(other, NOBODY, NOW)).isEqualTo(new Rejected(Flaw.SIGNATURE));
    assertThat(tokens.read(token + '=', NOBODY, NOW)).isEqualTo(new Rejected(Flaw.SIGNATURE));
  }

  @Test
  void formerSecretsAreBelievedUntilTheyAreForgotten() {
    String old = "former-secret-former-secret-former-secret";
    HmacTokens rotated =
        new HmacTokens(
            new HmacSettings(
                HmacSecret.ofText(SECRET),
                List.of(HmacSecret.ofText(old)),
                "user",
                Optional.empty(),
                Duration.ofDays(30),
                Optional.empty()),
            Dice.rolling());
    String before = Forge.hs256(old, HEADER, goodPayload());

    assertThat(rotated.read(before, NOBODY, NOW)).isInstanceOf(Genuine.class);
    assertThat(tokens.read(before, NOBODY, NOW)).isEqualTo(new Rejected(Flaw.SIGNATURE));
    String after = rotated.issue(Somebody.numbered(1), Somebody.VISIT, NOW).token();
    assertThat(tokens.read(after, NOBODY, NOW)).isInstanceOf(Genuine.class);
  }

  @Test
  void aConfiguredIssuerStandsFirstAndIsAskedForFirst() {
    HmacTokens named =
        new HmacTokens(
            new HmacSettings(
                HmacSecret.ofText(SECRET),
                List.of(),
                "user",
                Optional.of("rekey.example"),
                Duration.ofDays(30),
                Optional.empty()),
            Dice.rolling());
    String own = named.issue(Somebody.numbered(1), Somebody.VISIT, NOW).token();

    assertThat(Forge.decode(own.split("\\.")[1])).startsWith("{\"iss\":\"rekey.example\",\"sub\":");
    assertThat(named.read(own, NOBODY, NOW)).isInstanceOf(Genuine.class);
    assertThat(named.read(Forge.hs256(SECRET, HEADER, json("{'exp':1}")), NOBODY, NOW))
        .isEqualTo(new Rejected(Flaw.ISSUER));
  }

  @Test
  void aSecretUnder256BitsStopsTheStart() {
    assertThatThrownBy(() -> HmacSecret.ofText("only-thirty-one-bytes-are-here."))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a signing secret has at least 32 bytes (256 bits), found 31");
    assertThat(HmacSecret.of(new byte[32])).hasToString("HmacSecret[hidden]");
  }

  @Test
  void settingsShowNoSecret() {
    assertThat(HmacSettings.of(HmacSecret.ofText(SECRET)).toString()).doesNotContain("lab");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT1.5S"})
  void lifetimesAreWholeSeconds(Duration lifetime) {
    assertThatThrownBy(() ->
            new HmacSettings(
                HmacSecret.ofText(SECRET),
                List.of(),
                "user",
                Optional.empty(),
                lifetime,
                Optional.empty()))
        .hasMessageContaining("whole seconds");
  }

  private Reading read(String payload) {
    return tokens.read(Forge.hs256(SECRET, HEADER, json(payload)), NOBODY, NOW);
  }

  private static String goodPayload() {
    return json("{'sub':'1','scp':'user','aud':null,'exp':1795208634,'jti':'a'}");
  }

  private static String json(String withSingleQuotes) {
    return withSingleQuotes.replace('\'', '"');
  }
}
