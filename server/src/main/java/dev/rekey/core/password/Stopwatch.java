package dev.rekey.core.password;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Takes the time of every single hash, for who watches. */
record Stopwatch(HashingWatch watch, LongSupplier nanoTime) {

  <T> T time(Scheme scheme, Supplier<T> hash) {
    long start = nanoTime.getAsLong();
    T result = hash.get();
    watch.hashed(scheme.name(), scheme.cost(), Duration.ofNanos(nanoTime.getAsLong() - start));
    return result;
  }
}
