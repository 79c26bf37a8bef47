package dev.rekey.bench.stage;

/** Where the server keeps its data. */
public enum Storage {
  SQLITE,
  POSTGRES;

  @Override
  public String toString() {
    return this == SQLITE ? "SQLite" : "PostgreSQL";
  }
}
