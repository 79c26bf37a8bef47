package dev.rekey.store.sqlite;

import dev.rekey.store.database.Database.Work;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A few read-only connections, each with a thread. */
final class Readers {

  static final int COUNT = 4;

  private final BlockingQueue<Handle> idle = new ArrayBlockingQueue<>(COUNT);
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          COUNT, Thread.ofPlatform().name("sqlite-reader-", 0).daemon().factory());

  Readers(Jdbi jdbi) {
    for (int i = 0; i < COUNT; i++) {
      idle.add(jdbi.open());
    }
  }

  <T> T run(Work<T> work) {
    Piece<T> piece = new Piece<>(work);
    threads.execute(() -> look(piece));
    return piece.answer();
  }

  /** How many of them are at work. */
  int busy() {
    return COUNT - idle.size();
  }

  void close() {
    threads.close();
    idle.forEach(Handle::close);
  }

  /** There are as many threads as connections, so one is always idle. */
  private void look(Piece<?> piece) {
    Handle handle = idle.remove();
    try {
      piece.run(handle);
      piece.succeed();
    } catch (Throwable e) {
      piece.fail(e);
    } finally {
      idle.add(handle);
    }
  }
}
