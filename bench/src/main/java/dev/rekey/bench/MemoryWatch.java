package dev.rekey.bench;

import dev.rekey.bench.stage.Proc;
import java.util.concurrent.TimeUnit;

/** Looks at a process's resident memory again and again. */
final class MemoryWatch implements AutoCloseable {

  private final long pid;
  private final Thread watcher = Thread.ofPlatform().daemon().unstarted(this::watch);
  private volatile double most;

  private MemoryWatch(long pid) {
    this.pid = pid;
  }

  static MemoryWatch of(long pid) {
    MemoryWatch watch = new MemoryWatch(pid);
    watch.watcher.start();
    return watch;
  }

  /** The most that was seen, in MiB. */
  double mostMiB() {
    return most;
  }

  private void watch() {
    try {
      while (true) {
        most = Math.max(most, Proc.residentMiB(pid));
        TimeUnit.MILLISECONDS.sleep(100);
      }
    } catch (InterruptedException e) {
      return;
    }
  }

  @Override
  public void close() {
    watcher.interrupt();
  }
}
