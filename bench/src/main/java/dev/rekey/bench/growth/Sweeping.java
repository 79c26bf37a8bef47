package dev.rekey.bench.growth;

import dev.rekey.Caretaker;
import dev.rekey.core.token.Mint;
import dev.rekey.store.Store;
import dev.rekey.store.StoreSettings;
import dev.rekey.store.Vault;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
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

/**
 * For how long the sweep holds the writer: sweeps so many expired grants and old lines of the audit
 * trail out of a database as the server's caretaker does, and times every handful with its commit.
 */
public final class Sweeping {

  private static final long ACCOUNTS = 10_000;

  private final List<Long> wall = new ArrayList<>();
  private final List<Long> cpu = new ArrayList<>();
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private long began;
  private long beganCpu;
  private boolean underWay;

  private Sweeping() {}

  /** {@code DIRECTORY ROWS}: where, and how many of each kind. */
  public static void main(String[] arguments) throws IOException, SQLException {
    Path file = Path.of(arguments[0]).resolve("sweep.db");
    long rows = Long.parseLong(arguments[1]);
    Files.createDirectories(file.getParent());
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
              + " expires_at, agent, address) SELECT 1 + i % "
              + ACCOUNTS
              + ", 'BEARER', lower(hex(randomblob(12))), 'own', lower(hex(randomblob(32))), 0, i,"
              + " 'Mozilla/5.0 (X11; Linux x86_64)', '192.0.2.7' FROM n");
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
    return "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + count + ") ";
  }

  private void sweep(Store store) {
    long writer = writer();
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
        "%,d rows in %,d handfuls, %.1f s with the pauses%n",
        gone, wall.size(), (System.nanoTime() - begin) / 1e9);
    report("a handful with its commit, by the clock", wall);
    report("the writer's own work on it, CPU", cpu);
    caretaker.close();
  }

  /** The thread that alone writes into an SQLite file. */
  private long writer() {
    return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
        .filter(thread -> thread != null && thread.getThreadName().equals("sqlite-writer"))
        .findFirst()
        .orElseThrow()
        .getThreadId();
  }

  /** The caretaker looks at the clock before a handful and after it. */
  private long tick(long writer) {
    long now = System.nanoTime();
    long nowCpu = threads.getThreadCpuTime(writer);
    if (underWay) {
      wall.add(now - began);
      cpu.add(nowCpu - beganCpu);
    }
    underWay = !underWay;
    began = now;
    beganCpu = nowCpu;
    return now;
  }

  private static void report(String what, List<Long> nanos) {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%s, ms: median %.1f, p99 %.1f, p99.9 %.1f, longest %.1f; over 20 ms: %d%n",
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
