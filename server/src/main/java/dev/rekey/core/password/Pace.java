package dev.rekey.core.password;

import java.time.Duration;

/** How fast a pool works, by what it did lately: moving averages, for one thread at a time. */
final class Pace {

  /** The newest weighs a sixteenth. */
  private static final int MEMORY = 16;

  /** What a hash is taken for until one was computed: slow, for the first ones are. */
  private static final double UNKNOWN_NANOS = 50e6;

  private final int threads;
  private double nanosOfHash = UNKNOWN_NANOS;
  private double hashesOfTurn = 1;
  private boolean known;

  Pace(int threads) {
    this.threads = threads;
  }

  /** A hash took so long. */
  void hashed(long nanos) {
    nanosOfHash = known ? nanosOfHash + (nanos - nanosOfHash) / MEMORY : nanos;
    known = true;
  }

  /** Somebody had so many computed in one turn; those who had none took no time. */
  void left(int hashes) {
    if (hashes > 0) {
      hashesOfTurn += (hashes - hashesOfTurn) / MEMORY;
    }
  }

  /** How long so many turns take. */
  Duration of(int turns) {
    return Duration.ofNanos((long) (nanosOfTurn() * turns / threads));
  }

  /** How many turns are begun within such a time, those under way included. */
  int turnsWithin(Duration time) {
    return (int) Math.min(threads + time.toNanos() * threads / nanosOfTurn(), Integer.MAX_VALUE);
  }

  private double nanosOfTurn() {
    return Math.max(1, nanosOfHash * hashesOfTurn);
  }
}
