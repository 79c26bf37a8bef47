package dev.rekey.core.proof;

import dev.rekey.core.token.Grant;
import java.time.Duration;
import java.time.Instant;

/**
 * How long the sessions of one mount last when their holders stay, and when they stay away: each
 * use moves the end, never beyond what holds in any case (NIST SP 800-63B-4 section 5.2).
 *
 * @param wire the mount that issues them
 * @param idle without a use
 * @param overall in any case
 */
public record Stay(String wire, Duration idle, Duration overall) {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** A tenth of what somebody may stay away is not noted, nor more than a minute. */
  private static final int SLACK = 10;

  /** For how long a session is good that begins now. */
  public Duration first() {
    return shorter(idle, overall);
  }

  boolean holdsFor(Grant grant) {
    return grant.wire().equals(wire);
  }

  /** How often a use is noted at most. */
  Duration pause() {
    return shorter(idle.dividedBy(SLACK), MINUTE);
  }

  /** When a session ends that is used now, and never again. */
  Instant end(Grant grant, Instant now) {
    Instant last = grant.issuedAt().plus(overall);
    Instant soon = now.plus(idle);
    return soon.isBefore(last) ? soon : last;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
