package dev.rekey.bench.wire;

import java.util.Optional;

/**
 * What a reset needs beside the person.
 *
 * @param steward a session of an administrator on the same wire, where the wire needs one
 * @param letters where letters arrive
 */
public record Desk(Optional<Session> steward, Letters letters) {

  /** Somebody who waits for letters. */
  @FunctionalInterface
  public interface Letters {

    /** The ticket of the next letter to that address. */
    String ticketFor(String email);
  }

  Session needSteward() {
    return steward.orElseThrow(() -> new IllegalStateException("this wire needs a steward"));
  }
}
