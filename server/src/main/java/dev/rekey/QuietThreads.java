package dev.rekey;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.ThreadFactory;

/**
 * Daemon threads that leave the processor to whoever else wants it.
 *
 * <p>A hash keeps a core busy for many milliseconds at a time. A request that needs none would wait
 * for its turn behind it, were the scheduler not told which of the two can wait.
 */
final class QuietThreads implements ThreadFactory {

  /** A tenth of the share that others have, and nothing at all when nobody wants it. */
  private static final int NICENESS = 10;

  private static final int THE_CALLING_THREAD = 0;

  private final ThreadFactory threads;

  QuietThreads(String name) {
    this.threads = Thread.ofPlatform().name(name + '-', 1).daemon().factory();
  }

  @Override
  public Thread newThread(Runnable work) {
    return threads.newThread(() -> {
      giveWay();
      work.run();
    });
  }

  /**
   * Elsewhere than on Linux the call is about the whole process, so it is not made. Native access
   * is given by the launcher and by the jar's manifest.
   */
  @SuppressWarnings("restricted")
  static void giveWay() {
    if (System.getProperty("os.name").equals("Linux")) {
      Linker linker = Linker.nativeLinker();
      linker
          .defaultLookup()
          .find("setpriority")
          .ifPresent(function ->
              call(
                  linker.downcallHandle(
                      function,
                      FunctionDescriptor.of(
                          ValueLayout.JAVA_INT,
                          ValueLayout.JAVA_INT,
                          ValueLayout.JAVA_INT,
                          ValueLayout.JAVA_INT))));
    }
  }

  /** Whoever may not be nice (or is not heard) works as everybody else does. */
  private static void call(MethodHandle setPriority) {
    try {
      var _ = (int) setPriority.invokeExact(0, THE_CALLING_THREAD, NICENESS);
    } catch (Throwable unheard) {
      throw new AssertionError("setpriority throws nothing", unheard);
    }
  }
}
