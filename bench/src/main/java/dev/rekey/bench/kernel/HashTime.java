package dev.rekey.bench.kernel;

import dev.rekey.bench.stage.Checkout;
import dev.rekey.bench.stage.Children;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * How long one hash takes here and now, in a JVM of its own.
 *
 * @param alone nanoseconds, the median of one thread
 * @param together the median where every core hashes at once
 */
public record HashTime(String engine, long alone, long together) {

  /** What every JVM that hashes is started with. */
  public static final List<String> JVM_OPTIONS =
      List.of("--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED");

  /** Of the engine that is fastest here, within a few seconds. */
  public static HashTime ofFastest() {
    return of("fastest", 2000, 2000, List.of());
  }

  /** Of one engine in a fresh JVM. */
  public static HashTime of(String engine, int warmUpMillis, int millis, List<String> options) {
    List<String> all = new ArrayList<>(JVM_OPTIONS);
    all.add("-XX:+UseSerialGC");
    all.addAll(options);
    List<String> command = new ArrayList<>(Checkout.java(all, HashProbe.class.getName()));
    command.addAll(List.of(engine, Integer.toString(warmUpMillis), Integer.toString(millis)));
    Process process =
        Children.start(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD));
    try (var out = process.inputReader(StandardCharsets.UTF_8)) {
      String line = out.lines().reduce("", (_, last) -> last);
      String[] words = line.split(" ", -1);
      if (words.length != 3) {
        throw new IllegalStateException("the hash of " + engine + " was not timed: " + line);
      }
      return new HashTime(words[0], Long.parseLong(words[1]), Long.parseLong(words[2]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many hashes the machine can compute in a second: its cores, divided by the hash's time. */
  public double limit(int cores) {
    return cores * 1e9 / alone;
  }

  /** The same as it is when all cores hash, which share caches, memory and clock. */
  public double limitTogether(int cores) {
    return cores * 1e9 / together;
  }
}
