package dev.rekey.migrate.relay;

import java.time.Instant;

/**
 * An exchange that went through, as far as it was kept.
 *
 * @param at when all of the answer had come, just before the client has all of it
 * @param client the address that it came from
 */
public record Passed(
    Instant at, String client, Head request, Glimpse asked, Head answer, Glimpse answered) {

  /** It may hold secrets. */
  @Override
  public String toString() {
    return "Passed[" + answer.status() + ']';
  }
}
