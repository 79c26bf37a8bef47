package dev.rekey.bench.kernel;

import dev.rekey.argon2.Argon2Engine;
import dev.rekey.argon2.Argon2Input;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A JVM that times the hash and prints one line: the engine, the median of one thread, and the
 * median where every core hashes at once, in nanoseconds.
 *
 * <p>{@code HashProbe ENGINE WARM-UP-MILLIS MILLIS}; {@code fastest} tries all and takes, like the
 * server, the one that is fastest here.
 */
public final class HashProbe {

  private static final String FASTEST = "fastest";

  private HashProbe() {}

  /** Does it. */
  public static void main(String... arguments) throws InterruptedException {
    long warmUp = Long.parseLong(arguments[1]);
    long time = Long.parseLong(arguments[2]);
    Argon2Engine engine =
        arguments[0].equals(FASTEST) ? fastest(warmUp) : Engines.named(arguments[0]);
    Engines.trusted(engine);
    durations(engine, warmUp);
    long alone = median(durations(engine, time));
    System.out.println(engine.name() + ' ' + alone + ' ' + together(engine, time));
  }

  private static Argon2Engine fastest(long warmUp) {
    return Stream.concat(Engines.own().stream(), Stream.of(new BouncyCastle()))
        .min(Comparator.comparingLong(engine -> median(durations(engine, warmUp))))
        .orElseThrow();
  }

  private static long together(Argon2Engine engine, long millis) throws InterruptedException {
    List<Long> all = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      threads.add(Thread.ofPlatform().start(() -> addAll(all, durations(engine, millis))));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return median(all);
  }

  private static void addAll(List<Long> all, List<Long> more) {
    synchronized (all) {
      all.addAll(more);
    }
  }

  private static List<Long> durations(Argon2Engine engine, long millis) {
    Argon2Input input = Engines.input();
    List<Long> durations = new ArrayList<>();
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (durations.size() < 3 || System.nanoTime() < end) {
      long begin = System.nanoTime();
      byte[] tag = engine.hash(Engines.parameters(), input);
      durations.add(System.nanoTime() - begin);
      Arrays.fill(tag, (byte) 0);
    }
    return durations;
  }

  private static long median(List<Long> durations) {
    return durations.stream().sorted().toList().get(durations.size() / 2);
  }
}
