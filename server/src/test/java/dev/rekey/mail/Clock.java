package dev.rekey.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes when it is told to. */
final class Clock implements InstantSource {

  private volatile Instant now = Instant.parse("2026-03-03T14:05:06.789Z");

  @Override
  public Instant instant() {
    return now;
  }

  void forward(Duration duration) {
    now = now.plus(duration);
  }
}
