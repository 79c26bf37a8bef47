package dev.rekey.store;

import java.nio.file.Path;

/** Where the data live. */
public sealed interface StoreSettings {

  /** In one file, which this machine's processes share. */
  record Sqlite(Path file) implements StoreSettings {}

  /**
   * On a PostgreSQL server, which any number of nodes share.
   *
   * @param url such as {@code jdbc:postgresql://db.example.org/rekey}
   * @param poolSize how many connections this node keeps
   */
  record Postgres(String url, String user, String password, int poolSize) implements StoreSettings {

    public Postgres {
      if (!url.startsWith("jdbc:postgresql:")) {
        throw new IllegalArgumentException("a PostgreSQL URL starts with jdbc:postgresql:");
      }
      if (poolSize < 1) {
        throw new IllegalArgumentException("a pool has at least one connection: " + poolSize);
      }
    }

    /** Neither the password nor what may follow the URL's question mark, where one may hide. */
    @Override
    public String toString() {
      return "Postgres[" + url.replaceFirst("\\?.*", "") + " as " + user + ']';
    }
  }
}
