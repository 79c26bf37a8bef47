package dev.rekey.bench.stage;

import static java.nio.file.StandardOpenOption.CREATE_NEW;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * A PostgreSQL server of our own, from the binaries on the class path, with its settings as they
 * come: every commit is on disk before it is answered.
 *
 * <p>PostgreSQL refuses to run as root. Where this is root, the server runs as {@code nobody}, by
 * way of {@code setpriv}, in the system's folder for temporary files, which {@code nobody} can
 * reach.
 */
public final class Postgres implements AutoCloseable {

  /** Who may do everything. */
  public static final String USER = "rekey";

  /** With this password. */
  public static final String PASSWORD = "only for benchmarks";

  private static final String NOBODY = "65534";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Path home;
  private final int port;
  private final Process server;
  private final AtomicInteger databases = new AtomicInteger();

  private Postgres(Path home, int port, Process server) {
    this.home = home;
    this.port = port;
    this.server = server;
  }

  /** Starts one on a free port; it ends with this JVM at the latest. */
  public static Postgres start() {
    try {
      Path home = Files.createTempDirectory("rekey-bench-postgres-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> deleteWhenFree(home)));
      unpack(home);
      initialise(home);
      int port = Ports.free();
      Postgres postgres = new Postgres(home, port, launch(home, port));
      postgres.awaitFirstConnection();
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The JDBC URL of a new, empty database. */
  public String freshUrl() {
    String name = "bench_" + databases.incrementAndGet();
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot make a database", e);
    }
    return url(name);
  }

  /** The process all others of the server are children of. */
  public long pid() {
    return server.pid();
  }

  @Override
  public void close() {
    Children.stop(server);
    Checkout.delete(home);
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url("postgres"), USER, PASSWORD);
  }

  private static void unpack(Path home) throws IOException {
    boolean arm = System.getProperty("os.arch").equals("aarch64");
    String archive = "/postgres-linux-" + (arm ? "arm_64" : "x86_64") + ".txz";
    try (InputStream packed = Postgres.class.getResourceAsStream(archive)) {
      if (packed == null) {
        throw new IllegalStateException("no PostgreSQL for this machine: " + archive);
      }
      TarArchiveInputStream tar =
          new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)));
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, inside(home, entry.getName()));
      }
    }
    belongToServer(home);
  }

  private static Path inside(Path home, String name) throws IOException {
    Path path = home.resolve(name).normalize();
    if (!path.startsWith(home)) {
      throw new IOException("an entry that leads outside: " + name);
    }
    return path;
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    try (var file = Files.newOutputStream(path, CREATE_NEW)) {
      tar.transferTo(file);
    }
    if ((entry.getMode() & 0100) != 0 && !path.toFile().setExecutable(true, false)) {
      throw new IOException("cannot be made executable: " + path);
    }
  }

  private static void initialise(Path home) throws IOException {
    Path password = Files.writeString(home.resolve("password"), PASSWORD + "\n");
    belongToServer(password);
    Process process =
        Children.start(
            process(
                home,
                List.of(
                    "bin/initdb",
                    "--pgdata=data",
                    "--username=" + USER,
                    "--pwfile=password",
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--no-locale")));
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException("initdb failed: " + log(home));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Process launch(Path home, int port) {
    List<String> command = new ArrayList<>(List.of("bin/postgres", "-D", "data"));
    for (String setting :
        List.of("port=" + port, "listen_addresses=127.0.0.1", "unix_socket_directories=")) {
      command.addAll(List.of("-c", setting));
    }
    return Children.start(process(home, command));
  }

  private void awaitFirstConnection() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try (Connection _ = connect()) {
        return;
      } catch (SQLException e) {
        if (!server.isAlive() || System.nanoTime() > end) {
          throw new IllegalStateException("PostgreSQL does not answer: " + log(home), e);
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  private static ProcessBuilder process(Path home, List<String> command) {
    List<String> whole = new ArrayList<>();
    if (isRoot()) {
      whole.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
    }
    whole.add(home.resolve(command.getFirst()).toString());
    whole.addAll(command.subList(1, command.size()));
    ProcessBuilder builder = new ProcessBuilder(whole).directory(home.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()));
  }

  private static String log(Path home) {
    try {
      return Files.readString(home.resolve("log"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static void belongToServer(Path path) throws IOException {
    if (isRoot()) {
      Files.setAttribute(path, "unix:uid", Integer.valueOf(NOBODY));
    }
  }

  /** Hooks run at once, in no order: the server may still be writing. */
  private static void deleteWhenFree(Path home) {
    long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    while (Files.exists(home) && System.nanoTime() < end) {
      if (Files.exists(home.resolve("data/postmaster.pid"))) {
        LockSupport.parkNanos(PAUSE.toNanos());
      } else {
        Checkout.delete(home);
      }
    }
  }
}
