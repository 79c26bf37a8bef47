package dev.rekey.store.sqlite;

import dev.rekey.store.database.Database.Work;
import dev.rekey.store.database.Statements;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The one connection that writes, on a thread of its own. It takes everything that waits, does each
 * piece under a savepoint so that a failure undoes that piece alone, commits once, and only then
 * answers: what is answered is on disk, and many callers share the price of one flush.
 */
final class Writer {

  private static final int LARGEST_GROUP = 256;
  private static final int TRIES_TO_BEGIN = 4;

  private final BlockingQueue<Piece<?>> waiting = new LinkedBlockingQueue<>();
  private final Handle handle;
  private final Runnable committed;
  private final Thread thread;

  /**
   * Begins to wait for work.
   *
   * @param committed is told of every commit
   */
  Writer(Handle handle, Runnable committed) {
    this.handle = handle;
    this.committed = committed;
    this.thread = Thread.ofPlatform().name("sqlite-writer").daemon().start(this::work);
  }

  <T> T run(Work<T> work) {
    Piece<T> piece = new Piece<>(work);
    waiting.add(piece);
    return piece.answer();
  }

  /** How many wait for the next group. */
  int waiting() {
    return waiting.size();
  }

  /** Finishes the group under way. Whatever came too late fails. */
  void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    try (handle) {
      while (true) {
        commit(nextGroup());
      }
    } catch (InterruptedException _) {
      waiting.forEach(late -> late.fail(new IllegalStateException("the store is closed")));
    }
  }

  private List<Piece<?>> nextGroup() throws InterruptedException {
    List<Piece<?>> group = new ArrayList<>();
    group.add(waiting.take());
    waiting.drainTo(group, LARGEST_GROUP - 1);
    return group;
  }

  /** The thread must outlive every failure: it is the only writer that there is. */
  private void commit(List<Piece<?>> group) {
    try {
      begin();
      doAll(group);
      group.forEach(Piece::succeed);
      committed.run();
    } catch (Throwable e) {
      group.forEach(piece -> piece.fail(e));
    }
  }

  /** A piece that is alone needs no savepoint, which would cost it a copy of each page. */
  private void doAll(List<Piece<?>> group) {
    try {
      if (group.size() == 1) {
        group.getFirst().run(handle);
      } else {
        group.forEach(this::run);
      }
      say("COMMIT");
    } catch (Throwable e) {
      rollBack(e);
      throw e;
    }
  }

  /** Takes the file's write lock at once, so that nothing after it finds the file busy. */
  private void begin() {
    for (int tries = 1; ; tries++) {
      try {
        say("BEGIN IMMEDIATE");
        return;
      } catch (JdbiException e) {
        if (tries == TRIES_TO_BEGIN || !busy(e)) {
          throw e;
        }
      }
    }
  }

  private void run(Piece<?> piece) {
    say("SAVEPOINT piece");
    try {
      piece.run(handle);
    } catch (Throwable e) {
      say("ROLLBACK TO piece");
      piece.fail(e);
    }
    say("RELEASE piece");
  }

  /** SQLite may have rolled back by itself, when the disk is full for instance. */
  private void rollBack(Throwable cause) {
    try {
      say("ROLLBACK");
    } catch (JdbiException e) {
      cause.addSuppressed(e);
    }
  }

  private void say(String sql) {
    Statements.with(handle, statements -> statements.change(sql));
  }

  private static boolean busy(JdbiException e) {
    return e.getCause() instanceof SQLiteException sqlite
        && (sqlite.getResultCode().code & 0xff) == SQLiteErrorCode.SQLITE_BUSY.code;
  }
}
