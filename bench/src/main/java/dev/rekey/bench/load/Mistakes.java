package dev.rekey.bench.load;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What went wrong: how often, and a few of them in words. */
public final class Mistakes {

  private static final int ENOUGH = 5;

  private final LongAdder count = new LongAdder();
  private final Queue<String> samples = new ConcurrentLinkedQueue<>();

  /** One more. */
  public void add(Exception mistake) {
    count.increment();
    if (samples.size() < ENOUGH) {
      samples.add(String.valueOf(mistake));
    }
  }

  /** How many. */
  public long count() {
    return count.sum();
  }

  /** The first few. */
  public List<String> samples() {
    return List.copyOf(samples);
  }
}
