package dev.rekey.migrate;

import java.util.ArrayList;
import java.util.List;

/** The values in one row of CSV. */
final class CsvLine {

  private final String text;
  private final char separator;
  private int at;

  private CsvLine(String text, char separator) {
    this.text = text;
    this.separator = separator;
  }

  /** {@link Misfit} where a quote stands that should not. */
  static List<String> split(String row, char separator) {
    String text = row.endsWith("\r") ? row.substring(0, row.length() - 1) : row;
    return new CsvLine(text, separator).values();
  }

  private List<String> values() {
    List<String> values = new ArrayList<>();
    values.add(value());
    while (at < text.length()) {
      at++;
      values.add(value());
    }
    return values;
  }

  /** Ends at a separator or at the end. */
  private String value() {
    return at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
  }

  private String plain() {
    int end = text.indexOf(separator, at);
    String value = text.substring(at, end < 0 ? text.length() : end);
    if (value.indexOf('"') >= 0) {
      throw new Misfit("a quote stands in the midst of column " + column());
    }
    at = end < 0 ? text.length() : end;
    return value;
  }

  private String quoted() {
    StringBuilder value = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '"') {
        value.append(c);
      } else if (at < text.length() && text.charAt(at) == '"') {
        value.append(c);
        at++;
      } else {
        return closed(value.toString());
      }
    }
    throw new Misfit("a quote is opened and never closed");
  }

  private String closed(String value) {
    if (at < text.length() && text.charAt(at) != separator) {
      throw new Misfit("something follows a closed quote in column " + column());
    }
    return value;
  }

  private long column() {
    return 1 + text.substring(0, at).chars().filter(c -> c == separator).count();
  }
}
