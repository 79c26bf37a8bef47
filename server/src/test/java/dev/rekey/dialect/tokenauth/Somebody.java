package dev.rekey.dialect.tokenauth;

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
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Issued;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.http.Fields;
import dev.rekey.http.Request;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An account with the document's own credentials, for tests of what is said about it. */
final class Somebody {

  static final Request REQUEST = Scene.request("PUT", Scene.PASSWORD, Fields.none(), new byte[0]);

  static final Grant GRANT =
      new Grant(
          new Grant.Ref(new AccountId(7), Grant.Kind.CLIENT, "V7EN7LSRYAbpE_-c5PvRSw"),
          "tokenauth",
          Optional.of(Grant.Trail.begin(TokenDigest.of("bgINB4atOxd8SMNvtOTDxg"), Instant.EPOCH)),
          Instant.EPOCH,
          Instant.ofEpochSecond(1_450_988_710),
          "",
          "");

  static final Issued ISSUED = new Issued(GRANT, "bgINB4atOxd8SMNvtOTDxg");

  private Somebody() {}

  static Account account() {
    return account(Map.of());
  }

  static Account account(Map<String, String> profile) {
    return new Account(
        new AccountId(7),
        Realm.MAIN,
        new WireIds(42, "0".repeat(24), "0".repeat(32)),
        Logins.of(Optional.of("test@test.com"), Optional.of("test")),
        new Role("user"),
        new Profile(profile),
        new Credential(Optional.empty(), 1, true, Optional.empty()),
        Set.of(),
        Confirmation.none(),
        false,
        Moments.ofBirth(Scene.MORNING));
  }
}
