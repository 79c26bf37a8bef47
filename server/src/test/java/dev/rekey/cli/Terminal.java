package dev.rekey.cli;

import dev.rekey.House;
import dev.rekey.config.Configuration;
import dev.rekey.core.account.Account;
import dev.rekey.core.account.Realm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Somebody at a terminal, with a data directory and a configuration whose hashes cost little. */
final class Terminal {

  private static final String CHEAP =
      """
      hashing: {memory-kib: 256, passes: 1}
      log.level: error
      realms: [main, drivers]
      """;

  private final Path config;
  private final Path data;

  private Terminal(Path config, Path data) {
    this.config = config;
    this.data = data;
  }

  static Terminal in(Path folder) {
    return in(folder, "");
  }

  /**
   * @param more of the configuration
   */
  static Terminal in(Path folder, String more) {
    try {
      Path config = Files.writeString(folder.resolve("rekey.yaml"), CHEAP + more);
      return new Terminal(config, folder.resolve("data"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What somebody reads when a command is over. */
  record Said(int code, String out, String err) {

    /** The lines of standard output, each an object. */
    List<JsonNode> json() {
      return out.lines().map(line -> new ObjectMapper().readTree(line)).toList();
    }

    /** The lines of standard output that have a name and a value. */
    String value(String name) {
      return out.lines()
          .filter(line -> line.startsWith(name + ' '))
          .map(line -> line.substring(name.length()).strip())
          .findFirst()
          .orElseThrow(() -> new AssertionError("no " + name + " in: " + out + err));
    }
  }

  Path data() {
    return data;
  }

  /** An account command, with nothing on standard input. */
  Said account(String... arguments) {
    return typing("").account(arguments);
  }

  Typing typing(String input) {
    return typing(input.getBytes(StandardCharsets.UTF_8));
  }

  Typing typing(byte[] input) {
    return arguments -> run(input, withOptions("account", arguments));
  }

  /** What is typed on standard input, before the command is chosen. */
  @FunctionalInterface
  interface Typing {
    Said account(String... arguments);
  }

  /** Any command with the terminal's configuration and data. */
  Said command(String name, String... arguments) {
    return run(new byte[0], withOptions(name, arguments));
  }

  /** Any command line, as it is. */
  static Said run(String... arguments) {
    return run(new byte[0], arguments);
  }

  private String[] withOptions(String name, String... arguments) {
    List<String> options = List.of("--config", config.toString(), "--data", data.toString());
    return Stream.of(List.of(name), Arrays.asList(arguments), options)
        .flatMap(List::stream)
        .toArray(String[]::new);
  }

  /** Any command, by a stopwatch of the test. */
  Said timed(LongSupplier nanoTime, String name, String... arguments) {
    return run(new byte[0], nanoTime, withOptions(name, arguments));
  }

  private static Said run(byte[] input, String... arguments) {
    return run(input, System::nanoTime, arguments);
  }

  private static Said run(byte[] input, LongSupplier nanoTime, String... arguments) {
    InputStream in = System.in;
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    try {
      System.setIn(new ByteArrayInputStream(input));
      System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
      int code = RekeyCommand.run(House::open, House.instruments().timedBy(nanoTime), arguments);
      return new Said(
          code, said.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
    } finally {
      System.setIn(in);
      System.setOut(out);
      System.setErr(err);
    }
  }

  /** The house behind it, opened beside the commands. */
  House house(Map<String, String> overrides) {
    return House.open(configuration(overrides));
  }

  private Configuration configuration(Map<String, String> overrides) {
    Map<String, String> all = new HashMap<>(overrides);
    all.put("data.directory", data.toString());
    return Configuration.load(Optional.of(config), Map.of(), all);
  }

  /** The accounts that there are. */
  List<Account> accounts() {
    try (House house = house(Map.of())) {
      return house.accounts().list(Realm.MAIN, Optional.empty(), 1_000);
    }
  }
}
