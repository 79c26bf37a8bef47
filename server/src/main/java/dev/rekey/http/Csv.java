package dev.rekey.http;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table in the making, as RFC 4180 has it. What a spreadsheet would take for a formula begins
 * with an apostrophe, so that it stays text.
 */
public final class Csv {

  private static final String FORMULA = "=+-@\t\r";

  private final StringBuilder text = new StringBuilder();

  public void line(List<String> cells) {
    text.append(cells.stream().map(Csv::cell).collect(Collectors.joining(","))).append("\r\n");
  }

  public String text() {
    return text.toString();
  }

  private static String cell(String value) {
    boolean formula = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0;
    String plain = formula ? '\'' + value : value;
    return '"' + plain.replace("\"", "\"\"") + '"';
  }
}
