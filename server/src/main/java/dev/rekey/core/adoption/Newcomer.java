package dev.rekey.core.adoption;

import dev.rekey.core.account.Confirmation;
import dev.rekey.core.account.Credential;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Moments;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Role;
import dev.rekey.core.arrival.Arrival;
import dev.rekey.core.password.PasswordHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody for whom an old system vouches.
 *
 * @param subject by which the old system knows the person for good
 * @param confirmed whether the address counts as its owner's
 */
public record Newcomer(
    String subject,
    Logins logins,
    Role role,
    Profile profile,
    Arrival.Ids ids,
    boolean confirmed,
    Optional<Instant> createdAt) {

  public Newcomer {
    if (subject.isBlank()) {
      throw new IllegalArgumentException("whoever is vouched for has an id there");
    }
  }

  /** The account that the person is to become, with the password that was vouched for. */
  public Arrival arrival(PasswordHash hash, Instant now) {
    Instant born = createdAt.filter(now::isAfter).orElse(now);
    return new Arrival(
        1,
        1,
        logins,
        role,
        profile,
        ids,
        new Credential(Optional.of(hash), 1, true, Optional.of(now)),
        Set.of(),
        new Confirmation(Optional.of(now).filter(_ -> confirmed), Optional.empty()),
        false,
        new Moments(born, now, Optional.empty(), Optional.empty()),
        List.of(),
        List.of());
  }

  /** Whoever it is, is nobody's business in a log. */
  @Override
  public String toString() {
    return "Newcomer[hidden]";
  }
}
