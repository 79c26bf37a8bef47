package dev.rekey;

import java.time.Duration;

/**
 * How many rows are swept at a time: twice as many where the last ones took next to no time, half
 * as many where others had to wait for them, and never so many that the next ones could take ten
 * times as long because they lie somewhere else on the disk.
 */
record Handful(int size) {

  private static final int FIRST = 25;
  private static final int LEAST = 5;
  private static final int MOST = 200;

  private static final Duration SHORT = Duration.ofMillis(1);
  private static final Duration LONG = Duration.ofMillis(3);

  /** Small, for what lies on the disk yet takes its time. */
  static Handful first() {
    return new Handful(FIRST);
  }

  /**
   * The next one.
   *
   * @param took how long this one took
   */
  Handful after(Duration took) {
    if (took.compareTo(LONG) > 0) {
      return new Handful(Math.max(size / 2, LEAST));
    }
    return took.compareTo(SHORT) < 0 ? new Handful(Math.min(size * 2, MOST)) : this;
  }
}
