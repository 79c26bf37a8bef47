package dev.rekey.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.password.PasswordHash;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountTest {

  private static final Instant THEN = Instant.parse("2026-11-20T08:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00.123456Z");

  @Test
  void theOwnersWordsAreTheNamesTheLocalPartAndTheProfile() {
    Account account =
        account(
            Logins.of(Optional.of("lettie.g@example.com"), Optional.of("lettie")),
            new Profile(Map.of("last_name", "Gleason", "company", " ")));

    assertThat(account.ownWords())
        .containsExactlyInAnyOrder("lettie.g@example.com", "lettie", "lettie.g", "Gleason");
  }

  @Test
  void anAddressWithoutALocalPartGivesNoWord() {
    Account account =
        account(Logins.of(Optional.of("@example.com"), Optional.empty()), Profile.empty());

    assertThat(account.ownWords()).containsExactly("@example.com");
  }

  @Test
  void aChangeGrowsTheVersionAndIsStampedToTheMillisecondAsTheStoreDoes() {
    Account account = account(Logins.of(Optional.empty(), Optional.of("lettie")), Profile.empty());
    Instant stored = Instant.parse("2026-11-20T09:00:00.123Z");

    Account touched = account.withPassword(PasswordHash.of("plain:next"), NOW);

    assertThat(touched.credential().version()).isEqualTo(2);
    assertThat(touched.credential().changedAt()).contains(stored);
    assertThat(touched.updatedAt()).isEqualTo(stored);
    assertThat(touched.createdAt()).isEqualTo(THEN);
  }

  private static Account account(Logins logins, Profile profile) {
    return new Account(
        new AccountId(1),
        Realm.MAIN,
        new WireIds(1, "0".repeat(24), "0".repeat(32)),
        logins,
        new Role("operator"),
        profile,
        new Credential(Optional.empty(), 1, true, Optional.empty()),
        Set.of(),
        Confirmation.none(),
        false,
        Moments.ofBirth(THEN));
  }
}
