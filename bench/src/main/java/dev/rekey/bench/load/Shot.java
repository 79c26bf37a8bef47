package dev.rekey.bench.load;

import java.io.IOException;

/** One thread's piece of work in an open loop. */
@FunctionalInterface
public interface Shot {

  /** What the server made of it. */
  enum Verdict {
    /** It was done. */
    DONE,
    /** It was told to come again. */
    SHED
  }

  /**
   * Does it once.
   *
   * @param number how many were begun before, by whichever thread
   */
  Verdict fire(long number) throws IOException;
}
