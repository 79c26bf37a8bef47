package dev.rekey.core.token;

import dev.rekey.core.account.AccountId;
import java.time.Instant;

/**
 * A permission to do one thing once without the password, known to the store by its digest alone.
 * An account has at most one ticket of a purpose: the newest.
 */
public record Ticket(
    AccountId account, Purpose purpose, TokenDigest digest, Instant issuedAt, Instant expiresAt) {

  /** What the ticket is good for. */
  public enum Purpose {
    RESET_PASSWORD,
    CONFIRM_EMAIL,
    UNLOCK
  }

  public boolean expired(Instant now) {
    return !now.isBefore(expiresAt);
  }
}
