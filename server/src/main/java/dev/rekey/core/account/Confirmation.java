package dev.rekey.core.account;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of an account's e-mail address.
 *
 * @param confirmedAt when its owner last proved to read what is sent there; empty for never
 * @param pendingEmail the address that takes its place once it is confirmed
 */
public record Confirmation(Optional<Instant> confirmedAt, Optional<String> pendingEmail) {

  public static Confirmation none() {
    return new Confirmation(Optional.empty(), Optional.empty());
  }
}
