package dev.rekey.bench.growth;

import dev.rekey.Caretaker;
import dev.rekey.core.token.Mint;
import dev.rekey.store.Store;
import dev.rekey.store.StoreSettings;
import dev.rekey.store.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * For how long the sweep holds the writer: sweeps so many expired grants and old lines of the audit
 * trail out of a database as the server's caretaker does, and times every handful with its commit,
 * and of that apart what is the statements' doing, other programs' and the disk's.
 */
public final class Sweeping {

  private static final long ACCOUNTS = 10_000;

  static final String HELP =
      """
      sweep [DIRECTORY [ROWS]]  sweeps so many expired grants and as many old lines of the audit trail
                                (bench/target/sweep, 1000000)\
      """;

  private final List<ThreadTimes> handfuls = new ArrayList<>();
  private ThreadTimes began = new ThreadTimes(0, 0, 0);
  private boolean underWay;

  private Sweeping() {}

  /** {@code DIRECTORY ROWS}: where, and how many of each kind. */
  public static void main(String[] arguments) throws IOException, SQLException {
    if (List.of(arguments).contains("--help")) {
      System.out.println(HELP);
      return;
    }
    Path file = Path.of(arguments.length > 0 ? arguments[0] : "bench/target/sweep", "sweep.db");
    long rows = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1_000_000;
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.deleteIfExists(file);
    open(file).close();
    litter(file, rows);
    try (Store store = open(file)) {
      new Sweeping().sweep(store);
    }
  }

  private static Store open(Path file) {
    SecureRandom random = new SecureRandom();
    Vault vault = new Vault(new byte[32], random);
    return Store.open(new StoreSettings.Sqlite(file), vault, new Mint(random));
  }

  /** As it would lie there: of all accounts, one after the other. */
  private static void litter(Path file, long rows) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA synchronous = OFF");
      statement.execute("PRAGMA cache_size = -1000000");
      statement.execute("BEGIN");
      statement.execute(
          series(ACCOUNTS)
              + "INSERT INTO account (id, realm_id, number, hex24, hex32, role, profile, disabled,"
              + " created_at, updated_at) SELECT i, 1, i, lower(hex(randomblob(12))),"
              + " lower(hex(randomblob(16))), 'user', '{}', 0, 0, 0 FROM n");
      statement.execute(
          series(rows)
              + "INSERT INTO access_grant (account_id, kind, key, wire, current_digest, issued_at,"
              + " expires_at, agent, address, last_used_at) SELECT 1 + i % "
              + ACCOUNTS
              + ", 'BEARER', lower(hex(randomblob(12))), 'own', lower(hex(randomblob(32))), 0, i,"
              + " 'Mozilla/5.0 (X11; Linux x86_64)', '192.0.2.7', 0 FROM n");
      statement.execute(
          series(rows)
              + "INSERT INTO audit (at, realm_id, account_id, wire, event, detail, address, agent)"
              + " SELECT i, 1, 1 + (i * 7919) % "
              + ACCOUNTS
              + ", 'own', 'signed-in', '{}', '192.0.2.7', 'Mozilla/5.0 (X11; Linux x86_64)' FROM n");
      statement.execute("COMMIT");
    }
  }

  private static String series(long count) {
    return "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
        + count
        + ") ";
  }

  private void sweep(Store store) {
    Path writer = ThreadTimes.named("sqlite-writer");
    Caretaker caretaker =
        new Caretaker(
            store.broom(),
            Optional.of(Duration.ofDays(400)),
            InstantSource.system(),
            () -> tick(writer),
            _ -> {});
    long begin = System.nanoTime();
    long gone = caretaker.sweep();
    System.out.printf(
        Locale.ROOT,
        "%,d rows in %,d handfuls, %.1f s with the pauses%n%n"
            + "| the writer, of a handful with its commit, ms | median | p99 | p99.9 | longest"
            + " | over 20 ms |%n|---|---|---|---|---|---|%n",
        gone,
        handfuls.size(),
        (System.nanoTime() - begin) / 1e9);
    report("at work on it (processor)", ThreadTimes::worked);
    report("kept from the processor by others", ThreadTimes::queued);
    report("waiting for the disk", ThreadTimes::waited);
    report("all, by the clock", ThreadTimes::wall);
    caretaker.close();
  }

  /** The caretaker looks at the clock before a handful and after it. */
  private long tick(Path writer) {
    ThreadTimes now = ThreadTimes.of(writer);
    if (underWay) {
      handfuls.add(now.since(began));
    }
    underWay = !underWay;
    began = now;
    return now.wall();
  }

  private void report(String what, ToLongFunction<ThreadTimes> part) {
    long[] sorted = handfuls.stream().mapToLong(part).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "| %s | %.1f | %.1f | %.1f | %.1f | %d |%n",
        what,
        at(sorted, 0.5),
        at(sorted, 0.99),
        at(sorted, 0.999),
        at(sorted, 1),
        Arrays.stream(sorted).filter(one -> one > 20_000_000).count());
  }

  private static double at(long[] sorted, double part) {
    return sorted[(int) Math.min(sorted.length - 1, sorted.length * part)] / 1e6;
  }
}
