package dev.rekey.store;

import dev.rekey.store.database.Database;
import java.time.Instant;

/** Sweeps out the rows that mean nothing any more, a handful at a time. */
public final class Broom {

  /** The oldest come first, along the index of their times. */
  private static final String SWEEP =
      """
      WITH old AS MATERIALIZED (
        SELECT <key>
        FROM <table>
        WHERE <time> <= :until
        ORDER BY <time>
        LIMIT :handful
        <skipping>)
      DELETE FROM <table>
      WHERE (<key>) IN (SELECT <key> FROM old)
      """;

  private final Database database;

  Broom(Database database) {
    this.database = database;
  }

  /** What can be swept, with the time by which it is known to be old. */
  public enum Litter {

    /** By when they expire. */
    GRANTS("access_grant", "account_id, kind, key", "expires_at"),

    /** By when the denied tokens expire. */
    DENIALS("denied_token", "account_id, kind, key", "expires_at"),

    /** By when they expire. */
    TICKETS("ticket", "account_id, purpose", "expires_at"),

    /** By when they expire. */
    ALARMS("alarm", "id", "expires_at"),

    /** By when they are forgotten. */
    DEVICES("known_device", "account_id, mark", "forget_at"),

    /** By when they need not be kept any longer. */
    ANSWERS("kept_answer", "key", "ends_at"),

    /** By when they were last touched. */
    COUNTERS("attempt", "key", "latest"),

    /** By when it happened. */
    AUDIT("audit", "id", "at");

    private final String table;
    private final String key;
    private final String time;

    Litter(String table, String key, String time) {
      this.table = table;
      this.key = key;
      this.time = time;
    }
  }

  /**
   * Removes some of what is not younger than that, in one commit.
   *
   * @return how many rows are gone; fewer than the handful when there were no more
   */
  public int sweep(Litter what, Instant until, int handful) {
    return database.write(handle ->
        handle
            .createUpdate(SWEEP)
            .define("table", what.table)
            .define("key", what.key)
            .define("time", what.time)
            .bind("until", until)
            .bind("handful", handful)
            .execute());
  }
}
