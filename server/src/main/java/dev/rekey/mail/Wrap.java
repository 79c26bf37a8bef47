package dev.rekey.mail;

/** Breaks lines at their blanks, as a mail program with a narrow window would. */
final class Wrap {

  private static final int WIDTH = 72;

  private Wrap() {}

  /** The line in as many as it takes; what has no blank, such as a link, stays whole. */
  static String lines(String line) {
    StringBuilder lines = new StringBuilder();
    int column = 0;
    for (String word : line.split(" ", -1)) {
      int length = word.codePointCount(0, word.length());
      boolean fits = column == 0 || column + 1 + length <= WIDTH;
      lines.append(lines.isEmpty() ? "" : fits ? " " : "\n").append(word);
      column = fits && column > 0 ? column + 1 + length : length;
    }
    return lines.toString();
  }
}
