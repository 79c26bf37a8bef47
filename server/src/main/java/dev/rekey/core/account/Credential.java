package dev.rekey.core.account;

import dev.rekey.core.password.PasswordHash;
import java.time.Instant;
import java.util.Optional;

/**
 * What proves an account's owner.
 *
 * @param hash the password's hash; none until a first password is set
 * @param version counts every change of the password; what a change compares and swaps on
 * @param passwordLogin whether name and password may be used to sign in at all
 * @param changedAt when the password was last set
 * @param mustChange why it has to be changed first of all; empty when it has not
 */
public record Credential(
    Optional<PasswordHash> hash,
    long version,
    boolean passwordLogin,
    Optional<Instant> changedAt,
    Optional<MustChange> mustChange) {

  /** One that may stay as it is. */
  public Credential(
      Optional<PasswordHash> hash,
      long version,
      boolean passwordLogin,
      Optional<Instant> changedAt) {
    this(hash, version, passwordLogin, changedAt, Optional.empty());
  }

  /** Whether it was temporary and its time is over: nobody gets in with it any more. */
  public boolean lapsed(Instant now) {
    return endsAt().filter(end -> !now.isBefore(end)).isPresent();
  }

  /** When nobody gets in with it any more; empty for one that is not temporary. */
  public Optional<Instant> endsAt() {
    return mustChange.flatMap(MustChange::endsAt);
  }
}
