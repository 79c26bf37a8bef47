package dev.rekey.core.account;

import dev.rekey.core.password.PasswordHash;
import java.util.Optional;

/**
 * An account that is to be made.
 *
 * @param confirmed whether the address counts as its owner's without a letter
 * @param number the number to give it; the next free one of the realm when empty
 * @param hex24 the 24 hex digits to give it, when an import or a caller must keep them
 * @param hex32 the 32 hex digits to give it, likewise
 */
public record NewAccount(
    Realm realm,
    Logins logins,
    Role role,
    Profile profile,
    Optional<PasswordHash> hash,
    boolean passwordLogin,
    boolean confirmed,
    Optional<Long> number,
    Optional<String> hex24,
    Optional<String> hex32) {

  /** An account that a steward makes: the address needs no confirmation. */
  public NewAccount(
      Realm realm,
      Logins logins,
      Role role,
      Profile profile,
      Optional<PasswordHash> hash,
      boolean passwordLogin,
      Optional<Long> number,
      Optional<String> hex24,
      Optional<String> hex32) {
    this(realm, logins, role, profile, hash, passwordLogin, true, number, hex24, hex32);
  }
}
