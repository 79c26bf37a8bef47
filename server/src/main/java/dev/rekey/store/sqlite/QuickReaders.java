package dev.rekey.store.sqlite;

import dev.rekey.store.database.Database.Look;
import dev.rekey.store.database.Statements;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Read-only connections that callers use on their own threads: to hand a question of some
 * microseconds to another thread costs more than the question.
 *
 * <p>A virtual thread keeps its carrier for as long, so more connections than there are processors
 * are hardly ever in use at once; who finds none waits. The one that was used last is taken first:
 * what it needs is in the processor's cache.
 */
final class QuickReaders {

  private static final int LEAST = 4;

  private final BlockingDeque<Handle> idle = new LinkedBlockingDeque<>();
  private final int count;

  QuickReaders(Jdbi jdbi, int processors) {
    this.count = Math.max(LEAST, 2 * processors);
    for (int i = 0; i < count; i++) {
      idle.add(jdbi.open());
    }
  }

  <T> T run(Look<T> look) {
    Handle handle = take();
    try {
      return Statements.with(handle, look);
    } finally {
      idle.addFirst(handle);
    }
  }

  /** An interrupt does not cut the wait short: somebody is just about to bring one back. */
  private Handle take() {
    Handle handle = idle.pollFirst();
    boolean interrupted = false;
    while (handle == null) {
      try {
        handle = idle.takeFirst();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return handle;
  }

  void close() {
    idle.forEach(Handle::close);
  }
}
