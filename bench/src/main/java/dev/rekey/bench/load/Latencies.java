package dev.rekey.bench.load;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** How long things took, to three digits; filled by one thread, or added up when all are done. */
public final class Latencies {

  private static final long LONGEST = TimeUnit.MINUTES.toNanos(10);

  private final Histogram histogram = new Histogram(TimeUnit.MICROSECONDS.toNanos(1), LONGEST, 3);

  /** One took so long. */
  public void add(long nanos) {
    histogram.recordValue(Math.clamp(nanos, 0, LONGEST));
  }

  /** All of those too. */
  public void addAll(Latencies others) {
    histogram.add(others.histogram);
  }

  /** How many there are. */
  public long count() {
    return histogram.getTotalCount();
  }

  /** The duration in milliseconds that this share of them, in percent, was not above. */
  public double millis(double percentile) {
    return histogram.getValueAtPercentile(percentile) / 1e6;
  }

  /** The longest, in milliseconds. */
  public double longestMillis() {
    return histogram.getMaxValue() / 1e6;
  }
}
