package dev.rekey.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One run of npm for each lock file; what it brought is kept in a folder named for that file. */
final class Installation {

  private static final int OLDEST_NODE = 18;
  private static final Pattern VERSION = Pattern.compile("v?(\\d+)\\.\\d+\\.\\d+\\s*");
  private static final Duration GLANCE = Duration.ofSeconds(30);
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final List<String> LOCK = List.of("package.json", "package-lock.json");

  private final Path scripts;
  private final Path folder;

  Installation(Path scripts, Path target) throws IOException {
    this.scripts = scripts;
    this.folder = target.resolve(digest(scripts));
  }

  private static String digest(Path scripts) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String file : LOCK) {
        digest.update(Files.readAllBytes(scripts.resolve(file)));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  Clients install() throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Optional<Integer> node = majorVersion("node");
    if (node.filter(version -> version >= OLDEST_NODE).isEmpty()) {
      return new Clients.Missing(
          "There is no Node " + OLDEST_NODE + " or newer on this machine's path.");
    }
    if (majorVersion("npm").isEmpty()) {
      return new Clients.Missing("There is no npm on this machine's path.");
    }
    return fetched();
  }

  private Clients fetched() throws IOException, InterruptedException {
    copyScripts();
    Path done = folder.resolve("installed");
    if (Files.notExists(done)) {
      Run npm = fetch();
      if (!npm.succeeded()) {
        return new Clients.Missing("npm could not install the clients:\n" + npm.output());
      }
      Files.createFile(done);
    }
    return new Clients.Installed(folder);
  }

  private Optional<Integer> majorVersion(String program) throws InterruptedException {
    try {
      Run asked = Run.of(List.of(program, "--version"), folder, Map.of(), GLANCE);
      return asked
          .output()
          .lines()
          .map(VERSION::matcher)
          .filter(Matcher::matches)
          .map(version -> Integer.valueOf(version.group(1)))
          .findFirst();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private Run fetch() throws IOException, InterruptedException {
    List<String> command =
        List.of(
            "npm",
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--loglevel=error",
            "--fetch-retry-mintimeout=1000");
    return Run.of(command, folder, Map.of(), LIMIT);
  }

  private void copyScripts() throws IOException {
    try (Stream<Path> files = Files.list(scripts)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(file.getFileName().toString());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
