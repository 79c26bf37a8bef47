package dev.rekey.core.limit;

import java.time.Duration;
import java.util.List;

/** What the doorkeeper says to somebody who wants to try a password. */
public sealed interface Admission {

  /**
   * One try is free to be made; closing it lets the next one in.
   *
   * @param counted the counters that a failure adds to
   * @param forgiven the counters that a success clears
   * @param spotless no counter stands against the account and the address is known: a success has
   *     nothing to clear
   * @param departure what leaving does
   */
  record Open(List<String> counted, List<String> forgiven, boolean spotless, Runnable departure)
      implements Admission, AutoCloseable {

    @Override
    public void close() {
      departure.run();
    }
  }

  /**
   * Not now.
   *
   * @param locked the account failed so often that only its owner's letter opens it again
   */
  record Closed(Duration retryAfter, boolean locked) implements Admission {}
}
