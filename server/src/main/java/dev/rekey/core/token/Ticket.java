package dev.rekey.core.token;

import dev.rekey.core.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * A permission to do one thing once without the password, known to the store by its digest alone.
 * An account has at most one ticket of a purpose: the newest.
 *
 * @param code the digest of what may be typed in the token's stead, until it was
 * @param number what the page showed where the ticket was asked for; no secret
 */
public record Ticket(
    AccountId account,
    Purpose purpose,
    TokenDigest digest,
    Instant issuedAt,
    Instant expiresAt,
    Optional<TokenDigest> code,
    Optional<String> number) {

  /** One that is found by its token alone, and was asked for on no page. */
  public Ticket(
      AccountId account, Purpose purpose, TokenDigest digest, Instant issuedAt, Instant expiresAt) {
    this(account, purpose, digest, issuedAt, expiresAt, Optional.empty(), Optional.empty());
  }

  /** What the ticket is good for. */
  public enum Purpose {
    RESET_PASSWORD,
    CONFIRM_EMAIL,
    UNLOCK
  }

  /** The same with a code that may be typed, and the number that a page showed. */
  public Ticket with(TokenDigest typed, Optional<String> shown) {
    return new Ticket(account, purpose, digest, issuedAt, expiresAt, Optional.of(typed), shown);
  }

  /** The same permission behind another token, and behind no code any more. */
  public Ticket behind(TokenDigest other) {
    return new Ticket(account, purpose, other, issuedAt, expiresAt, Optional.empty(), number);
  }

  public boolean expired(Instant now) {
    return !now.isBefore(expiresAt);
  }
}
