package dev.rekey.mail;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A text with gaps, {@code {{name}}}, that are filled with words. */
record Template(Part part, String text) {

  private static final Pattern GAP = Pattern.compile("\\{\\{\\s*([a-z-]+)\\s*}}");

  /** Whether the text is one gap for one of these words and nothing else. */
  static boolean isPlace(String text, Set<String> words) {
    Matcher gap = GAP.matcher(text.strip());
    return gap.matches() && words.contains(gap.group(1));
  }

  /** The word of a text that is one gap. */
  static String place(String text) {
    return GAP.matcher(text.strip()).replaceAll("$1");
  }

  /** The text with its gaps filled; what stands in a word is never taken for a gap. */
  String fill(Map<String, String> words) {
    return GAP.matcher(text)
        .replaceAll(gap -> Matcher.quoteReplacement(part.escape(word(words, gap))));
  }

  /** The words that the text has gaps for. */
  Set<String> places() {
    Set<String> places = new TreeSet<>();
    GAP.matcher(text).results().forEach(gap -> places.add(gap.group(1)));
    return places;
  }

  /** Whether there is something to put into each gap. */
  boolean canBeFilled(Map<String, String> words) {
    return places().stream().noneMatch(place -> words.getOrDefault(place, "").isEmpty());
  }

  /**
   * What is wrong with the template.
   *
   * @param words the words that it may use
   * @param needed those of them without which it is of no use
   */
  List<String> faults(Set<String> words, Set<String> needed) {
    return Stream.of(unknownWords(words), missing(needed), oddBraces(), wrongLines())
        .flatMap(faults -> faults)
        .toList();
  }

  private Stream<String> unknownWords(Set<String> words) {
    return places().stream()
        .filter(word -> !words.contains(word))
        .map(word -> "{{" + word + "}} is not known; known are " + new TreeSet<>(words));
  }

  private Stream<String> missing(Set<String> needed) {
    return new TreeSet<>(needed)
        .stream()
            .filter(word -> !places().contains(word))
            .map(word -> "{{" + word + "}} has to be in it");
  }

  private Stream<String> oddBraces() {
    String rest = GAP.matcher(text).replaceAll("");
    return rest.contains("{{") || rest.contains("}}")
        ? Stream.of("a gap is written {{word}}, in lower-case letters and dashes")
        : Stream.empty();
  }

  private Stream<String> wrongLines() {
    return part == Part.SUBJECT && text.strip().lines().count() != 1
        ? Stream.of("a subject is one line")
        : Stream.empty();
  }

  private static String word(Map<String, String> words, MatchResult gap) {
    String word = words.get(gap.group(1));
    if (word == null) {
      throw new IllegalStateException("no word for {{" + gap.group(1) + "}}");
    }
    return word;
  }
}
