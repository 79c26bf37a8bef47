package dev.rekey.bench.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The figures of each size side by side, each with its ratio to the smallest one's. */
final class Table {

  private static final double BOUND = 1.5;

  private final List<Long> accounts;
  private final List<String> overBound = new ArrayList<>();

  Table(List<Long> accounts) {
    this.accounts = accounts;
  }

  void head() {
    System.out.println(
        "| median of | "
            + accounts.stream().map(n -> String.format(Locale.ROOT, "%,d", n)).collect(cells())
            + " |");
    System.out.println("|---|" + "---|".repeat(accounts.size()));
  }

  void row(String what, List<Double> figures) {
    double first = figures.getFirst();
    System.out.println(
        "| "
            + what
            + " | "
            + figures.stream()
                .map(one -> String.format(Locale.ROOT, "%,.0f (%.2f)", one, one / first))
                .collect(cells())
            + " |");
    if (figures.stream().anyMatch(one -> one > BOUND * first)) {
      overBound.add(what);
    }
  }

  /** What is said at the end. */
  void verdict() {
    System.out.println(
        overBound.isEmpty()
            ? "All within " + BOUND + " times of the smallest."
            : "More than " + BOUND + " times the smallest: " + String.join("; ", overBound));
  }

  private static java.util.stream.Collector<CharSequence, ?, String> cells() {
    return Collectors.joining(" | ");
  }
}
