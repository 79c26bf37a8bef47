package dev.rekey.cli;

import java.util.concurrent.CountDownLatch;

/**
 * The end of a server that runs in the foreground: SIGTERM and SIGINT drain it, then it is over.
 */
final class Shutdown {

  private final CountDownLatch over = new CountDownLatch(1);

  /** From now on the end of the program stops the server first, then closes the house. */
  static Shutdown stopping(Premises.Serving serving, Premises premises) {
    Shutdown shutdown = new Shutdown();
    Runnable stop =
        () -> {
          serving.stop();
          premises.close();
          shutdown.over.countDown();
        };
    atTheEnd(stop);
    return shutdown;
  }

  /** Whoever is told to stop while still starting does so at once. */
  private static void atTheEnd(Runnable stop) {
    try {
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(stop));
    } catch (IllegalStateException ending) {
      stop.run();
    }
  }

  void await() throws InterruptedException {
    over.await();
  }
}
