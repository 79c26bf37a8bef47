package dev.rekey.argon2;

import dev.rekey.argon2.Argon2Contest.Disqualified;
import dev.rekey.argon2.Argon2Contest.Entry;
import dev.rekey.argon2.Argon2Contest.Timed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** An engine that takes part in a contest. */
final class Contestant {

  private static final Argon2Input SAMPLE =
      Argon2Input.of(
          "correct horse battery staple".getBytes(StandardCharsets.US_ASCII), new byte[16]);

  /** Nobody is settled before: the compiler needs a moment to begin, and some hashes to end. */
  private static final long LEAST_NANOS = 400_000_000;

  private static final int LEAST_HASHES = 20;

  /** Whoever gains less is as fast as it will be. */
  private static final double GAIN = 0.9;

  private final Argon2Engine engine;
  private final LongSupplier nanoTime;
  private final List<Long> times = new ArrayList<>();
  private Optional<String> complaint = Optional.empty();
  private long nanos;

  Contestant(Argon2Engine engine, LongSupplier nanoTime) {
    this.engine = engine;
    this.nanoTime = nanoTime;
  }

  /** Asks for the known answers. */
  void examine() {
    attempt(() -> complaint = KnownAnswers.complaintAbout(engine));
  }

  /** Takes the time of one hash. */
  void hash(Argon2Parameters parameters) {
    attempt(() -> {
      long start = nanoTime.getAsLong();
      engine.hash(parameters, SAMPLE);
      long time = nanoTime.getAsLong() - start;
      times.add(time);
      nanos += time;
    });
  }

  boolean isIn() {
    return complaint.isEmpty();
  }

  int hashes() {
    return times.size();
  }

  /** How long all hashes took. */
  long nanos() {
    return nanos;
  }

  /** Whether the later half of its hashes was hardly faster than the earlier one. */
  boolean isSettled() {
    int half = times.size() / 2;
    return nanos >= LEAST_NANOS
        && times.size() >= LEAST_HASHES
        && least(times.subList(half, times.size())) > GAIN * least(times.subList(0, half));
  }

  private static long least(List<Long> some) {
    return some.stream().mapToLong(Long::longValue).min().orElseThrow();
  }

  Entry entry() {
    return new Entry(
        engine,
        complaint
            .<Argon2Contest.Verdict>map(Disqualified::new)
            .orElseGet(() -> new Timed(median(), times.size())));
  }

  /** Of the later half: the earlier one warmed up. */
  private Duration median() {
    List<Long> later = times.subList(times.size() / 2, times.size()).stream().sorted().toList();
    return Duration.ofNanos(later.get(later.size() / 2));
  }

  /** Whoever fails is out, whatever it is: a missing module, too little memory, a bug. */
  private void attempt(Runnable step) {
    if (!isIn()) {
      return;
    }
    try {
      step.run();
    } catch (RuntimeException | LinkageError | OutOfMemoryError | AssertionError failure) {
      complaint = Optional.of("fails: " + failure);
    }
  }
}
