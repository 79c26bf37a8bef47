package dev.rekey.store.database;

/**
 * How much a database has to do at this moment.
 *
 * @param waiting how many wait: for SQLite's one writer, or for a connection to PostgreSQL
 * @param busy how many connections are at work, SQLite's writer not counted
 * @param open how many connections are open, SQLite's writer not counted
 */
public record Pulse(int waiting, int busy, int open) {}
