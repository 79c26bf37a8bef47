package dev.rekey.core.account;

import dev.rekey.core.password.PasswordHash;
import java.time.Instant;
import java.util.Optional;

/**
 * How an account stood before something was done to it: what its owner proved to be, and was
 * reached by.
 *
 * @param hash of the password; none where none was set
 * @param changedAt when that password was set
 * @param email where letters went
 */
public record Footing(
    Optional<PasswordHash> hash, Optional<Instant> changedAt, Optional<String> email) {

  public static Footing of(Account account) {
    return new Footing(
        account.credential().hash(), account.credential().changedAt(), account.logins().email());
  }

  /** The same with letters to somewhere else. */
  public Footing withEmail(Optional<String> other) {
    return new Footing(hash, changedAt, other);
  }

  @Override
  public String toString() {
    return "Footing[hidden]";
  }
}
