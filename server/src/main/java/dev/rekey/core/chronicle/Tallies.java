package dev.rekey.core.chronicle;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts what happens on this node, until somebody writes it down. */
public final class Tallies {

  private final Map<Happening, LongAdder> counts = new EnumMap<>(Happening.class);

  public Tallies() {
    for (Happening one : Happening.values()) {
      counts.put(one, new LongAdder());
    }
  }

  /** It happened once more; takes no time, and may be called by many at once. */
  public void count(Happening what) {
    adder(what).increment();
  }

  /** What was counted since the last time, without what did not happen. */
  public Map<Happening, Long> take() {
    Map<Happening, Long> taken = new EnumMap<>(Happening.class);
    counts.forEach((what, adder) -> taken.put(what, adder.sumThenReset()));
    taken.values().removeIf(count -> count == 0);
    return taken;
  }

  /** Puts back what could not be written down. */
  public void giveBack(Map<Happening, Long> taken) {
    taken.forEach((what, count) -> adder(what).add(count));
  }

  private LongAdder adder(Happening what) {
    return counts.computeIfAbsent(what, _ -> new LongAdder());
  }
}
