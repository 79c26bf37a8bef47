package dev.rekey.core.password;

import java.time.Duration;

/** How fast a pool works, by what it did lately: moving averages, for one thread at a time. */
final class Pace {

  /** The newest weighs a sixteenth. */
  private static final int MEMORY = 16;

  /** Averages are wrong by some percent; who is let in at nine tenths is in time nearly always. */
  private static final double CAUTION = 0.9;

  private final int threads;
  private double nanosOfHash;
  private double hashesOfTurn = 1;

  Pace(int threads) {
    this.threads = threads;
  }

  /** A hash took so long. */
  void hashed(long nanos) {
    nanosOfHash = nanosOfHash == 0 ? nanos : nanosOfHash + (nanos - nanosOfHash) / MEMORY;
  }

  /** Somebody had so many computed in one turn; those who had none took no time. */
  void left(int hashes) {
    if (hashes > 0) {
      hashesOfTurn += (hashes - hashesOfTurn) / MEMORY;
    }
  }

  /** How long so many turns take. */
  Duration of(int turns) {
    return Duration.ofNanos((long) (nanosOfHash * hashesOfTurn * turns / threads));
  }

  /** Whether so many turns are done in time. */
  boolean isWithin(Duration patience, int turns) {
    return of(turns).toNanos() <= patience.toNanos() * CAUTION;
  }
}
