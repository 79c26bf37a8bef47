package dev.rekey.bench.growth;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was asked for on the command line.
 *
 * @param accounts how many of them, the smallest first
 * @param data where they are made, and kept for the next time
 * @param server a jar, or a class path
 * @param rounds how often each request is made
 * @param starts how often each server is started
 */
record Options(List<Long> accounts, Path data, String server, int rounds, int starts) {

  static final String HELP =
      """
      --accounts 10000,1000000,10000000  the sizes to compare
      --data DIRECTORY                   where they are made, and kept for the next time
      --server JAR                       a jar or a class path; else this checkout's
      --rounds 300                       how often each request is made
      --starts 5                         how often each server is started
      A stop while accounts are made loses nothing: the next run goes on from there.\
      """;

  private static final Set<String> KNOWN = Set.of("accounts", "data", "server", "rounds", "starts");

  static Options of(String[] arguments) {
    Map<String, String> given = given(arguments);
    return new Options(
        Stream.of(given.getOrDefault("accounts", "10000,1000000,10000000").split(","))
            .map(Long::valueOf)
            .sorted()
            .toList(),
        Path.of(given.getOrDefault("data", "bench/target/growth")).toAbsolutePath(),
        given.getOrDefault("server", System.getProperty("java.class.path")),
        Integer.parseInt(given.getOrDefault("rounds", "300")),
        Integer.parseInt(given.getOrDefault("starts", "5")));
  }

  private static Map<String, String> given(String[] arguments) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      String name = arguments[i].replaceFirst("^--", "");
      if (!KNOWN.contains(name)) {
        throw new IllegalArgumentException("there is no option " + arguments[i]);
      }
      given.put(name, arguments[i + 1]);
    }
    if (arguments.length % 2 != 0) {
      throw new IllegalArgumentException("the last option has no value");
    }
    return given;
  }
}
