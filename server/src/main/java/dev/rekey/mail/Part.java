package dev.rekey.mail;

/** The parts of a mail that have a template each. */
enum Part {
  SUBJECT("subject"),
  TEXT("txt"),
  HTML("html");

  private final String suffix;

  Part(String suffix) {
    this.suffix = suffix;
  }

  String file(Form form) {
    return form.title() + '.' + suffix;
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
