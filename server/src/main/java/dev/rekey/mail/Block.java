package dev.rekey.mail;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands between two empty lines of a letter's text; the same text becomes both parts of a
 * mail.
 */
sealed interface Block {

  /** Lines of the template that say something. */
  record Paragraph(List<String> lines) implements Block {}

  /** Lines that are indented, and say when, where and the like. */
  record Facts(List<String> lines) implements Block {}

  /** A place alone on its line, which leads somewhere. */
  record Way(String place) implements Block {}

  /** The blocks of a template. */
  static List<Block> of(String text) {
    String lines = text.stripTrailing().lines().collect(Collectors.joining("\n"));
    return Stream.of(lines.split("\n(?:[ \t]*\n)+", -1)).map(Block::one).toList();
  }

  private static Block one(String text) {
    List<String> lines = Arrays.asList(text.split("\n", -1));
    if (lines.size() == 1 && Template.isPlace(text, Form.WAYS)) {
      return new Way(Template.place(text));
    }
    boolean indented = lines.stream().allMatch(line -> line.startsWith("  "));
    return indented ? new Facts(lines) : new Paragraph(lines);
  }
}
