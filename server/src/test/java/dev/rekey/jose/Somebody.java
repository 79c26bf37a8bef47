package dev.rekey.jose;

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
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Accounts and visits for the stories of this room. */
final class Somebody {

  static final String HEX24 = "5f0f3b1c2d4e5f6071829304";

  static final Visit VISIT =
      new Visit(
          Realm.MAIN, "ocariot", new Origin("192.0.2.7", "curl/8.14"), Optional.<String>empty());

  private Somebody() {}

  static Account numbered(long number) {
    return account(number, "operator", 1);
  }

  static Account withRole(String role, long version) {
    return account(7, role, version);
  }

  static Visit visitFor(String audience) {
    return new Visit(VISIT.realm(), VISIT.wire(), VISIT.origin(), Optional.of(audience));
  }

  private static Account account(long number, String role, long version) {
    return new Account(
        new AccountId(42),
        Realm.MAIN,
        new WireIds(number, HEX24, "0123456789abcdef0123456789abcdef"),
        Logins.of(Optional.of("lettie@example.com"), Optional.empty()),
        new Role(role),
        Profile.empty(),
        new Credential(Optional.empty(), version, true, Optional.empty()),
        Set.of(),
        Confirmation.none(),
        false,
        Moments.ofBirth(Instant.EPOCH));
  }
}
