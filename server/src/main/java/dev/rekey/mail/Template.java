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

  /** The text with its gaps filled; what stands in a word is never taken for a gap. */
  String fill(Map<String, String> words) {
    return GAP.matcher(text)
        .replaceAll(gap -> Matcher.quoteReplacement(part.escape(word(words, gap))));
  }

  /** What is wrong with the template when these are the words that it may use. */
  List<String> faults(Set<String> words) {
    return Stream.of(unknownWords(words), oddBraces(), wrongLines())
        .flatMap(faults -> faults)
        .toList();
  }

  private Stream<String> unknownWords(Set<String> words) {
    return GAP.matcher(text)
        .results()
        .map(gap -> gap.group(1))
        .filter(word -> !words.contains(word))
        .map(word -> "{{" + word + "}} is not known; known are " + new TreeSet<>(words));
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
