package dev.rekey.store.database;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/**
 * Where transactions happen: each as a whole and on disk before it returns, or not at all.
 *
 * <p>May be called from any thread, virtual ones included. An exception of the work undoes the work
 * and reaches the caller as it was thrown. Statements may use two words that each database defines
 * for itself, see {@link #LOCKING} and {@link #SKIPPING}.
 */
public interface Database extends AutoCloseable {

  /**
   * {@code <locking>} at the end of a query keeps its rows from others until the commit; empty
   * where there is only one writer.
   */
  String LOCKING = "locking";

  /** {@code <skipping>} does the same and passes over rows that somebody else keeps. */
  String SKIPPING = "skipping";

  /** {@code <among>} behind a text is true when it is an item of the JSON array {@code :list}. */
  String AMONG = "among";

  /** The same behind a number; the items are texts all the same. */
  String AMONG_NUMBERS = "among_numbers";

  /** {@code <account_ids>} draws {@code :count} ids for accounts. */
  String ACCOUNT_IDS = "account_ids";

  /** Asks one question; outside of any transaction, about what is committed. */
  <T> T read(Work<T> work);

  /**
   * Asks one question that an index answers with a row or two. It may be answered on the caller's
   * own thread, and the answer may not take long.
   */
  <T> T look(Look<T> look);

  /** Does the work in one transaction. It may be run again after a collision with another one. */
  <T> T write(Work<T> work);

  /** As {@link #write}, where there is nothing to answer. */
  default void run(Task task) {
    write(handle -> {
      task.on(handle);
      return true;
    });
  }

  /**
   * Whether the rows of accounts and grants have stamps: numbers that differ after every change,
   * whoever makes it.
   */
  boolean stamped();

  /**
   * Writes rows of accounts that the same transaction has made, which nobody can have read before:
   * many at a time, by the quickest way that this database has.
   */
  default void load(Handle handle, NewRows rows) {
    NewRows.insert(handle, rows);
  }

  /** Much is about to be written, one large piece after the other. */
  default void brace() {}

  /** How much it has to do at this moment; takes no time. */
  Pulse pulse();

  /** Lets what runs finish and refuses what comes after with {@link IllegalStateException}. */
  @Override
  void close();

  /** What is to be done in a transaction, with an answer. */
  @FunctionalInterface
  interface Work<T> {
    T on(Handle handle);
  }

  /** A short question. */
  @FunctionalInterface
  interface Look<T> {
    T at(Statements statements) throws SQLException;
  }

  /** What is to be done in a transaction. */
  @FunctionalInterface
  interface Task {
    void on(Handle handle);
  }
}
