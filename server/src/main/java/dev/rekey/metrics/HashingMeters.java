package dev.rekey.metrics;

import dev.rekey.core.password.HashingPool;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** Counts hashes, and who waits for them or is sent away. */
final class HashingMeters {

  /** Imported hashes bring their own costs; there may be so many before the rest is one. */
  private static final int MOST_COSTS = 32;

  private static final String OTHER_COST = "other";

  private static final Duration[] HASHES = millis(2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000);
  private static final Duration[] WAITS = millis(1, 5, 10, 50, 100, 250, 500, 1000, 2500, 5000);

  private final MeterRegistry registry;
  private final MeterProvider<Timer> hashes;
  private final Timer waits;
  private final Counter shed;
  private final Set<String> costs = ConcurrentHashMap.newKeySet();

  HashingMeters(MeterRegistry registry) {
    this.registry = registry;
    this.hashes =
        Timer.builder("rekey.hashes")
            .description("Hashes that were computed, decoys too, without the wait before")
            .serviceLevelObjectives(HASHES)
            .withRegistry(registry);
    this.waits =
        Timer.builder("rekey.hashing.wait")
            .description("How long those who wanted a hash waited for a thread")
            .serviceLevelObjectives(WAITS)
            .register(registry);
    this.shed =
        Counter.builder("rekey.hashing.shed")
            .description("Requests that were told to come again, for want of a thread")
            .register(registry);
  }

  private static Duration[] millis(long... millis) {
    return LongStream.of(millis).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
  }

  void hashed(String scheme, String cost, Duration took) {
    hashes.withTags("scheme", scheme, "cost", bounded(scheme, cost)).record(took);
  }

  private String bounded(String scheme, String cost) {
    String both = scheme + ' ' + cost;
    boolean known = costs.contains(both) || (costs.size() < MOST_COSTS && costs.add(both));
    return known ? cost : OTHER_COST;
  }

  void waited(Duration wait) {
    waits.record(wait);
  }

  void shed() {
    shed.increment();
  }

  void show(HashingPool pool) {
    gauge("rekey.hashing.waiting", "Requests that wait for a hash", pool::waiting);
    gauge("rekey.hashing.busy", "Hashes that are being computed", pool::busy);
    gauge("rekey.hashing.threads", "Hashes that can be computed at once", pool::threads);
    gauge(
        "rekey.hashing.capacity",
        "Requests that are let in, at work and waiting together",
        pool::capacity);
  }

  private void gauge(String name, String description, Supplier<Number> number) {
    Meters.gauge(registry, name, description, number);
  }
}
