package dev.rekey.bench.keycloak;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All that was measured. */
final class Findings {

  private final Map<String, Found> sides = new HashMap<>();

  /** What was found on one side. */
  static final class Found {
    private final List<Started> starts = new ArrayList<>();
    private final Map<Kind, List<Measured>> work = new HashMap<>();
    private String proof = "";
    private long loadedKiB;
    private long peakKiB;

    List<Started> starts() {
      return starts;
    }

    /** In the order of the rounds. */
    List<Measured> work(Kind kind) {
      return work.getOrDefault(kind, List.of());
    }

    String proof() {
      return proof;
    }

    long loadedKiB() {
      return loadedKiB;
    }

    long peakKiB() {
      return peakKiB;
    }
  }

  Found of(String side) {
    return sides.computeIfAbsent(side, _ -> new Found());
  }

  void proof(Side side, String proof) {
    of(side.name()).proof = proof;
  }

  void started(Side side, Started started) {
    of(side.name()).starts.add(started);
  }

  void measured(Side side, Kind kind, Measured measured) {
    of(side.name()).work.computeIfAbsent(kind, _ -> new ArrayList<>()).add(measured);
  }

  void loaded(Side side, long residentKiB, long peakKiB) {
    of(side.name()).loadedKiB = residentKiB;
    of(side.name()).peakKiB = peakKiB;
  }
}
