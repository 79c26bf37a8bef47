package dev.rekey.core.roster;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Takes from texts what does not count where somebody looks for them. */
final class Folding {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private Folding() {}

  /** The text without letter case and accents. */
  static String of(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
    return MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
