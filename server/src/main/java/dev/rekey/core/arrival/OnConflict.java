package dev.rekey.core.arrival;

/** What becomes of somebody whose name or id is another account's already. */
public enum OnConflict {
  /** It is not taken, and listed. */
  SKIP,
  /** Whoever has the name is the same person: what was missing there is filled up. */
  MERGE,
  /** It becomes an account of its own, under another name or id. */
  RENAME
}
