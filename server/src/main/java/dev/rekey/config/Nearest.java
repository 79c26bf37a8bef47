package dev.rekey.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody meant: the name that the fewest changes of letters lead to. */
final class Nearest {

  private Nearest() {}

  /** Empty when more than a third of the name would have to change. */
  static Optional<String> to(String name, Collection<String> candidates) {
    return byEnding(name, candidates)
        .or(() -> bySpelling(name, candidates))
        .or(() -> byEnding(name.substring(name.lastIndexOf('.') + 1), candidates));
  }

  private static Optional<String> bySpelling(String name, Collection<String> candidates) {
    return candidates.stream()
        .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
        .filter(candidate -> 3 * distance(name, candidate) <= name.length());
  }

  /** The right key in the wrong section, or in none. */
  private static Optional<String> byEnding(String end, Collection<String> candidates) {
    return candidates.stream().filter(candidate -> candidate.endsWith('.' + end)).findFirst();
  }

  /** Levenshtein's distance, row by row. */
  static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      row = nextRow(row, from.charAt(i - 1), i, to);
    }
    return row[to.length()];
  }

  private static int[] nextRow(int[] above, char letter, int i, String to) {
    int[] row = new int[above.length];
    row[0] = i;
    for (int j = 1; j < row.length; j++) {
      int replaced = above[j - 1] + (to.charAt(j - 1) == letter ? 0 : 1);
      row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
    }
    return row;
  }
}
