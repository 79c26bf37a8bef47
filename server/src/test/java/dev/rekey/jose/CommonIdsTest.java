package dev.rekey.jose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.token.Issued;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tokens of which all that an account has bear one id. */
class CommonIdsTest {

  private static final HmacSecret SECRET =
      HmacSecret.ofText("lab-secret-lab-secret-lab-secret-lab");
  private static final Instant NOW = Instant.ofEpochSecond(1_795_208_633);

  private final Account anna = Somebody.numbered(9);
  private final HmacTokens tokens = tokens("ids-ids-ids-ids-ids-ids-ids-ids-");

  @Test
  void allTokensOfAnAccountBearOneId() {
    Issued one = issue(anna, NOW);
    Issued other = issue(anna, NOW.plusSeconds(60));

    assertThat(one.grant().ref()).isEqualTo(other.grant().ref());
    assertThat(one.token()).isNotEqualTo(other.token());
  }

  @Test
  void theIdIsAUuidAndStandsFirst() {
    Issued issued = issue(anna, NOW);
    String payload = Forge.decode(issued.token().split("\\.")[1]);

    assertThat(issued.grant().ref().key())
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    assertThat(payload)
        .isEqualTo(
            "{\"jti\":\"%s\",\"sub\":\"9\",\"scp\":\"user\",\"aud\":null,\"iat\":1795208633,\"exp\":1797800633}"
                .formatted(issued.grant().ref().key()));
  }

  @Test
  void anEndingOfAllSessionsBringsAnother() {
    Account later = anna.withSessionsEnded(NOW);

    assertThat(key(later)).isNotEqualTo(key(anna));
    assertThat(key(later.withSessionsEnded(NOW.plusMillis(1)))).isNotEqualTo(key(later));
    assertThat(key(later.withSessionsEnded(NOW))).isEqualTo(key(later));
  }

  @Test
  void aFormerIdIsNone() {
    Account later = anna.withSessionsEnded(NOW);

    assertThat(tokens.fits(anna, key(anna))).isTrue();
    assertThat(tokens.fits(later, key(anna))).isFalse();
    assertThat(tokens.fits(later, key(later))).isTrue();
  }

  @Test
  void followsFromASecret() {
    HmacTokens others = tokens("IDS-IDS-IDS-IDS-IDS-IDS-IDS-IDS-");

    assertThat(others.issue(anna, Somebody.VISIT, NOW).grant().ref().key()).isNotEqualTo(key(anna));
  }

  @Test
  void whereEachHasItsOwnEveryIdFits() {
    HmacTokens own = new HmacTokens(HmacSettings.of(SECRET), Dice.rolling());

    assertThat(own.fits(anna, "whatever")).isTrue();
  }

  private String key(Account account) {
    return issue(account, NOW).grant().ref().key();
  }

  private Issued issue(Account account, Instant now) {
    return tokens.issue(account, Somebody.VISIT, now);
  }

  private static HmacTokens tokens(String ids) {
    return new HmacTokens(
        new HmacSettings(
            SECRET,
            List.of(),
            "user",
            Optional.empty(),
            Duration.ofDays(30),
            Optional.of(HmacSecret.ofText(ids))),
        Dice.rolling());
  }
}
