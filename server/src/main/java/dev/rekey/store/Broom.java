package dev.rekey.store;

import dev.rekey.store.database.Database;
import java.time.Instant;

/** Sweeps out the rows that mean nothing any more, a few at a time so that nobody waits for it. */
public final class Broom {

  private static final int HANDFUL = 500;

  private final Database database;

  Broom(Database database) {
    this.database = database;
  }

  /**
   * Removes grants, tickets, denials of tokens and kept answers that have expired, and counters
   * that nobody touched since then.
   *
   * @return how many rows are gone
   */
  public int sweep(Instant now, Instant untouchedSince) {
    return sweep(
            """
            DELETE FROM access_grant
            WHERE (account_id, kind, key) IN (
              SELECT account_id, kind, key
              FROM access_grant
              WHERE expires_at <= :then
              LIMIT :handful)
            """,
            now)
        + sweep(
            """
            DELETE FROM denied_token
            WHERE (account_id, kind, key) IN (
              SELECT account_id, kind, key
              FROM denied_token
              WHERE expires_at <= :then
              LIMIT :handful)
            """,
            now)
        + sweep(
            """
            DELETE FROM ticket
            WHERE digest IN (
              SELECT digest
              FROM ticket
              WHERE expires_at <= :then
              LIMIT :handful)
            """,
            now)
        + sweep(
            """
            DELETE FROM kept_answer
            WHERE key IN (
              SELECT key
              FROM kept_answer
              WHERE ends_at <= :then
              LIMIT :handful)
            """,
            now)
        + sweep(
            """
            DELETE FROM attempt
            WHERE key IN (
              SELECT key
              FROM attempt
              WHERE latest < :then
              LIMIT :handful)
            """,
            untouchedSince);
  }

  private int sweep(String delete, Instant then) {
    int gone = 0;
    int last;
    do {
      last =
          database.write(handle ->
              handle.createUpdate(delete).bind("then", then).bind("handful", HANDFUL).execute());
      gone += last;
    } while (last == HANDFUL);
    return gone;
  }
}
