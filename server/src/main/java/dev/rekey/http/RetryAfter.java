package dev.rekey.http;

import java.time.Duration;

/** The value of the header field {@code Retry-After} (RFC 9110 section 10.2.3). */
public final class RetryAfter {

  private RetryAfter() {}

  /**
   * Whole seconds, rounded up, and never none: whoever waits that long is not turned away again.
   */
  public static long seconds(Duration wait) {
    return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
  }

  /** The same as the field has it. */
  public static String of(Duration wait) {
    return Long.toString(seconds(wait));
  }
}
