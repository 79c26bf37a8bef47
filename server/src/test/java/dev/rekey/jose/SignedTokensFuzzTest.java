package dev.rekey.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.rekey.core.token.SignedTokens.Reading.Rejected;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;

class SignedTokensFuzzTest {

  private static final HmacTokens HMAC =
      new HmacTokens(
          HmacSettings.of(HmacSecret.ofText("a-secret-that-no-corpus-was-signed-with")),
          Dice.rolling());

  private static final RsaTokens RSA =
      new RsaTokens(RsaSettings.of(RsaKeys.generate(new SecureRandom()), role -> role.name()));

  @FuzzTest
  void noTextIsBelievedAndNoneIsAnAccident(FuzzedDataProvider data) {
    String token = data.consumeRemainingAsString();

    assertThat(HMAC.read(token, Optional.empty(), Instant.EPOCH)).isInstanceOf(Rejected.class);
    assertThat(RSA.read(token, Optional.empty(), Instant.EPOCH)).isInstanceOf(Rejected.class);
  }
}
