package dev.rekey.core.account;

import java.time.Instant;
import java.util.Optional;

/**
 * When what happened to an account.
 *
 * @param lastSignInAt the last good sign-in with the password, on any wire
 * @param sessionsEndedAt when all its sessions and tokens, but for the acting one, were last ended
 * @param frozenAt since when nobody signs in and nothing is changed, because its owner said that
 *     something was not them; empty once a reset or a steward has opened it again
 */
public record Moments(
    Instant createdAt,
    Instant updatedAt,
    Optional<Instant> lastSignInAt,
    Optional<Instant> sessionsEndedAt,
    Optional<Instant> frozenAt) {

  /** Those of an account that is not frozen. */
  public Moments(
      Instant createdAt,
      Instant updatedAt,
      Optional<Instant> lastSignInAt,
      Optional<Instant> sessionsEndedAt) {
    this(createdAt, updatedAt, lastSignInAt, sessionsEndedAt, Optional.empty());
  }

  public static Moments ofBirth(Instant at) {
    return new Moments(at, at, Optional.empty(), Optional.empty());
  }

  Moments updated(Instant at) {
    return new Moments(createdAt, at, lastSignInAt, sessionsEndedAt, frozenAt);
  }

  Moments withSessionsEnded(Instant at) {
    return new Moments(createdAt, updatedAt, lastSignInAt, Optional.of(at), frozenAt);
  }

  Moments thawed() {
    return new Moments(createdAt, updatedAt, lastSignInAt, sessionsEndedAt, Optional.empty());
  }
}
