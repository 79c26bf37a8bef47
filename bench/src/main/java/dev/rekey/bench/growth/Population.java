package dev.rekey.bench.growth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Fills a database with people. Each batch is one transaction of statements that the database works
 * through by itself; the indexes are put aside meanwhile and made of everything at the end. Nothing
 * waits for the disk, so a machine that dies spoils the file, but a stop in between does not: the
 * next run goes on behind the last batch.
 */
final class Population {

  private static final long BATCH = 250_000;

  /** What one batch makes of the numbers from {@code :1} to {@code :2}. */
  private static final String NUMBERS =
      "WITH RECURSIVE n (i) AS (SELECT ?1 UNION ALL SELECT i + 1 FROM n WHERE i < ?2) ";

  /** Every tenth account signed in lately, asked for a letter and left traces. */
  private static final String TENTH =
      "WITH RECURSIVE n (i) AS (SELECT (?1 + 9) / 10 * 10"
          + " UNION ALL SELECT i + 10 FROM n WHERE i + 10 <= ?2) ";

  private static final String DIGEST = "lower(hex(randomblob(32)))";

  private static final List<String> BATCH_SQL =
      List.of(
          NUMBERS
              + "INSERT INTO account (id, realm_id, number, hex24, hex32, role, profile, nfc_tag,"
              + " confirmed_at, disabled, created_at, updated_at, last_sign_in_at)"
              + " SELECT i, 1, i, lower(hex(randomblob(12))), lower(hex(randomblob(16))),"
              + " CASE WHEN i % 50 = 3 THEN 'child' WHEN i % 1000 = 1 THEN 'operator' ELSE 'user' END,"
              + " '{\"first_name\":\"' || f.name || '\",\"last_name\":\"' || l.name || '\"}',"
              + " CASE WHEN i % 50 = 3 THEN printf('04:%08x', i) END,"
              + " now.at - 86400000, i % 500 = 7, now.at - 86400000, now.at - 86400000,"
              + " CASE WHEN i % 10 = 0 THEN now.at - 3600000 END"
              + " FROM n JOIN first_name f ON f.place = i % (SELECT COUNT(*) FROM first_name)"
              + " JOIN last_name l ON l.place = i % (SELECT COUNT(*) FROM last_name) JOIN now",
          NUMBERS
              + "INSERT INTO login_name (realm_id, name, account_id, is_email, is_username, is_uid)"
              + " SELECT 1, lower(f.name || '.' || l.name) || i || '@' || h.name, i, 1, 0, 1"
              + " FROM n JOIN first_name f ON f.place = i % (SELECT COUNT(*) FROM first_name)"
              + " JOIN last_name l ON l.place = i % (SELECT COUNT(*) FROM last_name)"
              + " JOIN host_name h ON h.place = i % (SELECT COUNT(*) FROM host_name)",
          NUMBERS
              + "INSERT INTO login_name (realm_id, name, account_id, is_email, is_username, is_uid)"
              + " SELECT 1, printf('m%08d', i), i, 0, 1, 0 FROM n",
          NUMBERS
              + "INSERT INTO credential (account_id, hash, version, password_login, changed_at)"
              + " SELECT i, (SELECT hash FROM credential WHERE account_id = 1), 1, 1, now.at"
              + " FROM n JOIN now",
          TENTH
              + "INSERT INTO access_grant (account_id, kind, key, wire, current_digest, issued_at,"
              + " expires_at, agent, address, last_used_at) SELECT i, 'BEARER', lower(hex(randomblob(12))), 'own',"
              + DIGEST
              + ", now.at - 86400000, now.at + CASE WHEN i % 30 = 0 THEN -1 ELSE 2592000000 END,"
              + " 'Mozilla/5.0 (X11; Linux x86_64)', '192.0.2.' || i % 256, now.at FROM n JOIN now",
          TENTH
              + "INSERT INTO ticket (account_id, purpose, digest, issued_at, expires_at)"
              + " SELECT i, 'RESET', "
              + DIGEST
              + ", now.at - 3600000, now.at + CASE WHEN i % 20 = 0 THEN -1 ELSE 18000000 END"
              + " FROM n JOIN now",
          TENTH
              + "INSERT INTO audit (at, realm_id, account_id, wire, event, detail, address, agent)"
              + " SELECT now.at - 86400000 * e.age, 1, i, 'own', e.event, '{}',"
              + " '192.0.2.' || i % 256, 'Mozilla/5.0 (X11; Linux x86_64)'"
              + " FROM n JOIN now JOIN (SELECT 300 AS age, 'account-created' AS event"
              + " UNION ALL SELECT 30, 'signed-in' UNION ALL SELECT 1, 'reset-requested') e");

  private final Path file;
  private final AtomicBoolean stopped;

  Population(Path file, AtomicBoolean stopped) {
    this.file = file;
    this.stopped = stopped;
  }

  /** Makes the accounts that are missing up to this many, the first of which is there. */
  void fill(long accounts) throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      prepare(statement);
      long last = number(statement, "SELECT MAX(id) FROM account");
      Rate rate = new Rate(last, accounts);
      if (last < accounts) {
        putIndexesAside(statement);
      }
      while (last < accounts && !stopped.get()) {
        long next = Math.min(last + BATCH, accounts);
        makeBatch(connection, statement, last + 1, next);
        last = next;
        rate.report(last);
      }
      if (stopped.get()) {
        throw new IllegalStateException("stopped; the next run goes on from here");
      }
      bringIndexesBack(statement);
    }
  }

  /** Those of the constraints stay; they grow at their end alone, or are small. */
  private static void putIndexesAside(Statement statement) throws SQLException {
    statement.execute("BEGIN");
    statement.execute("CREATE TABLE IF NOT EXISTS growth_index (name TEXT, sql TEXT)");
    statement.execute(
        "INSERT INTO growth_index SELECT name, sql FROM sqlite_master WHERE type = 'index'"
            + " AND sql IS NOT NULL AND tbl_name IN ('account', 'login_name', 'access_grant',"
            + " 'ticket', 'audit')");
    for (String name : texts(statement, "SELECT name FROM growth_index")) {
      statement.execute("DROP INDEX IF EXISTS " + name);
    }
    statement.execute("COMMIT");
  }

  private static void bringIndexesBack(Statement statement) throws SQLException {
    if (number(statement, "SELECT COUNT(*) FROM sqlite_master WHERE name = 'growth_index'") == 0) {
      return;
    }
    long begin = System.nanoTime();
    for (String sql : texts(statement, "SELECT sql FROM growth_index ORDER BY rowid")) {
      statement.execute(sql.replaceFirst("INDEX ", "INDEX IF NOT EXISTS "));
      System.err.printf("  %d s: %s%n", (System.nanoTime() - begin) / 1_000_000_000, sql);
    }
    statement.execute("DROP TABLE growth_index");
  }

  private static List<String> texts(Statement statement, String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  long bytes() throws IOException {
    return Files.size(file);
  }

  private static void prepare(Statement statement) throws SQLException {
    statement.execute("PRAGMA journal_mode = TRUNCATE");
    statement.execute("PRAGMA synchronous = OFF");
    statement.execute("PRAGMA foreign_keys = OFF");
    statement.execute("PRAGMA temp_store = MEMORY");
    statement.execute("PRAGMA cache_size = -3000000");
    statement.execute("PRAGMA mmap_size = 17179869184");
    statement.execute("PRAGMA threads = 2");
    statement.execute("PRAGMA locking_mode = EXCLUSIVE");
    name(statement, "first_name", Names.FIRST);
    name(statement, "last_name", Names.LAST);
    name(statement, "host_name", Names.HOSTS);
    statement.execute(
        "CREATE TEMP TABLE now AS SELECT CAST(unixepoch('subsec') * 1000 AS INTEGER) AS at");
  }

  private static void name(Statement statement, String table, List<String> names)
      throws SQLException {
    statement.execute(
        "CREATE TEMP TABLE " + table + " (place INTEGER PRIMARY KEY, name TEXT NOT NULL)");
    for (int place = 0; place < names.size(); place++) {
      statement.execute(
          "INSERT INTO " + table + " VALUES (" + place + ", '" + names.get(place) + "')");
    }
  }

  private static void makeBatch(Connection connection, Statement statement, long from, long to)
      throws SQLException {
    statement.execute("BEGIN");
    for (String sql : BATCH_SQL) {
      try (PreparedStatement insert = connection.prepareStatement(sql)) {
        insert.setLong(1, from);
        insert.setLong(2, to);
        insert.executeUpdate();
      }
    }
    statement.execute("UPDATE realm SET next_number = " + (to + 1) + " WHERE id = 1");
    statement.execute("COMMIT");
  }

  private static long number(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      return row.getLong(1);
    }
  }

  /** How quickly it goes, and how long it will take. */
  private static final class Rate {

    private final long begin = System.nanoTime();
    private final long from;
    private final long to;

    Rate(long from, long to) {
      this.from = from;
      this.to = to;
    }

    void report(long last) {
      double seconds = Math.max(1, System.nanoTime() - begin) / 1e9;
      double perSecond = (last - from) / seconds;
      Duration left = Duration.ofSeconds(Math.round((to - last) / perSecond));
      System.err.printf("  %,d accounts, %,.0f/s, %d s to go%n", last, perSecond, left.toSeconds());
    }
  }
}
