package dev.rekey.store.postgres;

import static java.nio.file.StandardOpenOption.CREATE_NEW;

import dev.rekey.store.StoreSettings;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * A real PostgreSQL server on this machine, from the binaries on the class path, with nothing to
 * install: unpacked into a temporary folder, gone with the JVM.
 *
 * <p>PostgreSQL refuses to run as root. Where this is root (in a container, say), the server runs
 * as {@code nobody}, by way of {@code setpriv}, which every Debian has.
 *
 * <p>{@link #main} starts one by hand and prints where it is.
 */
public final class PostgresForTests implements AutoCloseable {

  public static final String USER = "rekey";
  public static final String PASSWORD = "only for tests";

  private static final String NOBODY = "65534";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Path home;
  private final int port;
  private final Process server;
  private final AtomicInteger databases = new AtomicInteger();

  /** Whether commits wait for the disk. Tests of something else than durability need not. */
  public enum Flush {
    NEVER,
    EVERY_COMMIT
  }

  private PostgresForTests(Path home, int port, Process server) {
    this.home = home;
    this.port = port;
    this.server = server;
  }

  /** The one that all tests of a JVM use; started by the first and stopped with the JVM. */
  public static PostgresForTests shared() {
    return Shared.SERVER;
  }

  private static final class Shared {
    static final PostgresForTests SERVER = start(Flush.NEVER, Optional.empty());
  }

  /** Starts a server of one's own, on that port or on a free one. */
  public static PostgresForTests start(Flush flush, Optional<Integer> wishedPort) {
    try {
      Path home = Files.createTempDirectory("rekey-postgres-");
      unpack(home);
      initialise(home);
      int port = wishedPort.orElseGet(PostgresForTests::freePort);
      PostgresForTests postgres = new PostgresForTests(home, port, launch(home, port, flush));
      Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
      postgres.awaitFirstConnection();
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The JDBC URL of a new, empty database; user and password are the constants above. */
  public String freshUrl() {
    String name = "rekey_" + ProcessHandle.current().pid() + "_" + databases.incrementAndGet();
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot make a database on " + url("postgres"), e);
    }
    return url(name);
  }

  /** The same with user and password in it, as an operator may write it. */
  public String freshUrlWithPassword() {
    return freshUrl() + "?user=" + USER + "&password=" + PASSWORD.replace(" ", "%20");
  }

  /** A new, empty database, ready to be opened. */
  public StoreSettings.Postgres freshDatabase() {
    return new StoreSettings.Postgres(freshUrl(), USER, PASSWORD, 8);
  }

  @Override
  public void close() {
    if (server.isAlive()) {
      run(home, List.of("bin/pg_ctl", "-D", "data", "-m", "immediate", "-w", "stop"));
    }
    delete(home);
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url("postgres"), USER, PASSWORD);
  }

  private static void unpack(Path home) throws IOException {
    String archive = "/postgres-linux-" + architecture() + ".txz";
    try (InputStream packed = PostgresForTests.class.getResourceAsStream(archive)) {
      if (packed == null) {
        throw new IllegalStateException(
            "no PostgreSQL for this machine on the class path: " + archive);
      }
      unpack(new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed))), home);
    }
    belongToServer(home);
  }

  private static String architecture() {
    String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return name.equals("aarch64") ? "arm_64" : "x86_64";
  }

  private static void unpack(TarArchiveInputStream tar, Path home) throws IOException {
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      Path path = home.resolve(entry.getName()).normalize();
      if (!path.startsWith(home)) {
        throw new IOException("an entry that leads outside: " + entry.getName());
      }
      unpack(tar, entry, path);
    }
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
    run(
        home,
        List.of(
            "bin/initdb",
            "--pgdata=data",
            "--username=" + USER,
            "--pwfile=password",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--no-locale",
            "--no-sync"));
  }

  private static Process launch(Path home, int port, Flush flush) throws IOException {
    String sync = flush == Flush.EVERY_COMMIT ? "on" : "off";
    List<String> command = new ArrayList<>(List.of("bin/postgres", "-D", "data"));
    Stream.of(
            "port=" + port,
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=200",
            "shared_buffers=64MB",
            "deadlock_timeout=50ms",
            "fsync=" + sync,
            "synchronous_commit=" + sync,
            "full_page_writes=" + sync)
        .forEach(setting -> command.addAll(List.of("-c", setting)));
    return process(home, command).start();
  }

  private void awaitFirstConnection() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try (Connection _ = connect()) {
        return;
      } catch (SQLException e) {
        if (!server.isAlive() || System.nanoTime() > end) {
          throw new IllegalStateException("PostgreSQL does not answer; it said: " + log(home), e);
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  private static void run(Path home, List<String> command) {
    try {
      int status = process(home, command).start().waitFor();
      if (status != 0) {
        throw new IllegalStateException(command.getFirst() + " failed: " + log(home));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What it says goes to {@code log} beside it. */
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

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts a server that stays until it is killed: {@code [--port N] [--fsync]}. The first line
   * that it prints is the JDBC URL of an empty database.
   */
  public static void main(String... arguments) throws InterruptedException {
    List<String> words = Arrays.asList(arguments);
    Flush flush = words.contains("--fsync") ? Flush.EVERY_COMMIT : Flush.NEVER;
    int at = words.indexOf("--port");
    Optional<Integer> port =
        at < 0 ? Optional.empty() : Optional.of(Integer.valueOf(words.get(at + 1)));
    PostgresForTests postgres = start(flush, port);
    System.out.println(postgres.freshUrl());
    System.out.println("user " + USER + ", password " + PASSWORD);
    Thread.currentThread().join();
  }
}
