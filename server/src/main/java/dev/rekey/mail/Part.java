package dev.rekey.mail;

import java.util.Set;

/** The parts of a mail that have a template each. */
enum Part {
  SUBJECT("subject"),
  TEXT("txt"),
  /** A whole page, which stands in for the one that is made of the text. */
  HTML("html");

  private final String suffix;

  Part(String suffix) {
    this.suffix = suffix;
  }

  String file(Form form) {
    return form.title() + '.' + suffix;
  }

  /** The words without which a template of this part is of no use. */
  Set<String> needs(Form form) {
    return this == SUBJECT ? Set.of() : form.needs();
  }

  /** The word as it may stand in this part. */
  String escape(String word) {
    return this == HTML ? escapeHtml(word) : word;
  }

  private static String escapeHtml(String word) {
    return word.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
