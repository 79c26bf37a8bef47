package dev.rekey.core.bulk;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.password.PasswordHash;
import java.util.Optional;
import java.util.Set;

/**
 * As much of an account as decides whether a deed is meant for it.
 *
 * @param privileges what it may beyond its role
 * @param mustChange whether its password has to be changed already
 */
public record Candidate(
    AccountId id,
    Realm realm,
    Role role,
    Set<String> privileges,
    Optional<PasswordHash> hash,
    boolean passwordLogin,
    boolean mustChange) {

  public Candidate {
    privileges = Set.copyOf(privileges);
  }

  /** That much of this account. */
  public static Candidate of(Account account) {
    return new Candidate(
        account.id(),
        account.realm(),
        account.role(),
        account.privileges(),
        account.credential().hash(),
        account.credential().passwordLogin(),
        account.credential().mustChange().isPresent());
  }
}
