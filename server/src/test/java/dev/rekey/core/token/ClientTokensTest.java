package dev.rekey.core.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Confirmation;
import dev.rekey.core.account.Credential;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Moments;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.account.WireIds;
import dev.rekey.core.visit.Origin;
import dev.rekey.core.visit.Visit;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClientTokensTest {

  private static final Instant NOW = Instant.parse("2026-11-20T20:55:26.524Z");
  private static final Instant IN_TWO_WEEKS = Instant.parse("2026-12-04T20:55:26Z");
  private static final String TOKEN = "[A-Za-z0-9_-]{22}";

  private static final Account ACCOUNT =
      new Account(
          new AccountId(42),
          Realm.MAIN,
          new WireIds(1, "0".repeat(24), "0".repeat(32)),
          Logins.of(Optional.of("jo@example.com"), Optional.empty()),
          new Role("user"),
          Profile.empty(),
          new Credential(Optional.empty(), 1, true, Optional.empty()),
          Set.of(),
          Confirmation.none(),
          false,
          Moments.ofBirth(NOW));

  private static final Visit VISIT =
      new Visit(Realm.MAIN, "tokenauth", new Origin("192.0.2.7", "curl/8.14"), Optional.empty());

  private final ClientTokens tokens =
      new ClientTokens(new Mint(new SecureRandom()), ClientTokens.LIFESPAN);

  @Test
  void aNewClientGetsAnIdAndATokenOfItsOwn() {
    Issued issued = tokens.issue(ACCOUNT, VISIT, NOW);

    Grant grant = issued.grant();
    assertThat(grant.ref().account()).isEqualTo(new AccountId(42));
    assertThat(grant.ref().kind()).isEqualTo(Grant.Kind.CLIENT);
    assertThat(grant.ref().key()).matches(TOKEN).isNotEqualTo(issued.token());
    assertThat(issued.token()).matches(TOKEN);
    assertThat(grant.wire()).isEqualTo("tokenauth");
    assertThat(grant.agent()).isEqualTo("curl/8.14");
    assertThat(grant.address()).isEqualTo("192.0.2.7");
  }

  @Test
  void theStoreSeesOnlyTheTokensDigestAndThatItWasGivenNow() {
    Issued issued = tokens.issue(ACCOUNT, VISIT, NOW);

    assertThat(issued.grant().trail())
        .contains(Grant.Trail.begin(TokenDigest.of(issued.token()), NOW));
    assertThat(issued.toString()).doesNotContain(issued.token());
    assertThat(issued.grant().toString()).doesNotContain(issued.token());
  }

  @Test
  void lastsTwoWeeksInWholeSeconds() {
    assertThat(tokens.issue(ACCOUNT, VISIT, NOW).grant().expiresAt()).isEqualTo(IN_TWO_WEEKS);
  }

  @Test
  void aRenewedClientKeepsItsIdAndItsFormerTokenIsDead() {
    Issued former = tokens.issue(ACCOUNT, VISIT, NOW);

    Issued renewed = tokens.renew(former.grant(), ACCOUNT, VISIT, NOW.plusSeconds(60));

    assertThat(renewed.grant().ref()).isEqualTo(former.grant().ref());
    assertThat(renewed.token()).matches(TOKEN).isNotEqualTo(former.token());
    assertThat(renewed.grant().trail())
        .contains(Grant.Trail.begin(TokenDigest.of(renewed.token()), NOW.plusSeconds(60)));
    assertThat(renewed.grant().expiresAt()).isEqualTo(IN_TWO_WEEKS.plusSeconds(60));
  }

  @Test
  void renewingNeverShortensTheSession() {
    ClientTokens longer = new ClientTokens(new Mint(new SecureRandom()), Duration.ofDays(90));
    Issued former = longer.issue(ACCOUNT, VISIT, NOW);

    Issued renewed = tokens.renew(former.grant(), ACCOUNT, VISIT, NOW.plusSeconds(60));

    assertThat(renewed.grant().expiresAt()).isEqualTo(former.grant().expiresAt());
  }

  @Test
  void aTokenLivesASecondAtLeast() {
    assertThatThrownBy(() -> new ClientTokens(new Mint(new SecureRandom()), Duration.ofMillis(999)))
        .hasMessage("a token lives a second at least, found: PT0.999S");
  }
}
