package dev.rekey.store;

import java.util.List;
import java.util.stream.IntStream;

/** Long lists in parts: a statement bears so many parameters and no more. */
final class Batches {

  private static final int SIZE = 1_000;

  private Batches() {}

  static <T> List<List<T>> of(List<T> all) {
    return IntStream.range(0, (all.size() + SIZE - 1) / SIZE)
        .mapToObj(part -> all.subList(part * SIZE, Math.min((part + 1) * SIZE, all.size())))
        .toList();
  }
}
