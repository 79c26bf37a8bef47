package dev.rekey.core.account;

import java.time.Instant;
import java.util.Optional;

/**
 * When what happened to an account.
 *
 * @param lastSignInAt the last good sign-in with the password, on any wire
 * @param sessionsEndedAt when all its sessions and tokens, but for the acting one, were last ended
 */
public record Moments(
    Instant createdAt,
    Instant updatedAt,
    Optional<Instant> lastSignInAt,
    Optional<Instant> sessionsEndedAt) {

  public static Moments ofBirth(Instant at) {
    return new Moments(at, at, Optional.empty(), Optional.empty());
  }

  Moments updated(Instant at) {
    return new Moments(createdAt, at, lastSignInAt, sessionsEndedAt);
  }

  Moments withSessionsEnded(Instant at) {
    return new Moments(createdAt, updatedAt, lastSignInAt, Optional.of(at));
  }
}
