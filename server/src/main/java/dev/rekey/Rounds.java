package dev.rekey;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The thread of somebody who goes on a round now and then. */
final class Rounds {

  private final ScheduledExecutorService thread;

  /**
   * One that does not run yet.
   *
   * @param name of the thread
   */
  Rounds(String name) {
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name(name).daemon().factory());
  }

  /** Goes, and again when the pause after a round is over. */
  void every(Duration pause, Runnable round) {
    var _ =
        thread.scheduleWithFixedDelay(
            round, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Waits within a round; an interrupted thread stays interrupted. */
  static void rest(Duration length) {
    try {
      Thread.sleep(length);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Interrupts the round under way and waits for its end; whether that was seen. */
  boolean end(Duration patience) {
    thread.shutdownNow();
    try {
      return thread.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
