package dev.rekey.dialect.own;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Text as a page has it. */
final class Html {

  private static final Pattern CODE = Pattern.compile("`([^`]*)`");

  private Html() {}

  static String text(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  static String code(String text) {
    return "<code>" + text(text) + "</code>";
  }

  /** A sentence in which code stands between backticks. */
  static String inline(String markdown) {
    return CODE.matcher(text(markdown))
        .replaceAll(match -> Matcher.quoteReplacement("<code>" + match.group(1) + "</code>"));
  }

  /** Paragraphs with blank lines between. */
  static String prose(String markdown) {
    return Stream.of(markdown.split("\n\n"))
        .filter(paragraph -> !paragraph.isBlank())
        .map(paragraph -> "<p>" + inline(paragraph) + "</p>")
        .collect(Collectors.joining("\n"));
  }
}
