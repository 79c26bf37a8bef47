package dev.rekey.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jdbi.v3.core.Handle;

/**
 * Carries what was committed from the write-ahead log into the file, on a connection and a thread
 * of its own: SQLite would have the writer do it inside a commit, for which everybody waits.
 *
 * <p>It keeps nobody from writing or reading. So it may never quite catch up with a writer that
 * never rests; the writer itself then does what is left, when the log is many times as long.
 */
final class Checkpointer {

  /** So many pages of the log are worth it. */
  static final int PAGES = 1_000;

  /** At so many the writer lends a hand: 32 MiB. */
  static final int BOUND = 8_000;

  /** The same for who writes much: 256 MiB. */
  static final int LARGE_BOUND = 64_000;

  private static final Duration GLANCE = Duration.ofMillis(50);

  private final Semaphore commits = new Semaphore(0);
  private final Handle handle;
  private final Thread thread;
  private volatile int worthIt = PAGES;

  Checkpointer(Handle handle) {
    this.handle = handle;
    this.thread = Thread.ofPlatform().name("sqlite-checkpoint").daemon().start(this::work);
  }

  /** Much is about to be written: a page that is written twice is carried over once. */
  void brace() {
    worthIt = LARGE_BOUND / 2;
  }

  /** Something was committed. */
  void committed() {
    commits.release();
  }

  /** What is left in the log is carried over when the last connection is closed. */
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
        commits.acquire();
        commits.drainPermits();
        shorten();
        Thread.sleep(GLANCE);
      }
    } catch (InterruptedException _) {
      // the store is closed
    }
  }

  private void shorten() {
    try {
      if (ask("NOOP") >= worthIt) {
        ask("PASSIVE");
      }
    } catch (SQLException _) {
      // a full disk, say: the next commit fails and tells, or all is well and the next look is too
    }
  }

  /** How many pages of the log are not in the file yet. */
  private int ask(String kind) throws SQLException {
    try (Statement statement = handle.getConnection().createStatement();
        ResultSet answer = statement.executeQuery("PRAGMA wal_checkpoint(" + kind + ')')) {
      return answer.getInt("log") - answer.getInt("checkpointed");
    }
  }
}
