package dev.rekey.jose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Handle;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Issued;
import dev.rekey.core.token.SignedTokens.Flaw;
import dev.rekey.core.token.SignedTokens.Reading;
import dev.rekey.core.token.SignedTokens.Reading.Genuine;
import dev.rekey.core.token.SignedTokens.Reading.Rejected;
import dev.rekey.core.token.TokenDigest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RsaTokensTest {

  private static final KeyPair KEYS = RsaKeys.generate(new SecureRandom());
  private static final Instant NOW = Instant.ofEpochSecond(1_795_208_633);
  private static final String HEADER = "{\"alg\":\"RS256\",\"typ\":\"JWT\"}";
  private static final Optional<String> NOBODY = Optional.empty();

  private final RsaTokens tokens =
      new RsaTokens(RsaSettings.of(KEYS, role -> role.name() + ":read users:delete"));

  @Test
  void writesTheClaimsOfTheOriginalInItsOrder() {
    String token =
        tokens.issue(Somebody.withRole("admin", 1), Somebody.VISIT, NOW.plusMillis(999)).token();

    String[] segments = token.split("\\.");
    assertThat(Forge.decode(segments[0])).isEqualTo(HEADER);
    assertThat(Forge.decode(segments[1]))
        .isEqualTo(
            "{\"sub\":\"5f0f3b1c2d4e5f6071829304\",\"sub_type\":\"admin\",\"iss\":\"ocariot\","
                + "\"iat\":1795208633,\"scope\":\"admin:read users:delete\",\"exp\":1795295033}");
  }

  @Test
  void theJdkFindsTheSignatureRight() throws GeneralSecurityException {
    String token = tokens.issue(Somebody.withRole("admin", 1), Somebody.VISIT, NOW).token();

    int end = token.lastIndexOf('.');
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(KEYS.getPublic());
    signature.update(token.substring(0, end).getBytes(StandardCharsets.US_ASCII));
    assertThat(signature.verify(Base64.getUrlDecoder().decode(token.substring(end + 1)))).isTrue();
  }

  @Test
  void theGrantIsFoundByTheTokensDigest() {
    Issued issued =
        tokens.issue(Somebody.withRole("educator", 2), Somebody.VISIT, NOW.plusMillis(1));

    String digest = TokenDigest.of(issued.token()).hex();
    assertThat(issued.grant())
        .isEqualTo(
            new Grant(
                new Grant.Ref(new AccountId(42), Grant.Kind.BEARER, digest),
                "ocariot",
                Optional.empty(),
                NOW,
                NOW.plus(Duration.ofDays(1)),
                "curl/8.14",
                "192.0.2.7"));
    assertThat(tokens.read(issued.token(), NOBODY, NOW))
        .isEqualTo(
            new Genuine(
                new Handle.Hex24(Somebody.HEX24),
                Grant.Kind.BEARER,
                digest,
                NOW,
                NOW.plus(Duration.ofDays(1))));
  }

  @Test
  void twoSignInsInOneSecondGiveTheSameToken() {
    assertThat(tokens.issue(Somebody.withRole("child", 4), Somebody.VISIT, NOW).token())
        .isEqualTo(
            tokens.issue(Somebody.withRole("child", 4), Somebody.VISIT, NOW.plusMillis(9)).token());
  }

  @Test
  void aTokenThatAChangeEndedNeverComesBackEvenInTheSameSecond() {
    Set<String> given = new HashSet<>();
    for (int version = 1; version <= 200; version++) {
      String token = tokens.issue(Somebody.withRole("child", version), Somebody.VISIT, NOW).token();
      assertThat(given.add(token)).as("new in version %s", version).isTrue();
      assertThat(tokens.read(token, NOBODY, NOW)).isInstanceOf(Genuine.class);
      assertThat(Forge.decode(token.split("\\.")[1]).strip()).endsWith("\"exp\":1795295033}");
    }
  }

  @Test
  void isGoodUntilTheVerySecondOfItsEnd() {
    Issued issued = tokens.issue(Somebody.withRole("child", 1), Somebody.VISIT, NOW);
    Instant end = issued.grant().expiresAt();

    assertThat(tokens.read(issued.token(), NOBODY, end.minusMillis(1))).isInstanceOf(Genuine.class);
    assertThat(tokens.read(issued.token(), NOBODY, end)).isEqualTo(new Rejected(Flaw.EXPIRED));
  }

  @Test
  void whatTheVisitWantsTokensForIsOfNoConcern() {
    String token = tokens.issue(Somebody.withRole("child", 1), Somebody.VISIT, NOW).token();

    assertThat(tokens.read(token, Optional.of("phone"), NOW)).isInstanceOf(Genuine.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TIME     | {'nbf':1795208634,'exp':1}",
        "TIME     | {'sub':'5f0f3b1c2d4e5f6071829304','iss':'ocariot'}",
        "EXPIRED  | {'exp':1795208633,'iss':'other'}",
        "ISSUER   | {'exp':1795208634,'iss':'other'}",
        "ISSUER   | {'exp':1795208634,'sub':'5f0f3b1c2d4e5f6071829304'}",
        "NO_ID    | {'exp':1795208634,'iss':'ocariot'}",
        "NO_ID    | {'exp':1795208634,'iss':'ocariot','sub':'5F0F3B1C2D4E5F6071829304'}",
        "NO_ID    | {'exp':1795208634,'iss':'ocariot','sub':'5f0f3b1c2d4e5f607182930'}",
        "NO_ID    | {'exp':1795208634,'iss':'ocariot','sub':5}",
        "ENCODING | nonsense"
      })
  void namesTheFirstFlawInTheOrderOfTheGateway(Flaw flaw, String payload) {
    assertThat(read("SHA256withRSA", HEADER, payload)).isEqualTo(new Rejected(flaw));
  }

  @ParameterizedTest
  @CsvSource({"RS512, SHA512withRSA", "RS384, SHA384withRSA", "none, SHA256withRSA"})
  void believesOneAlgorithm(String name, String algorithm) {
    assertThat(read(algorithm, "{\"alg\":\"" + name + "\"}", "{}"))
        .isEqualTo(new Rejected(Flaw.ALGORITHM));
  }

  @Test
  void thePublicKeyIsNoSharedSecret() {
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(KEYS.getPublic().getEncoded())
            + "\n-----END PUBLIC KEY-----\n";
    String token = Forge.hs256(pem, "{\"alg\":\"HS256\"}", "{}");

    assertThat(tokens.read(token, NOBODY, NOW)).isEqualTo(new Rejected(Flaw.ALGORITHM));
  }

  @Test
  void believesNoOtherKey() {
    RsaTokens other =
        new RsaTokens(RsaSettings.of(RsaKeys.generate(new SecureRandom()), role -> role.name()));
    String token = other.issue(Somebody.withRole("admin", 1), Somebody.VISIT, NOW).token();

    assertThat(tokens.read(token, NOBODY, NOW)).isEqualTo(new Rejected(Flaw.SIGNATURE));
    String unsigned = token.substring(0, token.lastIndexOf('.') + 1);
    assertThat(tokens.read(unsigned + "c2ln", NOBODY, NOW)).isEqualTo(new Rejected(Flaw.SIGNATURE));
    assertThat(tokens.read(unsigned, NOBODY, NOW)).isEqualTo(new Rejected(Flaw.SEGMENTS));
  }

  private Reading read(String algorithm, String header, String payload) {
    String token = Forge.rsa(algorithm, KEYS.getPrivate(), header, payload.replace('\'', '"'));
    return tokens.read(token, NOBODY, NOW);
  }
}
