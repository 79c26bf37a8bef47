package dev.rekey.core.token;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.visit.Origin;
import java.time.Instant;

/**
 * What a notice's link raises whose reader says that it was not them: known to the store by its
 * digest alone, with how the account stood before. Every notice has one of its own, and a newer one
 * takes no older one's place; it is raised once, and forgotten at its time.
 *
 * @param deed what the notice tells of
 * @param at when that was
 * @param origin from where; both of its texts are empty where the owner is not told
 */
public record Alarm(
    AccountId account,
    TokenDigest digest,
    Deed deed,
    Instant at,
    Origin origin,
    Instant expiresAt) {

  /** What an owner is told of. */
  public enum Deed {
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    PASSWORD_SET_BY_ADMINISTRATOR,
    EMAIL_CHANGED,
    NEW_DEVICE
  }

  public boolean expired(Instant now) {
    return !now.isBefore(expiresAt);
  }
}
