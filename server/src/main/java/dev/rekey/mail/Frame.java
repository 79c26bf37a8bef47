package dev.rekey.mail;

import dev.rekey.core.visit.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The look of letters in HTML, which those of all kinds and languages share. */
final class Frame {

  /** The pieces that a letter is put together from, a file each. */
  enum Piece {
    LAYOUT,
    PARAGRAPH,
    FACTS,
    BUTTON,
    WAY;

    String file() {
      return name().toLowerCase(Locale.ROOT) + ".html";
    }

    /** What it may use. */
    Set<String> words() {
      return switch (this) {
        case LAYOUT -> Set.of("language", "subject", "service", "content");
        case PARAGRAPH, FACTS -> Set.of("text");
        case BUTTON -> Set.of("link", "label", "copy");
        case WAY -> Set.of("link");
      };
    }

    /** What it may not leave out. */
    Set<String> needs() {
      return switch (this) {
        case LAYOUT -> Set.of("content");
        case PARAGRAPH, FACTS -> Set.of("text");
        case BUTTON -> Set.of("link", "label");
        case WAY -> Set.of("link");
      };
    }
  }

  private final Map<Piece, Template> pieces = new EnumMap<>(Piece.class);
  private final List<String> faults = new ArrayList<>();

  Frame(Source source) {
    for (Piece piece : Piece.values()) {
      Source.Found found = source.find(piece.file());
      // As text: what it is filled with is HTML already.
      Template template = new Template(Part.TEXT, found.text().strip());
      template
          .faults(piece.words(), piece.needs())
          .forEach(fault -> faults.add(found.place() + ": " + fault));
      pieces.put(piece, template);
    }
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  /** The letter as a page. */
  String page(Language language, String subject, String service, List<String> content) {
    return fill(
        Piece.LAYOUT,
        Map.of(
            "language", language.tag(),
            "subject", escape(subject),
            "service", escape(service),
            "content", String.join("\n", content)));
  }

  /**
   * @param lines of the template, whose words are filled in here
   */
  String paragraph(List<String> lines, Map<String, String> words) {
    return fill(Piece.PARAGRAPH, Map.of("text", html(lines, words)));
  }

  String facts(List<String> lines, Map<String, String> words) {
    return fill(Piece.FACTS, Map.of("text", html(lines, words)));
  }

  String button(String link, String label, String copy) {
    return fill(
        Piece.BUTTON, Map.of("link", escape(link), "label", escape(label), "copy", escape(copy)));
  }

  String way(String link) {
    return fill(Piece.WAY, Map.of("link", escape(link)));
  }

  private static String html(List<String> lines, Map<String, String> words) {
    return lines.stream()
        .map(line -> new Template(Part.HTML, escape(line.strip())).fill(words))
        .collect(Collectors.joining("<br>\n"));
  }

  private String fill(Piece piece, Map<String, String> words) {
    return pieces.getOrDefault(piece, new Template(Part.TEXT, "")).fill(words);
  }

  private static String escape(String word) {
    return Part.HTML.escape(word);
  }
}
