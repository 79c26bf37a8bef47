package dev.rekey.dialect.own;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the known name that somebody probably meant. */
final class Spelling {

  private Spelling() {}

  /** Empty when more than half of the shorter name would have to change. */
  static Optional<String> nearest(String name, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
        .filter(candidate ->
            2 * distance(name, candidate) <= Math.min(name.length(), candidate.length()));
  }

  /** Levenshtein's distance, row by row; what is far longer than any name is far from all. */
  private static int distance(String from, String to) {
    if (from.length() > 3 * to.length()) {
      return from.length();
    }
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
