package dev.rekey.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** Ctrl-C and SIGTERM, as something that work is asked to end for and that waits until it has. */
final class Interrupts implements AutoCloseable {

  private final AtomicBoolean came = new AtomicBoolean();
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread hook = Thread.ofPlatform().name("interrupt").unstarted(this::interrupt);

  private Interrupts() {}

  static Interrupts catching() {
    Interrupts interrupts = new Interrupts();
    Runtime.getRuntime().addShutdownHook(interrupts.hook);
    return interrupts;
  }

  private void interrupt() {
    came.set(true);
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  boolean came() {
    return came.get();
  }

  /** From now on nobody waits for the work. */
  @Override
  public void close() {
    over.countDown();
    if (!came.get()) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
