package dev.rekey.bench.keycloak;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What the command line says. {@code run --help} describes it. */
record Options(
    Path house,
    Path target,
    Path keycloak,
    String version,
    String commit,
    Duration measured,
    Duration warmUp,
    Duration settle,
    int rounds,
    int starts,
    int connections,
    int users,
    String heap,
    String cache,
    boolean guarded) {

  private static final Set<String> PLACES =
      Set.of("house", "target", "keycloak", "version", "commit");
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "seconds", "20",
          "warm-up", "10",
          "settle", "10",
          "rounds", "3",
          "starts", "3",
          "connections", "8",
          "users", "200",
          "heap", "512m",
          "cache", "local",
          "guarded", "false");

  /** A command line that cannot be followed, and why. */
  static final class Wrong extends RuntimeException {
    private final String why;

    Wrong(String why) {
      super(why);
      this.why = why;
    }

    String why() {
      return why;
    }
  }

  static Options of(String... words) {
    Map<String, String> said = new HashMap<>(DEFAULTS);
    for (int at = 0; at < words.length; at++) {
      String name = name(words[at]);
      if (name.equals("guarded")) {
        said.put(name, "true");
      } else if (++at < words.length) {
        said.put(name, words[at]);
      } else {
        throw new Wrong("--" + name + " wants something behind it");
      }
    }
    return of(said);
  }

  private static String name(String word) {
    String name = word.startsWith("--") ? word.substring(2) : "";
    if (!DEFAULTS.containsKey(name) && !PLACES.contains(name)) {
      throw new Wrong("unknown: " + word + "; see --help");
    }
    return name;
  }

  private static Options of(Map<String, String> said) {
    Options options =
        new Options(
            Path.of(needed(said, "house")),
            Path.of(needed(said, "target")),
            Path.of(needed(said, "keycloak")),
            needed(said, "version"),
            needed(said, "commit"),
            Duration.ofSeconds(number(said, "seconds", 1)),
            Duration.ofSeconds(number(said, "warm-up", 0)),
            Duration.ofSeconds(number(said, "settle", 0)),
            number(said, "rounds", 1),
            number(said, "starts", 1),
            number(said, "connections", 1),
            number(said, "users", 1),
            matching(said, "heap", "[1-9][0-9]*[mgMG]"),
            matching(said, "cache", "local|ispn"),
            Boolean.parseBoolean(said.get("guarded")));
    if (options.users() < options.connections()) {
      throw new Wrong("--users has to be at least --connections: each client has its own");
    }
    return options;
  }

  private static String needed(Map<String, String> said, String name) {
    String value = said.get(name);
    if (value == null) {
      throw new Wrong("--" + name + " is missing; start this with bench/keycloak/run");
    }
    return value;
  }

  private static String matching(Map<String, String> said, String name, String pattern) {
    String value = needed(said, name);
    if (!value.matches(pattern)) {
      throw new Wrong("--" + name + ": found " + value + ", " + pattern + " would do");
    }
    return value;
  }

  private static int number(Map<String, String> said, String name, int least) {
    String value = matching(said, name, "[0-9]{1,6}");
    int number = Integer.parseInt(value);
    if (number < least) {
      throw new Wrong("--" + name + ": found " + value + ", at least " + least + " would do");
    }
    return number;
  }
}
