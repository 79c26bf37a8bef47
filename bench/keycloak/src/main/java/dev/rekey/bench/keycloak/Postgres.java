package dev.rekey.bench.keycloak;

import static java.nio.file.StandardOpenOption.CREATE_NEW;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL server that both sides keep their data in, each in a database of its own: from the
 * binaries on the class path, in a temporary folder, every commit on disk.
 *
 * <p>PostgreSQL refuses to run as root. Where this is root, it runs as {@code nobody}.
 */
final class Postgres {

  static final String USER = "bench";
  static final String PASSWORD = "only for the comparison";

  private static final String NOBODY = "65534";
  private static final List<String> SETTINGS =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "max_connections=200",
          "shared_buffers=256MB",
          "max_wal_size=4GB",
          "fsync=on",
          "synchronous_commit=on",
          "full_page_writes=on");

  private final Path home;
  private final int port;
  private final Process process;

  private Postgres(Path home, int port, Process process) {
    this.home = home;
    this.port = port;
    this.process = process;
  }

  static Postgres start(Children children) throws IOException, InterruptedException {
    Path home = Files.createTempDirectory("rekey-beside-keycloak-");
    children.add(() -> delete(home));
    unpack(home);
    initialise(home);
    int port = Ports.free();
    List<String> command = new ArrayList<>(List.of("bin/postgres", "-D", "data"));
    Stream.concat(Stream.of("port=" + port), SETTINGS.stream())
        .forEach(setting -> command.addAll(List.of("-c", setting)));
    Postgres postgres = new Postgres(home, port, process(home, command).start());
    children.add(postgres.process.toHandle(), postgres::stop);
    postgres.awaitFirstConnection();
    return postgres;
  }

  static String settings() {
    return String.join(", ", SETTINGS);
  }

  void create(String database) throws SQLException {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + database);
    }
  }

  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** The texts in the first column and the numbers in the second. */
  Map<String, Long> count(String database, String query) throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        counts.put(rows.getString(1), rows.getLong(2));
      }
    }
    return counts;
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database), USER, PASSWORD);
  }

  private void stop() {
    try {
      if (process.isAlive()) {
        run(home, List.of("bin/pg_ctl", "-D", "data", "-m", "fast", "-w", "stop"));
      }
    } catch (IOException | InterruptedException | IllegalStateException e) {
      process.destroyForcibly();
    }
  }

  private static void unpack(Path home) throws IOException {
    boolean arm = System.getProperty("os.arch").equals("aarch64");
    String archive = "/postgres-linux-" + (arm ? "arm_64" : "x86_64") + ".txz";
    try (InputStream packed = Postgres.class.getResourceAsStream(archive)) {
      if (packed == null) {
        throw new IllegalStateException("no PostgreSQL for this machine: " + archive);
      }
      unpack(new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed))), home);
    }
    belongToServer(home);
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

  private static void initialise(Path home) throws IOException, InterruptedException {
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
            "--no-locale"));
  }

  private void awaitFirstConnection() throws IOException, InterruptedException {
    for (int tries = 0; ; tries++) {
      try (Connection _ = connect("postgres")) {
        return;
      } catch (SQLException e) {
        if (!process.isAlive() || tries > 600) {
          throw new IllegalStateException("PostgreSQL does not answer; it said: " + log(home), e);
        }
        Thread.sleep(50);
      }
    }
  }

  private static void run(Path home, List<String> command)
      throws IOException, InterruptedException {
    if (process(home, command).start().waitFor() != 0) {
      throw new IllegalStateException(command.getFirst() + " failed: " + log(home));
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

  private static String log(Path home) throws IOException {
    return Files.readString(home.resolve("log"));
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static void belongToServer(Path path) throws IOException {
    if (isRoot()) {
      Files.setAttribute(path, "unix:uid", Integer.valueOf(NOBODY));
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      System.err.println("bench/keycloak: not removed: " + folder);
    }
  }
}
