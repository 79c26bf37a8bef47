package dev.rekey.core.proof;

import dev.rekey.core.account.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether somebody whose address is not confirmed may come in at a mount.
 *
 * @param grace for how long after its making an account may do without; empty when no confirmation
 *     is wanted at all
 */
public record ConfirmationRule(Optional<Duration> grace) {

  /** Nobody needs to confirm anything. */
  public static ConfirmationRule none() {
    return new ConfirmationRule(Optional.empty());
  }

  /** Whether this account has to confirm its address before it may come in. */
  public boolean bars(Account account, Instant now) {
    return account.confirmation().confirmedAt().isEmpty()
        && grace.filter(free -> !account.createdAt().plus(free).isAfter(now)).isPresent();
  }
}
