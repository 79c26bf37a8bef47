package dev.rekey.config;

import java.util.Comparator;
import java.util.List;

/** Finds what somebody probably meant. */
final class Spelling {

  private Spelling() {}

  /** The known word that takes the fewest changes of a letter to reach (Levenshtein). */
  static String nearest(String word, List<String> known) {
    return known.stream().min(Comparator.comparingInt(one -> distance(word, one))).orElse("");
  }

  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
